"""Every figure of services with random records equals the plain implementation's, to the unit."""

import datetime as dt

import pytest

from kith.kernel.days import Period
from kith.places.api import set_areas
from kith.reporting import api
from tests.reporting.comparing import differences
from tests.reporting.made_service import AREAS, MadeService, make_areas, make_population, make_postcodes
from tests.reporting.reference import figures
from tests.reporting.service_rows import records_of

PERIODS = [
    Period(dt.date(2024, 4, 1), dt.date(2025, 3, 31)),
    Period(dt.date(2024, 6, 1), dt.date(2024, 6, 30)),
    Period(dt.date(2025, 4, 1), dt.date(2025, 4, 1)),
    Period(dt.date(2030, 1, 1), dt.date(2030, 12, 31)),
]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_figures_of_a_random_service_equal_the_plain_ones(service, other_service, viewer, seed):
    make_areas(seed)
    if seed > 1:
        make_postcodes()
    if seed > 2:
        make_population(AREAS[:6], seed)
        set_areas(viewer=viewer, service_id=service.id, codes=AREAS[2:])
    MadeService(service, seed).fill()
    MadeService(other_service, seed + 100, clients=12).fill()
    api.refresh(viewer, service)
    records = records_of(service)
    for period in PERIODS:
        report = api.report(viewer, service, period, "service")
        assert differences(report, figures(records, period.first, period.last)) == []


def test_figures_without_an_index_say_so_and_call_every_area_unknown(service, viewer):
    MadeService(service, 4).fill()
    report = api.report(viewer, service, PERIODS[0], "service")
    assert differences(report, figures(records_of(service), PERIODS[0].first, PERIODS[0].last)) == []
    assert "never brought in" in report.notes[0]


def test_figures_of_an_empty_service_are_noughts(service, viewer):
    report = api.report(viewer, service, PERIODS[0], "service")
    assert {figure.value for figure in report.figures} == {0, None}
    assert not any(figure.suppressed for figure in report.figures)
