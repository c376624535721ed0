"""Two clients who may be one person: a question, never an answer."""

from django.db import models

from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.kernel.privacy import IDENTITY
from kith.people.models.client import Client


class PossibleDuplicate(models.Model):
    """A proposed pair. Nothing merges by itself."""

    id = models.UUIDField(primary_key=True, default=new_id)
    service = models.ForeignKey("access.Service", on_delete=models.PROTECT, related_name="possible_duplicates")
    first = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    reasons = models.JSONField(default=list)
    proposed_at = models.DateTimeField(default=now)
    not_the_same_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=200, blank=True)

    classified = {"first": IDENTITY, "second": IDENTITY, "decided_by": IDENTITY}
    not_personal = ("id", "service", "reasons", "proposed_at", "not_the_same_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="possible_duplicate_proposed_once"),
            models.CheckConstraint(
                condition=models.Q(not_the_same_at__isnull=True) | ~models.Q(decided_by=""),
                name="possible_duplicate_decided_by_somebody",
            ),
        ]
