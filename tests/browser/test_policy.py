"""A script that somebody plants does not run."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

PLANTED = "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\">"


@pytest.mark.django_db(transaction=True)
def test_planted_script_does_not_run(chromium, live_server: LiveServer):
    page: Page = chromium.new_page(base_url=live_server.url)
    try:
        page.route("**/account/sign-in/", lambda route: _plant(route))
        page.goto("/account/sign-in/")
        page.wait_for_load_state("networkidle")
        assert page.title() == "Sign in – Kith"
        assert page.locator("img[src=x]").count() == 1
    finally:
        page.close()


def _plant(route):
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("</main>", f"{PLANTED}</main>"))
