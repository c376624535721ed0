"""The report's pages: who may read what, which period, what opens, and what is written down."""

import datetime as dt
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kith.access.api import roles
from kith.audit.models import AuditRow
from kith.kernel.ids import new_id
from kith.people.models import Client
from kith.reporting.api import FILE_FORMS
from kith.reporting.models import Release
from tests.reporting_web.reading_pages import cells_of, words_of

OWN = {
    "period": "own", "first_day": "1", "first_month": "4", "first_year": "2024", "last_day": "31", "last_month": "3",
    "last_year": "2025",
}  # fmt: skip


def text_of(response):
    return " ".join(words_of(response.content.decode()))


def links_of(response, containing):
    found = re.findall(r'href="([^"]*)"', response.content.decode())
    return [each.replace("&amp;", "&") for each in found if containing in each]


def test_manager_reads_the_year_that_holds_the_newest_work(filled, signed_in, on_day):
    on_day("2025-09-01")
    page = signed_in(roles.SERVICE_MANAGER).get("/report/")
    assert page.status_code == 200
    assert "1 April 2025 to 31 March 2026" in text_of(page)
    assert "numbers as counted, also small ones" in text_of(page)
    assert Release.objects.get().audience == "service"


def test_manager_can_look_at_what_the_commissioner_sees(filled, signed_in):
    page = signed_in(roles.SERVICE_MANAGER).get("/report/", {**OWN, "audience": "commissioner"})
    assert "A star (*) stands for" in text_of(page)


def test_commissioner_sees_the_protected_one_only(filled, signed_in):
    browser = signed_in(roles.COMMISSIONER)
    page = browser.get("/report/", OWN)
    assert "A star (*) stands for" in text_of(page)
    numbers = [each for each in cells_of(page.content.decode()) if re.fullmatch(r"[\d,]+", each)]
    assert numbers
    assert all(int(each.replace(",", "")) % 5 == 0 for each in numbers)
    assert browser.get("/report/", {**OWN, "audience": "service"}).status_code == 403
    assert Release.objects.get().audience == "commissioner"


@pytest.mark.parametrize("form", FILE_FORMS)
def test_commissioner_cannot_download_the_services_own(filled, signed_in, form):
    browser = signed_in(roles.COMMISSIONER)
    assert browser.get(f"/report/file/{form}", {**OWN, "audience": "service"}).status_code == 403
    given = browser.get(f"/report/file/{form}", OWN)
    assert given.status_code == 200
    assert "commissioner" in given["Content-Disposition"]


def test_commissioner_opens_no_records(filled, signed_in):
    browser = signed_in(roles.COMMISSIONER)
    page = browser.get("/report/figures/people.clients", OWN)
    assert page.status_code == 200
    assert not links_of(page, "/records")
    assert browser.get("/report/figures/people.clients/records", OWN).status_code == 403


def test_administrator_does_not_enter(filled, signed_in):
    assert signed_in(roles.ADMINISTRATOR).get("/report/").status_code == 403


def test_another_services_report_is_not_there(filled, other_service, signed_in):
    page = signed_in(roles.SERVICE_MANAGER).get("/report/", {**OWN, "service": str(other_service.id)})
    assert page.status_code == 404


def test_nobody_enters_without_signing_in(client):
    assert client.get("/report/").status_code == 302


def test_days_that_make_no_period_are_explained(filled, signed_in):
    browser = signed_in(roles.SERVICE_MANAGER)
    page = browser.get("/report/", {**OWN, "first_year": "2026"})
    assert page.status_code == 422
    assert "The last day must be on or after the first." in text_of(page)
    assert browser.get("/report/", {"period": "own"}).status_code == 422
    assert browser.get("/report/figures/people.clients", {"period": "never"}, follow=True).status_code == 422


