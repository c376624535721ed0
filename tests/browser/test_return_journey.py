"""A manager brings in a return that was submitted, and reads it and the local population beside the figures."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from kith.access.api import roles, system_viewer
from kith.kernel.days import Period
from kith.reporting import api
from kith.reporting.reading.whole import whole
from tests.browser.test_report_journey import YEAR
from tests.reporting.made_service import AREAS, MadeService, make_areas, make_population

RETURN = b"Submitted on,30/04/2025\nClients in contact in the period,30\nSex\nFemale,9\nMale,4\nQuits,7\n"


@pytest.fixture
def counted(transactional_db, service):
    make_areas()
    make_population(AREAS)
    MadeService(service, 7).fill()
    # Statements and pictures are kept once made, so that the page is not the first to wait for them.
    whole(api.report(system_viewer(), service, Period(dt.date(2024, 4, 1), dt.date(2025, 3, 31)), "service"))
    return service


def test_manager_brings_in_a_return_and_reads_it_beside_the_figures(counted, journey, make_user):
    manager = make_user(roles.SERVICE_MANAGER)
    with journey.given("a manager who is signed in and opens the report"):
        journey.sign_in(manager)
    with journey.when("they go to bring in a return that was submitted") as page:
        page.goto("/report/" + YEAR.format(audience="service"))
        page.get_by_role("link", name="Bring in a return that was submitted").click()
    with journey.then("they find a form and no return yet") as page:
        expect(page.get_by_text("No return was brought in yet.")).to_be_visible()
    with journey.when("they give its days and its file") as page:
        for end, day in (("first", "1 4 2024"), ("last", "31 3 2025")):
            for part, number in zip(("day", "month", "year"), day.split(), strict=True):
                page.locator(f"#id_{end}_{part}").fill(number)
        page.locator("#id_file").set_input_files({"name": "return.csv", "mimeType": "text/csv", "buffer": RETURN})
        page.get_by_role("button", name="Bring it in").click()
    with journey.then("they read what was taken, and which row was not") as page:
        expect(page.get_by_text("3 figures were taken as version 1.")).to_be_visible()
        expect(page.get_by_text("Row 6 was not taken")).to_be_visible()
        expect(page.get_by_text("return.csv")).to_be_visible()
    with journey.when("they go to the report of that year") as page:
        page.goto("/report/" + YEAR.format(audience="service"))
    with journey.then("the return and the people who live there stand beside the figures") as page:
        expect(page.get_by_role("heading", name="Last year's return, beside Kith's")).to_be_visible()
        expect(page.get_by_role("rowheader", name="Sex: Female")).to_be_visible()
        expect(page.get_by_role("heading", name="Whom it reaches, beside who lives there")).to_be_visible()
