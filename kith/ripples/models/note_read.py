"""One note the reader has been through."""

from django.db import models

from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.kernel.privacy import HEALTH, WORDS, WORK
from kith.ripples.models.sample import Sample

# In the place of a digest: the note is to be read again, though its visit is as it was.
READ_AGAIN = ""


class NoteRead(models.Model):
    """Which note, as of which words (a keyed digest, never the words), by which lists, and what came of it.

    `as_of_version` is the version its visit had then: any other, and the note waits to be gone through again.
    `read_at` is when these words were first read.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    service = models.ForeignKey("access.Service", on_delete=models.PROTECT, related_name="notes_read")
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="notes_read")
    source_room = models.CharField(max_length=40)
    source_id = models.UUIDField(unique=True)
    noted_on = models.DateField()
    digest = models.CharField(max_length=64)
    as_of_version = models.PositiveIntegerField(default=0)
    reader_version = models.CharField(max_length=64)
    withheld = models.BooleanField(default=False)
    found = models.PositiveSmallIntegerField(default=0)
    read_at = models.DateTimeField(default=now)
    frame = models.ForeignKey(Sample, on_delete=models.PROTECT, null=True, related_name="notes")
    place = models.PositiveIntegerField(null=True)

    classified = {
        "client": WORK, "source_id": WORK, "noted_on": WORK, "digest": WORDS, "withheld": HEALTH,
        "found": HEALTH,
    }  # fmt: skip
    not_personal = ("id", "service", "source_room", "as_of_version", "reader_version", "read_at", "frame", "place")

    class Meta:
        indexes = [models.Index(fields=["service", "noted_on"]), models.Index(fields=["client"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(withheld=False) | models.Q(found=0), name="note_withheld_gives_nothing"
            ),
            models.CheckConstraint(
                condition=models.Q(place__isnull=True) | models.Q(frame__isnull=False), name="note_drawn_from_a_frame"
            ),
        ]
