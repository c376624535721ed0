"""One person's sight of one client's record outside their scope."""

from django.db import models

from kith.glass.models.words import LONG, NAME
from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.kernel.privacy import GLASS
from kith.people.api import Client


class Glass(models.Model):
    """Who opened the record, from where, why, and until when. Who it was is kept as values, as in the trail."""

    id = models.UUIDField(primary_key=True, default=new_id)
    service = models.ForeignKey("access.Service", on_delete=models.PROTECT, related_name="glasses")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="glasses")
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=NAME)
    by_role = models.CharField(max_length=20)
    by_service_name = models.CharField(max_length=NAME)
    reason = models.CharField(max_length=LONG)
    opened_at = models.DateTimeField(default=now)
    ends_at = models.DateTimeField()

    classified = {
        "client": GLASS, "by_id": GLASS, "by_name": GLASS, "by_role": GLASS, "by_service_name": GLASS, "reason": GLASS,
        "opened_at": GLASS, "ends_at": GLASS,
    }  # fmt: skip
    not_personal = ("id", "service")
    written_by = "by_id"

    class Meta:
        indexes = [models.Index(fields=["service", "opened_at"]), models.Index(fields=["by_id", "ends_at"])]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("opened_at")), name="glass_has_an_end"),
            models.CheckConstraint(condition=~models.Q(reason="") & ~models.Q(by_name=""), name="glass_has_a_reason"),
        ]
