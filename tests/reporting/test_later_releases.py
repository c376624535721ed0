"""The next report of a period beside those that are out: what changed by a handful repeats, and says so."""

import datetime as dt
import json
import random

import pytest
from django.conf import settings

from kith.kernel.days import Period
from kith.places.api import set_areas
from kith.reporting import api
from kith.reporting.domain.errors import SealBrokenError
from kith.reporting.models import Release
from kith.reporting.reading.whole import whole
from tests.reporting.attack import attack_on, attack_on_both
from tests.reporting.conftest import YEAR
from tests.reporting.made_service import AREAS, MadeService, make_areas, make_population


@pytest.fixture
def release(small, system, on_day):
    """`release("2025-05-03")`: what a commissioner is shown on a day."""

    def make(day, audience="commissioner", period=YEAR):
        on_day(day)
        api.refresh(system, small.service)
        return api.report(system, small.service, period, audience)

    return make


def seen(small, many, **person):
    """So many more clients, each with one session of half an hour."""
    for _ in range(many):
        small.session(small.client("2024-05-01", **person), "2024-05-01")


def test_late_entries_wait_until_they_can_be_told(small, release):
    seen(small, 20, sex="female")
    assert release("2025-05-03").find("people.clients").value == 20
    seen(small, 5, sex="female")
    later = release("2025-06-01").find("people.clients")
    assert (later.value, later.repeats["value"][:10]) == (20, "2025-05-03")
    seen(small, 5, sex="female")
    assert release("2025-07-01").find("people.clients").value == 30
    assert release("2025-07-01", "service").find("people.clients").value == 30


def test_page_and_files_say_which_figures_repeat_and_of_which_day(small, release):
    seen(small, 20, sex="female")
    assert "repeated" not in [each.id for each in whole(release("2025-05-03")).sections]
    seen(small, 3, sex="female")
    later = release("2025-06-01")
    shown = whole(later)
    assert any("repeats the figure of an earlier report" in each and "fewer than 8" in each for each in shown.notices)
    (section,) = (each for each in shown.sections if each.id == "repeated")
    assert ("Clients", "20\N{DAGGER}", "3 May 2025") in section.pieces[0].rows
    figures = json.loads(api.report_json(later))["figures"]
    (people,) = (each for each in figures if each["id"] == "people.clients")
    assert people["repeats"] == {"value": "2025-05-03", "base": "2025-05-03"}
    assert "2025-05-03" in api.report_file(later, "csv").decode()


def means(report):
    return [each for each in report.all_of("change.mean") if each.value is not None]


def test_mean_of_nearly_the_same_people_is_the_earlier_one(small, release):
    def read(many, gain):
        for _ in range(many):
            client = small.client("2024-05-01")
            small.reading(client, "baseline", "2024-05-01", 40)
            small.reading(client, "review", "2024-08-01", 40 + gain)

    read(20, 8)
    (before,) = means(release("2025-05-03"))
    read(2, 60)
    (later,) = means(release("2025-06-01"))
    assert (later.value, later.interval) == (before.value, before.interval)
    read(10, 60)
    (much,) = means(release("2025-07-01"))
    assert much.value > before.value


def test_minutes_of_nearly_the_same_people_are_the_earlier_ones(small, release):
    seen(small, 20)
    assert release("2025-05-03").find("sessions.minutes").value == 600
    small.session(small.client("2024-05-01"), "2024-05-01", minutes=480)
    assert release("2025-06-01").find("sessions.minutes").value == 600
    seen(small, 10)
    assert release("2025-07-01").find("sessions.minutes").value == 1380


def test_other_periods_and_the_service_itself_are_no_earlier_release(small, release):
    seen(small, 20)
    release("2025-05-03", "service")
    release("2025-05-03", period=Period(dt.date(2024, 4, 1), dt.date(2024, 9, 30)))
    seen(small, 5)
    assert release("2025-06-01").find("people.clients").value == 25


def test_release_keeps_published_numbers_to_be_read_and_counts_only_sealed(small, release):
    seen(small, 20, sex="female")
    seen(small, 3, sex="male")
    release("2025-05-03")
    kept = Release.objects.get()
    men = [each for each in kept.published if each["group"] == {"sex": "male"}]
    assert {each["value"] for each in men} == {None}
    assert b"people" not in bytes(kept.behind)
    release("2025-05-04")
    again = Release.objects.get(number=None)
    assert (again.published, bytes(again.behind)) == ([], b"")


def test_counts_that_cannot_be_opened_stop_the_next_release_with_a_sentence(small, release, monkeypatch):
    seen(small, 20)
    release("2025-05-03")
    monkeypatch.setattr(settings, "SECRET_KEY", "another")
    with pytest.raises(SealBrokenError, match="secret key"):
        release("2025-06-01")


def come_late(small, seed):
    """Eleven clients of whom the first report did not know; some groups win a few, some more."""
    dice = random.Random(seed)
    for _ in range(11):
        client = small.client("2024-05-01", sex=dice.choice(["female", "male"]), ethnicity=dice.choice(["A", "A", "J"]))
        small.referral(client, "2024-05-01")
        small.session(client, "2024-05-02", attended=dice.random() < 0.8)
        small.plan(client, "2024-05-03", issue=dice.choice(["Diet", "Exercise"]))
        small.signpost(client, "2024-05-04", "not_known")
        small.reading(client, "baseline", "2024-05-05", 40)
        if dice.random() < 0.7:
            small.reading(client, "review", "2024-08-05", 52)


@pytest.mark.parametrize(("seed", "clients"), [(21, 25), (22, 60), (23, 150)])
def test_two_reports_together_give_no_hidden_count_away(seed, clients, small, service, system):
    make_areas(seed)
    make_population(AREAS, seed)
    set_areas(viewer=system, service_id=service.id, codes=AREAS)
    MadeService(service, seed, clients=clients).fill()
    api.refresh(system, service)
    first = api.report_json(api.report(system, service, YEAR, "commissioner"))
    come_late(small, seed)
    api.refresh(system, service)
    second = api.report_json(api.report(system, service, YEAR, "commissioner"))
    assert first != second
    assert attack_on(second).given_away() == []
    assert attack_on_both(first, second).given_away() == []
