"""A draw is from all that was found in a period, made once, and the same whoever makes it again."""

import datetime as dt

import pytest

from kith.kernel.days import Period
from kith.kernel.errors import NotAllowedError, NotPossibleError
from kith.ripples.api import draw, look_at_next_sentence, next_period, samples_of, to_judge
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


@pytest.mark.parametrize("stance", STANCES)
def test_draw_is_made_by_whoever_the_table_says(stance, around, service, found):
    if stance in MAY:
        draw(viewer=around[stance], service_id=service.id, period=SPRING)
    else:
        with pytest.raises(NotAllowedError):
            draw(viewer=around[stance], service_id=service.id, period=SPRING)
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
