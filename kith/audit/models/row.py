"""One row: who did what to which records, when. Never a value."""

from django.db import models

from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.kernel.privacy import TRAIL
from kith.rows.api import OfService


class AuditRow(models.Model):
    """Written in the transaction of what it tells of; never changed after. Sealed in batches later.

    A strand is the rows of one writer at a time, at places 1, 2, 3 and on. A row written before there were strands has
    none, and names its seal in `batch`.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    at = models.DateTimeField(default=now)
    actor_id = models.UUIDField()
    actor_name = models.CharField(max_length=200)
    verb = models.CharField(max_length=40)
    service_id = models.UUIDField(null=True)
    client_id = models.UUIDField(null=True)
    record_type = models.CharField(max_length=40)
    record_ids = models.JSONField(default=list)
    fields = models.JSONField(default=list)
    mac = models.CharField(max_length=64)
    strand = models.PositiveIntegerField(null=True)
    place = models.PositiveBigIntegerField(null=True)
    batch = models.BigIntegerField(null=True)

    classified = {
        "actor_id": TRAIL, "actor_name": TRAIL, "client_id": TRAIL, "record_ids": TRAIL, "at": TRAIL, "verb": TRAIL,
    }  # fmt: skip
    not_personal = ("id", "service_id", "record_type", "fields", "mac", "strand", "place", "batch")
    second_lock = OfService(by="actor_id", may_lack=True, for_good=True)

    class Meta:
        indexes = [
            models.Index(fields=["client_id", "at"]),
            models.Index(fields=["batch"]),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(actor_name=""), name="audit_row_has_an_actor"),
            models.UniqueConstraint(fields=["strand", "place"], name="audit_row_once_at_a_place"),
            models.CheckConstraint(
                condition=models.Q(strand__isnull=True, place__isnull=True)
                | models.Q(strand__isnull=False, place__isnull=False, strand__gte=1, place__gte=1),
                name="audit_row_has_its_place",
            ),
        ]
