"""The sample workbook, from file to figure, equals the plain implementation over the file itself, to the unit."""

import datetime as dt

import pytest

from kith.access.api import service_named
from kith.exchange.api import GivenFile, take_workbook_for
from kith.kernel.days import Period
from kith.places.api import import_areas
from kith.reporting import api
from tests.reporting.comparing import differences
from tests.reporting.reference import figures
from tests.reporting.workbook_rows import records_of_workbook

YEAR = Period(dt.date(2024, 4, 1), dt.date(2025, 3, 31))
QUARTER = Period(dt.date(2024, 7, 1), dt.date(2024, 9, 30))
LAST_DAY = Period(dt.date(2025, 3, 31), dt.date(2025, 3, 31))


@pytest.fixture
def taken(db, system, northport, deprivation_file):
    """The service after the import of the workbook and of the index."""
    import_areas(viewer=system, content=deprivation_file.read_bytes(), index="imd-2019-england")
    file = GivenFile(northport.name, northport.read_bytes(), "health-trainer-export")
    take_workbook_for(viewer=system, service="Northport", file=file, progress=lambda _: None)
    return service_named(system, "Northport")


def test_figures_of_the_sample_workbook_equal_the_plain_ones(taken, system, northport, deprivation_file):
    records = records_of_workbook(northport, deprivation_file)
    api.refresh(system, taken)
    for period in (YEAR, QUARTER, LAST_DAY):
        report = api.report(system, taken, period, "service")
        assert differences(report, figures(records, period.first, period.last)) == []


def test_minutes_of_the_sample_workbook_equal_its_own_row_of_totals(taken, system):
    report = api.report(system, taken, YEAR, "service")
    assert report.find("sessions.minutes").value == 154_495


def test_local_issues_of_the_sample_workbook_show_words_of_those_who_said_yes(taken, system):
    report = api.report(system, taken, YEAR, "service")
    words = {each.domain: dict(each.words) for each in report.issue_words}
    assert "debt letters" in words["money"]
    shown = sum(sum(each.values()) for each in words.values()) + sum(e.without_consent for e in report.issue_words)
    assert shown == sum(figure.value for figure in report.all_of("issues.domain"))
    assert api.report(system, taken, YEAR, "commissioner").issue_words == ()
