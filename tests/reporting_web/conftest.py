"""A report by hand, and a service with random records behind the pages."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from kith.access.api import system_viewer
from kith.kernel.days import Period
from kith.reporting import api, definitions
from kith.reporting.domain.figures import Figure
from kith.reporting.domain.report import SERVICE, Report
from tests.reporting.made_service import MadeService, make_areas

YEAR = Period(dt.date(2024, 4, 1), dt.date(2025, 3, 31))


@pytest.fixture(scope="session")
def metrics() -> dict[str, Any]:
    """The reviewed definitions."""
    return definitions.metrics()


@pytest.fixture
def by_hand(metrics: dict[str, Any]) -> Callable[..., Report]:
    """`by_hand({"people.clients": 10, ("people.sex", "female"): 4}, bases={...}, missing={...}, audience=)`."""

    def make(values: dict[Any, Any], *, audience: str = SERVICE, hidden: tuple[Any, ...] = (), **given: Any) -> Report:
        figures = tuple(_figure(metrics, key, value, key in hidden, given) for key, value in values.items())
        return Report("Fernleigh", YEAR, audience, figures, metrics, dt.datetime(2025, 5, 1, 13, 2, tzinfo=dt.UTC))

    return make


def _figure(metrics: dict[str, Any], key: Any, value: Any, suppressed: bool, given: dict[str, Any]) -> Figure:
    name, *group = (key,) if isinstance(key, str) else key
    metric = metrics[name]
    interval = given.get("intervals", {}).get(key)
    return Figure(
        name, 1, metric.group(group), None if suppressed else value, given.get("bases", {}).get(name, 100),
        given.get("missing", {}).get(name, 0), metric.unit_of(metric.group(group)), interval, suppressed,
    )  # fmt: skip


@pytest.fixture
def filled(service: Any) -> Any:
    """The service with a year and a half of random records, and its store."""
    make_areas()
    MadeService(service, 7).fill()
    api.refresh(system_viewer(), service)
    return service
