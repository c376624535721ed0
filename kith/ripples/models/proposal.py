"""Where a proposed telling stands in its note."""

from django.db import models

from kith.kernel.ids import new_id
from kith.kernel.privacy import HEALTH, WORDS, WORK
from kith.ripples.models.note_read import NoteRead
from kith.ripples.models.sample import Sample
from kith.ripples.models.telling import Telling


class Proposal(models.Model):
    """The span of the sentence, the cue that found it, and a keyed digest by which the same words are known again."""

    id = models.UUIDField(primary_key=True, default=new_id)
    telling = models.OneToOneField(Telling, on_delete=models.PROTECT, related_name="proposal")
    note = models.ForeignKey(NoteRead, on_delete=models.PROTECT, related_name="proposals")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    cue = models.CharField(max_length=200)
    sentence_key = models.CharField(max_length=64)
    read_twice = models.BooleanField(default=False)
    frame = models.ForeignKey(Sample, on_delete=models.PROTECT, null=True, related_name="proposals")
    place = models.PositiveIntegerField(null=True)

    classified = {"telling": HEALTH, "note": WORK, "cue": HEALTH, "sentence_key": WORDS}
    not_personal = ("id", "start", "end", "read_twice", "frame", "place")

    @property
    def led_by(self) -> str:
        """The words of the sentence that led to it, without the name by which the lists know them."""
        return self.cue.partition(": ")[2]

    class Meta:
        indexes = [models.Index(fields=["sentence_key"]), models.Index(fields=["frame", "place"])]
        constraints = [
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="proposal_span_holds_words"),
            models.CheckConstraint(
                condition=models.Q(place__isnull=True) | models.Q(frame__isnull=False),
                name="proposal_drawn_from_a_frame",
            ),
        ]
