"""What was said of a look: it was closed, seen by a manager, questioned, answered."""

from django.db import models

from kith.glass.domain.states import ANSWERED, QUESTIONED, SAID
from kith.glass.models.glass import Glass
from kith.glass.models.words import LONG, NAME
from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.kernel.privacy import GLASS


class Said(models.Model):
    """A row added, never edited."""

    id = models.UUIDField(primary_key=True, default=new_id)
    glass = models.ForeignKey(Glass, on_delete=models.PROTECT, related_name="said")
    kind = models.CharField(max_length=20)
    words = models.CharField(max_length=LONG, blank=True)
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=NAME)
    at = models.DateTimeField(default=now)

    classified = {"kind": GLASS, "words": GLASS, "by_id": GLASS, "by_name": GLASS, "at": GLASS}
    not_personal = ("id", "glass")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=SAID), name="said_of_a_known_kind"),
            models.CheckConstraint(
                condition=~models.Q(kind__in=(QUESTIONED, ANSWERED)) | ~models.Q(words=""),
                name="said_in_words_where_words_are_due",
            ),
        ]