@pytest.mark.parametrize("role", [roles.COMMISSIONER, roles.SERVICE_MANAGER])
@pytest.mark.parametrize("change", [{"first_day": "2"}, {"last_day": "30"}])
def test_commissioners_report_is_of_whole_months(filled, signed_in, role, change):
    browser = signed_in(role)
    for path in ("/report/", "/report/file/json"):
        page = browser.get(path, {**OWN, **change, "audience": "commissioner"}, follow=True)
        assert page.status_code == 422
        assert "whole months, such as 1 April to 30 June" in text_of(page)
    assert not Release.objects.exists()


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("this_year", "1 April 2025 to 31 March 2026"),
        ("last_year", "1 April 2024 to 31 March 2025"),
        ("last_quarter", "1 January 2025 to 31 March 2025"),
    ],
)
def test_periods_by_name(filled, signed_in, on_day, period, words):
    on_day("2025-05-10")
    assert words in text_of(signed_in(roles.SERVICE_MANAGER).get("/report/", {"period": period}))


def test_every_figure_opens_to_its_definition(filled, signed_in):
    browser = signed_in(roles.SERVICE_MANAGER)
    page = browser.get("/report/", OWN)
    metrics = {urlsplit(each).path for each in links_of(page, "/report/figures/")}
    assert len(metrics) > 25
    for path in sorted(metrics)[:8]:
        opened = text_of(browser.get(path, OWN))
        assert "What is not in it" in opened
        assert "What kind of claim" in opened


def test_addresses_hold_ids_and_days_only(filled, signed_in):
    page = signed_in(roles.SERVICE_MANAGER).get("/report/figures/referrals.source", OWN)
    links = links_of(page, "/records")
    assert links
    for link in links:
        query = parse_qs(urlsplit(link).query)
        assert re.fullmatch(r"[0-9a-f]{16}", query.pop("group")[0])
        assert set(query) == {*OWN, "service", "audience"}


def test_manager_opens_a_figure_to_its_records_and_it_is_written_down(filled, signed_in):
    browser = signed_in(roles.SERVICE_MANAGER)
    figure = browser.get("/report/figures/people.clients", OWN)
    (link,) = links_of(figure, "/records")
    page = browser.get(link)
    named = Client.objects.filter(service=filled).select_related("person").first().person
    listed = len(links_of(page, "/clients/"))
    assert listed == int(next(cells_of(figure.content.decode())))
    assert f"The figure is {listed}." in text_of(page)
    assert named.surname in text_of(page)
    opened = AuditRow.objects.get(verb="opened")
    assert opened.actor_id == browser.user.id
    assert len(opened.record_ids) == listed


def test_worker_opens_own_clients_only_and_is_told(filled, signed_in):
    browser = signed_in(roles.WORKER)
    mine = Client.objects.filter(service=filled).first()
    Client.objects.filter(id=mine.id).update(allocated_to=browser.user.memberships.get())
    (link,) = links_of(browser.get("/report/figures/people.clients", OWN), "/records")
    page = browser.get(link)
    assert len(links_of(page, "/clients/")) == 1
    assert re.search(r"1 record behind it is of your own clients and stands here; \d+ more are of other", text_of(page))


def test_evaluator_opens_no_records(filled, signed_in):
    browser = signed_in(roles.EVALUATOR)
    assert not links_of(browser.get("/report/figures/people.clients", OWN), "/records")
    assert browser.get("/report/figures/people.clients/records", OWN).status_code == 403


def test_workers_are_never_listed(filled, signed_in):
    browser = signed_in(roles.SERVICE_MANAGER)
    page = browser.get("/report/figures/workforce.workers", OWN)
    assert "Workers are never listed." in text_of(page)
    assert not links_of(page, "/records")
    assert browser.get("/report/figures/workforce.workers/records", OWN).status_code == 403
    assert "Worker 1" not in browser.get("/report/", OWN).content.decode()


def test_a_figure_that_is_not_there(filled, signed_in):
    browser = signed_in(roles.SERVICE_MANAGER)
    assert browser.get("/report/figures/people.liked", OWN).status_code == 404
    assert browser.get("/report/figures/people.clients/records", {**OWN, "group": "x"}).status_code == 404
    assert browser.get("/report/file/docx", OWN).status_code == 404


