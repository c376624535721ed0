"""The report as one file that stands alone."""

import datetime as dt
import re

import pytest

from kith.kernel.days import Period
from kith.reporting import api
from tests.reporting_web.conftest import YEAR
from tests.reporting_web.reading_pages import cells_of, section_of, words_of

NAMESPACES = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink")
NAUGHTY = '=cmd()<script>alert("x")</script>'


def file_of(viewer, service, audience="service", period=YEAR):
    return api.report_html(api.report(viewer, service, period, audience, form="html")).decode()


def test_file_asks_nothing_of_the_outside_and_has_no_script(filled, viewer):
    page = file_of(viewer, filled)
    assert set(re.findall(r"https?://[^\"'\s<)]+", page)) <= {*NAMESPACES}
    assert "<script" not in page
    assert not re.search(r"\s(src|srcset|action|on[a-z]+)=", page)
    assert not re.search(r"<(link|iframe|object|img|form)\b|@import|url\((?!#)", page)
    assert all(each.startswith("#") for each in re.findall(r'href="([^"]*)"', page))


def test_file_is_the_same_bytes_for_the_same_report(filled, viewer):
    report = api.report(viewer, filled, YEAR, "service")
    assert api.report_html(report) == api.report_html(report)


def test_every_link_in_the_file_leads_somewhere_in_it(filled, viewer):
    page = file_of(viewer, filled)
    ids = set(re.findall(r'id="([^"]*)"', page))
    assert {each[1:] for each in re.findall(r'href="(#[^"]*)"', page)} <= ids


def test_file_shows_each_line_of_the_return_as_the_json_has_it(filled, viewer):
    report = api.report(viewer, filled, YEAR, "service")
    shown = section_of(api.report_html(report).decode(), "return")
    numbers = [f"{line.figure.value:,}" for line in report.return_lines if isinstance(line.figure.value, int)]
    assert numbers
    cells = list(cells_of(shown))
    assert [each for each in cells[::3] if re.fullmatch(r"[\d,]+", each)] == numbers


def test_the_commissioners_file_holds_no_number_that_was_not_rounded(filled, viewer):
    page = file_of(viewer, filled, "commissioner")
    for cell in cells_of(page.split('id="definitions"')[0]):
        if re.fullmatch(r"[\d,]+", cell):
            assert int(cell.replace(",", "")) % 5 == 0, cell
    assert "*" in list(cells_of(page))
    for letters in re.findall(r"<text[^>]*>([^<]*)</text>", page):
        for whole in re.findall(r"(?<![\d.,])(\d[\d,]*)(?= \(\d+%\))", letters):
            assert int(whole.replace(",", "")) % 5 == 0, letters


def test_the_commissioners_file_has_no_words_of_anybody_and_no_workers_name(filled, viewer):
    page = file_of(viewer, filled, "commissioner")
    assert "debt letters" not in page
    assert "Worker 1" not in page
    assert "A star (*) stands for a number from 1 to 7" in page


def test_file_of_a_service_without_records(service, viewer):
    page = file_of(viewer, service)
    words = " ".join(words_of(page))
    assert "There are no clients in this period." in words
    assert "No plan was set in this period." in words
    assert "was never brought in, so every neighbourhood is unknown" in words


@pytest.mark.parametrize("audience", ["service", "commissioner"])
def test_file_of_a_period_long_before_any_work(filled, viewer, audience):
    period = Period(dt.date(1999, 1, 1), dt.date(1999, 12, 31))
    assert "There are no clients in this period." in file_of(viewer, filled, audience, period)


def test_names_and_labels_are_shown_as_they_are_and_run_nothing(filled, viewer):
    from kith.casework.models import Referral

    filled.name = NAUGHTY
    filled.save()
    Referral.objects.update(source=NAUGHTY)
    api.refresh(viewer, filled)
    page = file_of(viewer, filled)
    assert "<script" not in page
    assert NAUGHTY in words_of(page)


def test_file_keeps_analysts_words_to_the_definitions(filled, viewer):
    from tests.architecture.rules.tree import ROOT
    from tests.architecture.rules.words_on_screen import analysts_words

    page = file_of(viewer, filled)
    before, after = page.split('id="definitions"')
    plain = " ".join(words_of(before.replace(section_of(before, "return"), ""))).casefold()
    said = [word for word in analysts_words(ROOT) if re.search(rf"\b{re.escape(word)}s?\b", plain)]
    assert not [word for word in said if "/" not in word], said
    assert "ripple" in after
