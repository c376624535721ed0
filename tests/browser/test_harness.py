"""The journeys' own tools can fail."""

import pytest

from tests.browser.accessibility import axe_faults
from tests.browser.watch import Watch

PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


@pytest.fixture
def bare_page(chromium):
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def show(page, body):
    page.set_content(f"<!DOCTYPE html><html lang='en'><title>A page</title><main><h1>A page</h1>{body}</main></html>")


def test_axe_finds_a_picture_without_words(bare_page):
    show(bare_page, f"<img src='{PICTURE}'>")
    assert [fault.split(":")[0] for fault in axe_faults(bare_page)] == ["image-alt"]


def test_axe_finds_nothing_on_a_plain_page(bare_page):
    show(bare_page, "<p>Some words.</p>")
    assert axe_faults(bare_page) == []


def test_watch_finds_a_request_to_the_outside_and_a_script_that_fails(bare_page):
    watch = Watch(bare_page, "http://localhost:1")
    show(bare_page, "<img alt='' src='http://outside.example/a.gif'><script>nothing.there()</script>")
    bare_page.wait_for_load_state("networkidle")
    assert len([fault for fault in watch.faults if "outside.example" in fault]) == 1
    assert len([fault for fault in watch.faults if "A script failed" in fault]) == 1


def test_journey_that_fails_tells_the_way_there(journey):
    with pytest.raises(AssertionError) as failure, journey.when("somebody looks"):
        raise AssertionError("nothing to see")
    assert failure.value.__notes__ == ["The journey: when somebody looks"]
