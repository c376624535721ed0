"""A draw is from all that was found in a period, made once, and the same whoever makes it again."""

import datetime as dt

import pytest

from kith.kernel.days import Period
from kith.kernel.errors import NotAllowedError, NotPossibleError
from kith.ripples.api import (
    draw,
    draw_next,
    judge,
    judge_note,
    look_at_next_sentence,
    next_period,
    notes_to_judge,
    samples_of,
    samples_visible_to,
    to_draw,
    to_judge,
)
from kith.ripples.domain.drawing import draw_from
from kith.ripples.models import NoteRead, Proposal
from tests.factories.clients import STANCES
from tests.ripples import reviewing as r

pytestmark = pytest.mark.django_db
MAY = {"manager", "system"}
SPRING = Period(dt.date(2026, 4, 1), dt.date(2026, 6, 15))


@pytest.fixture
def found(worker, client, service, on_day):
    on_day("2026-06-15")
    r.say(worker, client)
    for number in range(4):
        words = f"Her sister number {number} got a job."
        r.note(worker, client, words, day=SPRING.first + dt.timedelta(days=number))
    r.note(worker, client, r.NOTHING, day=SPRING.first)
    r.note(worker, client, r.WITHHELD, day=SPRING.first)
    r.read(service.id)
    return r.proposals(client)


@pytest.mark.parametrize(("do", "days"), [(draw, "period"), (draw_next, "shown")])
@pytest.mark.parametrize("stance", STANCES)
def test_draw_is_made_by_whoever_the_table_says(stance, do, days, around, service, found):
    if stance in MAY:
        do(viewer=around[stance], service_id=service.id, **{days: SPRING})
    else:
        with pytest.raises(NotAllowedError):
            do(viewer=around[stance], service_id=service.id, **{days: SPRING})
    assert samples_of(service.id).count() == (stance in MAY)


def test_frame_is_all_that_was_found_and_notes_withheld_are_not_in_it(around, service, found):
    sample = draw(viewer=around["manager"], service_id=service.id, period=SPRING)
    assert (sample.found, sample.without) == (4, 1)
    assert sorted(Proposal.objects.values_list("place", flat=True)) == [1, 2, 3, 4]
    assert list(NoteRead.objects.filter(place__isnull=False).values_list("withheld", "found")) == [(False, 0)]


def test_drawn_sentences_come_first_in_the_order_drawn(around, worker, client, service, found, on_day):
    draw(viewer=around["manager"], service_id=service.id, period=SPRING)
    on_day("2026-06-20")
    r.note(worker, client, "Her brother got a job.", day=dt.date(2026, 6, 18))
    r.read(service.id)
    assert list(to_judge(around["manager"]).values_list("place", flat=True)) == [1, 2, 3, 4, None]
    assert look_at_next_sentence(viewer=around["manager"]).found.place == 1


def test_day_is_drawn_from_once_and_not_before_it_has_come(around, service, found):
    with pytest.raises(NotPossibleError, match="after today"):
        draw(viewer=around["manager"], service_id=service.id, period=Period(SPRING.first, dt.date(2026, 6, 16)))
    assert next_period(service.id) == SPRING
    draw(viewer=around["manager"], service_id=service.id, period=SPRING)
    with pytest.raises(NotPossibleError, match="once"):
        draw(viewer=around["manager"], service_id=service.id, period=Period(SPRING.last, SPRING.last))
    assert next_period(service.id) is None


def test_seed_makes_the_same_draw_again(around, service, found):
    sample = draw(viewer=around["manager"], service_id=service.id, period=SPRING)
    drawn = Proposal.objects.order_by("place").values_list("id", flat=True)
    assert draw_from([each.id for each in found], sample.seed, 200) == list(drawn)


def counts(waiting):
    return (waiting.sentences, waiting.notes, waiting.unread)


def test_what_a_draw_would_be_of_is_told_before_to_whoever_may_draw(around, worker, client, service, found):
    r.note(worker, client, "Her aunt got a job.", day=SPRING.last)
    assert counts(to_draw(around["manager"], service.id)) == (4, 1, 1)
    assert to_draw(around["manager"], service.id).period == SPRING
    for stance in set(STANCES) - MAY:
        assert to_draw(around[stance], service.id) is None
    r.say(worker, client, "no")
    assert counts(to_draw(around["manager"], service.id)) == (0, 0, 0)


def test_draw_is_from_the_days_that_were_shown_or_is_not_made(around, service, found, on_day):
    on_day("2026-06-16")
    with pytest.raises(NotPossibleError, match="others by now"):
        draw_next(viewer=around["manager"], service_id=service.id, shown=SPRING)
    shown = next_period(service.id)
    draw_next(viewer=around["manager"], service_id=service.id, shown=shown)
    with pytest.raises(NotPossibleError, match="others by now"):
        draw_next(viewer=around["manager"], service_id=service.id, shown=shown)
    assert samples_of(service.id).count() == 1


def test_days_are_not_used_up_by_a_draw_of_nothing(around, worker, client, service, on_day):
    on_day("2026-06-15")
    r.say(worker, client)
    r.note(worker, client, r.WITHHELD, day=SPRING.first)
    r.read(service.id)
    with pytest.raises(NotPossibleError, match="nothing to draw"):
        draw_next(viewer=around["manager"], service_id=service.id, shown=SPRING)
    assert next_period(service.id) == SPRING


def test_what_comes_later_is_counted_apart_and_the_rest_of_the_year_is_drawn_once_it_is_over(
    around, worker, client, service, found, on_day
):
    manager = around["manager"]
    draw_next(viewer=manager, service_id=service.id, shown=SPRING)
    judge(viewer=manager, proposal_id=found[0].id, answer="reject")
    judge_note(viewer=manager, note_id=notes_to_judge(manager).get().id, answer="no")
    on_day("2027-04-01")
    r.note(worker, client, "Her aunt got a job.", day=SPRING.first)
    r.note(worker, client, "Her uncle got a job.", day=dt.date(2026, 12, 1))
    r.read(service.id)
    spring, rest = samples_visible_to(manager)
    assert (spring.found, spring.sentences_drawn, spring.sentences_read, spring.sentences_later) == (4, 4, 1, 1)
    assert (spring.without, spring.notes_drawn, spring.notes_read, spring.notes_later) == (1, 1, 1, 0)
    assert (rest.first, rest.last, rest.found) == (dt.date(2026, 6, 16), dt.date(2027, 3, 31), 1)
    assert not samples_visible_to(around["manager of another service"]).exists()
    assert not samples_visible_to(around["leader of the team"]).exists()


def test_year_brought_in_after_a_later_one_was_drawn_from_is_drawn_from_too(
    around, worker, client, service, found, on_day
):
    draw(viewer=around["manager"], service_id=service.id, period=SPRING)
    r.note(worker, client, "Her aunt got a job.", day=dt.date(2025, 5, 1))
    assert [each.first for each in r.read(service.id).drawn] == [dt.date(2025, 4, 1)]
    assert list(samples_of(service.id).values_list("first", "found")) == [(dt.date(2025, 4, 1), 1), (SPRING.first, 4)]
