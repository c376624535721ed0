"""A correction made in Kith, with its reason."""

from django.db import models

from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.kernel.privacy import TRAIL
from kith.people.models.client import Client


class Amendment(models.Model):
    """Which fields of which record were corrected, by whom, why. An import leaves these fields alone."""

    id = models.UUIDField(primary_key=True, default=new_id)
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="amendments")
    record_type = models.CharField(max_length=40)
    record_id = models.UUIDField()
    fields = models.JSONField(default=list)
    reason = models.CharField(max_length=500)
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=now)

    classified = {"client": TRAIL, "reason": TRAIL, "by_id": TRAIL, "by_name": TRAIL, "at": TRAIL, "record_id": TRAIL}
    not_personal = ("id", "record_type", "fields")

    class Meta:
        indexes = [models.Index(fields=["record_type", "record_id"])]
