"""Reports of one period that are made at one moment: one comes after the other, and together they tell of nobody."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.db import connection

from kith.analytics.disclosure import consistent_with
from kith.audit.api import AuditRow, drop_strand, verify
from kith.reporting import api
from kith.reporting.actions import release_report
from kith.reporting.domain.errors import BusyError
from kith.reporting.domain.sealed import Seal
from kith.reporting.models import Release
from tests.reporting.attack import attack_on, attack_on_both
from tests.reporting.conftest import YEAR
from tests.reporting.made_service import MadeService, make_areas
from tests.reporting.test_later_releases import come_late

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 120


class AtOneMoment:
    """Reports in threads of their own, none of which is written down before all have looked at what is out."""

    def __init__(self, many, small, system):
        self.small, self.system = small, system
        self.have_looked, self.has_counted = threading.Barrier(many + 1), threading.Semaphore(0)
        self.looked, self.look = threading.local(), release_report.releases_out
        self.pool, self.goes_first = ThreadPoolExecutor(many), threading.Event()

    def releases_out(self, *which):
        """The first time, everybody before anybody goes on."""
        out = self.look(*which)
        if not hasattr(self.looked, "once"):
            self.looked.once = True
            self.has_counted.release()
            self.have_looked.wait(PATIENCE)
            if self.looked.waits_for_another:
                assert self.goes_first.wait(PATIENCE)
        return out

    def begin(self, *, goes_first=True):
        """Another one; its figures are counted once this returns."""
        making = self.pool.submit(self._make, goes_first)
        assert self.has_counted.acquire(timeout=PATIENCE)
        return making

    def go_on(self):
        """All have looked."""
        self.have_looked.wait(PATIENCE)

    def _make(self, goes_first):
        self.looked.waits_for_another = not goes_first
        try:
            return api.report_json(api.report(self.system, self.small.service, YEAR, "commissioner"))
        finally:
            if goes_first:
                self.goes_first.set()
            drop_strand()
            connection.close()


@pytest.fixture
def at_one_moment(small, system, monkeypatch):
    """`at_one_moment(2).begin()`: one of two."""

    def make(many):
        made = AtOneMoment(many, small, system)
        monkeypatch.setattr(release_report, "releases_out", made.releases_out)
        return made

    return make


def written_down():
    """The numbers of the releases, and how many the trail tells of."""
    numbers = sorted(Release.objects.values_list("number", flat=True), key=lambda number: number or 0)
    return numbers, AuditRow.objects.filter(verb="released").count()


@pytest.fixture
def two_of_different_records(small, system, at_one_moment):
    """`two_of_different_records(seed, older_first=True)`: both reports, of eleven clients fewer and more."""

    def make(seed, *, older_first):
        make_areas(seed)
        MadeService(small.service, seed, clients=40).fill()
        api.refresh(system, small.service)
        both = at_one_moment(2)
        older = both.begin(goes_first=older_first)
        come_late(small, seed)
        api.refresh(system, small.service)
        newer = both.begin(goes_first=not older_first)
        both.go_on()
        return older.result(PATIENCE), newer.result(PATIENCE)

    return make


@pytest.mark.parametrize("seed", [31, 32])
def test_later_of_two_is_made_anew_beside_the_other_and_gives_nothing_away(seed, small, two_of_different_records):
    older, newer = two_of_different_records(seed, older_first=True)
    assert written_down() == ([1, 2], 2)
    opened = Seal(settings.SECRET_KEY, small.service.id).open
    before, after = (opened(bytes(each.behind)) for each in Release.objects.order_by("number"))
    beside = consistent_with(before["counts"], after["counts"])
    few = [key for key, used in beside.items() if used.repeated]
    assert few
    for key in few:
        published, _suppressed, _reason, repeats = after["cells"][key]
        assert repeats or published is None
    assert attack_on_both(older, newer).given_away() == []
    assert attack_on(newer).given_away() == []
    assert verify().faults == ()


def test_one_of_older_records_that_comes_too_late_is_of_the_newer_ones_too(two_of_different_records):
    older, newer = two_of_different_records(31, older_first=False)
    assert older == newer
    assert written_down() == ([None, 1], 2)


def test_many_of_the_same_records_are_one_release_and_all_are_made(small, system, at_one_moment):
    for _ in range(20):
        small.session(small.client("2024-05-01", sex="female"), "2024-05-01")
    api.refresh(system, small.service)
    many = at_one_moment(6)
    making = [many.begin() for _ in range(6)]
    many.go_on()
    assert len({each.result(PATIENCE) for each in making}) == 1
    assert written_down() == ([None] * 5 + [1], 6)


def test_one_that_always_comes_too_late_is_told_to_try_again_and_writes_nothing_down(small, system, monkeypatch):
    small.session(small.client("2024-05-01"), "2024-05-01")
    api.refresh(system, small.service)
    monkeypatch.setattr(release_report, "releases_out", lambda *which: [])
    api.report(system, small.service, YEAR, "commissioner")
    with pytest.raises(BusyError, match="Try again in a minute"):
        api.report(system, small.service, YEAR, "commissioner")
    assert written_down() == ([1], 1)
