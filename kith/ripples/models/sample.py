"""A random sample of one period, drawn once."""

from django.db import models

from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.kernel.privacy import WORK


class Sample(models.Model):
    """What was found in the notes of a period, and the notes in which nothing was, as they stood when it was drawn.

    The frame is everything the draw was from; the seed says which of it was drawn.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    service = models.ForeignKey("access.Service", on_delete=models.PROTECT, related_name="samples_of_notes")
    first = models.DateField()
    last = models.DateField()
    seed = models.CharField(max_length=64)
    reader_version = models.CharField(max_length=64)
    found = models.PositiveIntegerField()
    without = models.PositiveIntegerField()
    drawn_at = models.DateTimeField(default=now)
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=200)

    classified = {"by_id": WORK, "by_name": WORK}
    not_personal = ("id", "service", "first", "last", "seed", "reader_version", "found", "without", "drawn_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "first"], name="sample_drawn_once_for_a_period"),
            models.CheckConstraint(condition=models.Q(last__gte=models.F("first")), name="sample_first_to_last"),
        ]
