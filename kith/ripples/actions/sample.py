"""Draws the random sentences and notes of a period, once."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from kith.access.api import Viewer, lock_service
from kith.audit.api import Deed, record
from kith.kernel.days import Period
from kith.ripples.domain.cues.current import notes_reader
from kith.ripples.domain.digests import Digests
from kith.ripples.domain.drawing import NOTES, SENTENCES, draw_from
from kith.ripples.models import NoteRead, Proposal, Sample
from kith.ripples.permissions import check_user_may_draw
from kith.ripples.policies import check_can_draw, check_can_draw_next
from kith.ripples.queries.samples import notes_to_draw, samples_of, sentences_to_draw, to_draw


@transaction.atomic
def draw_next(*, viewer: Viewer, service_id: UUID, shown: Period) -> Sample:
    """Draw from the next days, as long as they are those that were shown and hold something to draw.

    Raises NotAllowedError, NotPossibleError.
    """
    check_user_may_draw(viewer, service_id)
    lock_service(service_id)
    waiting = to_draw(viewer, service_id)
    check_can_draw_next(shown, waiting.period if waiting else None, is_empty=waiting is None or waiting.is_empty)
    return draw(viewer=viewer, service_id=service_id, period=shown)


@transaction.atomic
def draw(*, viewer: Viewer, service_id: UUID, period: Period) -> Sample:
    """Fix what was found in the notes of a period, and draw from it. Raises NotAllowedError, NotPossibleError."""
    check_user_may_draw(viewer, service_id)
    lock_service(service_id)
    check_can_draw(period, [(each.first, each.last) for each in samples_of(service_id)])
    seed = Digests(settings.SECRET_KEY, service_id).seed(f"{period.first}:{period.last}")
    sample = Sample(
        service_id=service_id, first=period.first, last=period.last, seed=seed, reader_version=notes_reader().version,
        found=0, without=0, by_id=viewer.actor.id, by_name=viewer.actor.name,
    )  # fmt: skip
    sample.save()
    # What is marked is the frame: notes may be read at this moment, and what comes later must not be in it uncounted.
    sample.found = sentences_to_draw(service_id, period).update(frame=sample)
    sample.without = notes_to_draw(service_id, period).update(frame=sample)
    sample.save()
    _place(Proposal.objects.filter(frame=sample), seed, SENTENCES)
    _place(NoteRead.objects.filter(frame=sample), seed, NOTES)
    record(actor=viewer.actor, deed=Deed("drew", "sample", [sample.id], service_id=service_id))
    return sample


def _place(frame: QuerySet[Any], seed: str, most: int) -> None:
    """Which of a frame are drawn, each with its place."""
    for place, each in enumerate(draw_from(frame.values_list("id", flat=True), seed, most), start=1):
        frame.filter(id=each).update(place=place)
