"""What leaves the service: nothing small is shown, and nothing hidden can be worked out."""

import datetime as dt
import json
import math

import pytest

from kith.kernel.days import Period
from kith.places.api import set_areas
from kith.reporting import api
from kith.reporting.domain.book import Book, Split
from kith.reporting.domain.protection import hidden_numbers
from tests.reporting.attack import Attack, attack_on
from tests.reporting.conftest import YEAR
from tests.reporting.made_service import AREAS, MadeService, make_areas, make_population


@pytest.fixture(params=[(11, 15), (12, 40), (13, 90), (14, 200)], ids=lambda each: f"{each[1]} clients")
def reports(request, service, system):
    """A random service as it sees itself, and as a commissioner sees it."""
    seed, clients = request.param
    make_areas(seed)
    make_population(AREAS, seed)
    MadeService(service, seed, clients=clients).fill()
    set_areas(viewer=system, service_id=service.id, codes=AREAS)
    api.refresh(system, service)
    return tuple(api.report(system, service, YEAR, audience) for audience in ("service", "commissioner"))


def own(report):
    """The service's own figures, without the people who live there, who are nobody's secret."""
    return [each for each in report.figures if not each.id.startswith("reach.population")]


def test_no_hidden_count_can_be_worked_out_from_the_sums(reports):
    published = api.report_json(reports[1])
    assert attack_on(published).given_away() == []


def test_attack_succeeds_where_rounding_alone_protects():
    attack = Attack()
    for name, published in (("total", 15), ("one", 10), ("two", 10), ("hidden", None)):
        attack.learn(name, published)
    attack.sums.append(("total", ["one", "two", "hidden"]))
    assert attack.given_away() == ["hidden"]


def test_counts_are_hidden_or_rounded_everywhere(reports):
    inside, outside = reports
    for one, other in zip(own(inside), own(outside), strict=True):
        assert (one.id, one.group) == (other.id, other.group)
        for count in (other.base, other.missing):
            assert count is None or (count % 5 == 0 and count != 5)
        if isinstance(one.value, int) and one.unit != "minutes":
            assert not (1 <= one.value <= 7 and other.value is not None)
            assert other.value is None or other.value == 5 * math.floor(one.value / 5 + 0.5)
            assert other.suppressed == (other.value is None)


def test_no_number_of_notes_is_of_few_people_nor_follows_from_its_sum(reports):
    outside = reports[1]
    shown = {(each.id, *each.group.values()): each.value for each in outside.figures if each.id.startswith("notes.")}
    for total, parts in number_sums(shown):
        values = [shown[each] for each in (total, *parts)]
        assert sum(each is None for each in values) != 1
    assert all(value is None or value % 5 == 0 for value in shown.values() if isinstance(value, int))


def number_sums(shown):
    """What of the notes adds up to what."""
    written, allowed = ("notes.written",), ("notes.allowed",)
    yield written, [allowed, ("notes.unread",)]
    yield allowed, [("notes.read",), ("notes.withheld",), ("notes.waiting",)]
    yield ("notes.unread",), [("notes.unread_why", "no"), ("notes.unread_why", "not_asked")]
    for name in ("fifth", "ethnicity"):
        for of in ("written", "allowed", "unread"):
            yield (f"notes.{of}",), [each for each in shown if each[0] == f"notes.{of}_{name}"]
        for each in [each for each in shown if each[0] == f"notes.written_{name}"]:
            yield each, [(f"notes.{of}_{name}", each[1]) for of in ("allowed", "unread")]


def test_estimates_follow_from_published_counts_and_are_rounded(reports):
    inside, outside = reports
    for name in ("notes.right", "notes.missed"):
        one, other = inside.find(name), outside.find(name)
        assert other.base is None or other.base % 5 == 0
        if other.value is not None:
            assert other.value % 5 == 0
            assert all(end % 5 == 0 for end in other.interval)
            assert other.interval[0] <= other.value <= other.interval[1]
        assert one.suppressed is False


def test_noughts_are_kept(reports):
    for one, other in zip(*map(own, reports), strict=True):
        if one.value == 0 and one.unit not in ("minutes",):
            assert other.value is None or other.value == 0


def test_means_are_shown_with_the_published_number_behind_them(reports):
    inside, outside = reports
    for figure in outside.all_of("change.mean"):
        whole = inside.find("change.mean", **figure.group)
        if figure.base is None or whole.base < 8:
            assert figure.value is None
            assert figure.interval is None
            continue
        spread = outside.find("change.sd", **figure.group)
        half = (figure.interval[1] - figure.interval[0]) / 2
        assert abs(figure.value - whole.value) <= 1
        assert half >= 1.9 * spread.value / math.sqrt(figure.base)


def test_shares_are_of_published_counts(reports):
    inside, outside = reports
    whole, figure = inside.find("how.same_worker"), outside.find("how.same_worker")
    if figure.value is not None:
        part = 5 * math.floor(whole.value * whole.base / 5 + 0.5)
        assert figure.value == part / figure.base


def test_minutes_of_few_people_are_hidden_and_not_given_away_by_their_sum(small, system):
    for _ in range(9):
        small.session(small.client(), "2024-05-01", minutes=31)
    planned = small.client()
    small.plan(planned, "2024-05-01")
    small.session(planned, "2024-06-01", minutes=44)
    report = api.report(system, small.service, YEAR, "commissioner")
    minutes = {figure.group["time"]: figure.value for figure in report.all_of("how.minutes")}
    assert minutes == {"before_plan": 0, "with_plan": None, "never_planned": None}
    assert report.find("credit_gap.minutes_with_no_place").value is None
    assert report.find("sessions.minutes").value == 325


@pytest.mark.parametrize(
    ("people", "hidden"),
    [
        ({"total": 20, "a": 9, "b": 9}, set()),
        ({"total": 20, "a": 3, "b": 17}, {"a", "b"}),
        ({"total": 3, "a": 3, "b": 0}, {"total", "a"}),
    ],
)
def test_one_more_number_is_hidden_wherever_a_sum_would_tell_the_hidden_one(people, hidden):
    from kith.analytics.disclosure import rule_named

    amounts = {"total": 300, "a": 100 * (people["a"] > 0), "b": 200 * (people["b"] > 0)}
    numbers = {key: {"rows": 1, "minutes": amount} for key, amount in amounts.items()}
    book = Book(numbers=numbers, people=people, number_sums=[Split("total", ("a", "b"))])
    assert hidden_numbers(book, rule_named("nhsd_7_5")) == hidden


def test_words_stay_inside(small, system):
    client = small.client()
    small.consent(client, "yes")
    small.plan(client, "2024-05-01", issue="Local issue", issue_words="debt letters of Mrs Secret")
    outside = api.report(system, small.service, YEAR, "commissioner")
    assert outside.issue_words == ()
    assert b"Secret" not in api.report_json(outside)


def test_report_of_a_commissioner_is_the_same_bytes_again(small, system):
    MadeService(small.service, 3, clients=30).fill()
    period = Period(dt.date(2024, 4, 1), dt.date(2024, 12, 31))
    first = api.report_json(api.report(system, small.service, period, "commissioner"))
    api.refresh(system, small.service)
    assert api.report_json(api.report(system, small.service, period, "commissioner")) == first
    assert json.loads(first)["audience"] == "commissioner"
