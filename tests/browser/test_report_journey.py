"""A manager reads the report and opens a figure to its records; a commissioner sees the protected one."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from kith.access.api import roles, system_viewer
from kith.kernel.days import Period
from kith.reporting import api
from tests.reporting.made_service import MadeService, make_areas

YEAR = (
    "?period=own&first_day=1&first_month=4&first_year=2024&last_day=31&last_month=3&last_year=2025&audience={audience}"
)

WIDER_THAN_THE_SCREEN = """[...document.querySelectorAll("[role=img], [role=img] svg")].filter(
  each => each.getBoundingClientRect().right > innerWidth || each.scrollWidth > each.clientWidth + 1).length"""


@pytest.fixture
def counted(transactional_db, service):
    make_areas()
    MadeService(service, 7).fill()
    api.refresh(system_viewer(), service)
    return service


def test_manager_reads_the_report_and_opens_a_figure_to_its_records(counted, journey, make_user):
    manager = make_user(roles.SERVICE_MANAGER)
    with journey.given("a manager who is signed in"):
        journey.sign_in(manager)
    with journey.when("they open the report of last year") as page:
        page.goto("/report/" + YEAR.format(audience="service"))
    with journey.then("they read what could not be said, the return, and each picture with its base") as page:
        expect(page.get_by_role("heading", name="At a glance")).to_be_visible()
        expect(page.get_by_text("What could not be said:")).to_be_visible()
        picture = page.get_by_role("img").first
        expect(picture).to_be_visible()
        assert page.evaluate(WIDER_THAN_THE_SCREEN) == 0
        expect(page.get_by_text("Out of").first).to_be_visible()
        page.get_by_text("Clients (").click()
        expect(page.get_by_role("rowheader", name="Clients seen in the period")).to_be_visible()
    with journey.when("they ask what a figure counts") as page:
        page.get_by_role("link", name="Clients in contact").click()
    with journey.then("they read its definition and its value") as page:
        expect(page.get_by_role("heading", name="What this figure counts Clients")).to_be_visible()
        expect(page.get_by_text("What is not in it")).to_be_visible()
    with journey.when("they open its records") as page:
        page.get_by_role("link", name="Records of All").click()
    with journey.then("they see the clients behind it, and that this was written down") as page:
        expect(page.get_by_text("is written down")).to_be_visible()
        assert page.get_by_role("table").get_by_role("link").count() > 5
    with journey.when("they go back to the report and choose days that make no period") as page:
        page.get_by_role("link", name="Back to the figure").click()
        page.get_by_role("link", name="Back to the report").click()
        page.get_by_text("Choose another period or reader").click()
        page.locator("#id_first_year").fill("2026")
        page.get_by_role("button", name="Show the report").click()
    with journey.then("they are told why") as page:
        expect(page.get_by_role("link", name="The last day must be on or after the first.")).to_be_visible()


def test_commissioner_sees_the_protected_report(counted, journey, make_user):
    with journey.given("a commissioner who is signed in"):
        journey.sign_in(make_user(roles.COMMISSIONER))
    with journey.when("they open the report") as page:
        page.goto("/report/" + YEAR.format(audience="commissioner"))
    with journey.then("it says what a star stands for, and offers no count anew and no other reader") as page:
        expect(page.get_by_text("A star (*) stands for a number from 1 to 7")).to_be_visible()
        assert page.get_by_role("button", name="Count again").count() == 0
        page.get_by_text("Choose another period or reader").click()
        assert page.get_by_text("Who will read it?").count() == 0
    with journey.when("they ask what a figure counts") as page:
        page.get_by_role("link", name="Clients in contact").click()
    with journey.then("they read it, and it opens to no records") as page:
        expect(page.get_by_text("What is not in it")).to_be_visible()
        assert page.get_by_role("link", name="Records of").count() == 0


@pytest.fixture
def report_file(counted, viewer, tmp_path):
    year = Period(dt.date(2024, 4, 1), dt.date(2025, 3, 31))
    file = tmp_path / "report.html"
    file.write_bytes(api.report_html(api.report(viewer, counted, year, "service", form="html")))
    return file


def test_a_script_planted_in_the_file_does_not_run(report_file, chromium):
    planted = "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\"></main>"
    report_file.write_text(report_file.read_text().replace("</main>", planted))
    page = chromium.new_page()
    page.goto(report_file.as_uri())
    assert page.locator("img[src=x]").count() == 1
    assert page.title() != "ran"
    page.close()


def test_the_file_opens_without_a_network(report_file, chromium, axe):
    file = report_file
    context = chromium.new_context(offline=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    asked = []
    complaints = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: complaints.append(said.text))
    page.goto(file.as_uri())
    assert complaints == []
    assert asked == [file.as_uri()]
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"
    expect(page.get_by_role("heading", name="Work the figures leave out")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    axe(page)
    assert page.pdf()[:5] == b"%PDF-"
    context.close()
