"""Why a second reading was not taken."""

from django.db import models

from kith.kernel.days import today
from kith.kernel.ids import new_id
from kith.kernel.privacy import HEALTH


class MissedReading(models.Model):
    """Declined, not reached or not offered: said by a worker, on a day."""

    id = models.UUIDField(primary_key=True, default=new_id)
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="missed_readings")
    measure = models.CharField(max_length=40)
    reason = models.CharField(max_length=20)
    noted_on = models.DateField(default=today)

    classified = {"client": HEALTH, "reason": HEALTH, "noted_on": HEALTH}
    not_personal = ("id", "measure")

    class Meta:
        indexes = [models.Index(fields=["client", "measure", "noted_on"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reason__in=["declined", "not_reached", "not_offered"]),
                name="missed_reading_reason_known",
            )
        ]