def test_counting_again_takes_in_what_was_recorded_since(filled, signed_in, viewer):
    from kith.people.api import PersonDetails, register_client

    browser = signed_in(roles.SERVICE_MANAGER)
    before = browser.get("/report/figures/people.clients", OWN)
    assert "Records were changed since then." not in text_of(browser.get("/report/", OWN))
    register_client(
        viewer=viewer, service_id=filled.id, details=PersonDetails(first_name="Ada", surname="Lund"),
        first_contact_on=dt.date(2024, 6, 1),
    )  # fmt: skip
    page = browser.get("/report/", OWN)
    assert "Records were changed since then." in text_of(page)
    address = re.search(r'action="([^"]*count-again[^"]*)"', page.content.decode()).group(1).replace("&amp;", "&")
    again = browser.post(address, follow=True)
    assert "The figures were counted again." in text_of(again)
    assert "Records were changed since then." not in text_of(again)
    after = browser.get("/report/figures/people.clients", OWN)
    counts = [int(next(cells_of(each.content.decode()))) for each in (before, after)]
    assert counts[1] == counts[0] + 1


def test_commissioner_does_not_count_again(filled, signed_in):
    assert signed_in(roles.COMMISSIONER).post("/report/count-again?period=this_year").status_code == 403


def test_report_of_a_service_without_records_or_areas(service, signed_in):
    page = signed_in(roles.SERVICE_MANAGER).get("/report/")
    assert page.status_code == 200
    assert "There are no clients in this period." in text_of(page)
    assert "was never brought in" in text_of(page)


def test_downloads_are_what_the_command_writes(filled, signed_in, viewer):
    from kith.reporting import api
    from tests.reporting_web.conftest import YEAR

    browser = signed_in(roles.SERVICE_MANAGER)
    report = api.report(viewer, filled, YEAR, "service")
    assert browser.get("/report/file/json", OWN).content == api.report_json(report)
    assert browser.get("/report/file/html", OWN).content == api.report_html(report)


def return_form(service, *rows, **given):
    """The form of the page of returns, filled in."""
    content = "\n".join(["line,value", *rows]).encode()
    return {
        **OWN, "service": str(service.id), "profile": "health-trainer-national",
        "submitted_on_day": "30", "submitted_on_month": "4", "submitted_on_year": "2025",
        "file": SimpleUploadedFile("return.csv", content), "key": str(new_id()), **given,
    }  # fmt: skip


def test_manager_brings_in_a_return_and_finds_it_beside_the_figures(filled, signed_in, service):
    manager = signed_in(roles.SERVICE_MANAGER)
    assert "Bring in a return that was submitted" in text_of(manager.get("/report/", OWN))
    page = manager.post("/report/returns", return_form(service, "people.clients,3", "Quits,4"), follow=True)
    assert page.status_code == 200
    assert "1 figure was taken as version 1." in text_of(page)
    assert "Row 3 was not taken: no line of the return has these words, nor the line above it." in text_of(page)
    assert "30 April 2025" in text_of(page)
    assert "Last year's return, beside Kith's" in text_of(manager.get("/report/", OWN)).replace("&#39;", "'")


def test_a_return_that_cannot_be_read_is_told_beside_the_file(filled, signed_in, service):
    page = signed_in(roles.SERVICE_MANAGER).post("/report/returns", return_form(service, "Quits,4"))
    assert page.status_code == 422
    assert "no line of the National health trainer return" in text_of(page)


@pytest.mark.parametrize(
    "role", [roles.WORKER, roles.TEAM_LEADER, roles.EVALUATOR, roles.COMMISSIONER, roles.ADMINISTRATOR]
)
def test_nobody_but_the_manager_opens_the_page_of_returns(role, filled, signed_in):
    assert signed_in(role).get("/report/returns").status_code in (403, 404)
