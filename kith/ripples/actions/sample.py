"""Draws the random sentences and notes of a period, once."""

from uuid import UUID

from django.conf import settings
from django.db import transaction

from kith.access.api import Viewer
from kith.audit.api import Deed, record
from kith.kernel.days import Period
from kith.ripples.domain.cues.current import notes_reader
from kith.ripples.domain.digests import Digests
from kith.ripples.domain.drawing import NOTES, SENTENCES, draw_from
from kith.ripples.models import NoteRead, Proposal, Sample
from kith.ripples.permissions import check_user_may_draw
from kith.ripples.policies import check_can_draw
from kith.ripples.queries.samples import samples_of


@transaction.atomic
def draw(*, viewer: Viewer, service_id: UUID, period: Period) -> Sample:
    """Fix what was found in the notes of a period, and draw from it. Raises NotAllowedError, NotPossibleError."""
    check_user_may_draw(viewer, service_id)
    check_can_draw(period, [(each.first, each.last) for each in samples_of(service_id)])
    inside = (period.first, period.last)
    found = Proposal.objects.filter(note__service_id=service_id, telling__told_on__range=inside, frame__isnull=True)
    without = NoteRead.objects.filter(
        service_id=service_id, noted_on__range=inside, withheld=False, found=0, frame__isnull=True
    )
    seed = Digests(settings.SECRET_KEY, service_id).seed(f"{period.first}:{period.last}")
    sentences, notes = list(found.values_list("id", flat=True)), list(without.values_list("id", flat=True))
    sample = Sample.objects.create(
        service_id=service_id, first=period.first, last=period.last, seed=seed, reader_version=notes_reader().version,
        found=len(sentences), without=len(notes), by_id=viewer.actor.id, by_name=viewer.actor.name,
    )  # fmt: skip
    found.update(frame=sample)
    without.update(frame=sample)
    for place, each in enumerate(draw_from(sentences, seed, SENTENCES), start=1):
        Proposal.objects.filter(id=each).update(place=place)
    for place, each in enumerate(draw_from(notes, seed, NOTES), start=1):
        NoteRead.objects.filter(id=each).update(place=place)
    record(actor=viewer.actor, deed=Deed("drew", "sample", [sample.id], service_id=service_id))
    return sample
