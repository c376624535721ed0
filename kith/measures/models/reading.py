"""One reading of one measure for one client on one day."""

from django.db import models

from kith.kernel.ids import new_id
from kith.kernel.privacy import HEALTH


class Reading(models.Model):
    """The value is held in thousandths, so that sums are exact."""

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.PositiveIntegerField(default=1)
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="readings")
    import_id = models.UUIDField(null=True)
    measure = models.CharField(max_length=40)
    stage = models.CharField(max_length=20)
    taken_on = models.DateField()
    value_thousandths = models.IntegerField()

    classified = {"client": HEALTH, "stage": HEALTH, "taken_on": HEALTH, "value_thousandths": HEALTH}
    not_personal = ("id", "version", "import_id", "measure")

    class Meta:
        indexes = [models.Index(fields=["client", "measure", "taken_on"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stage__in=["baseline", "review", "sign_off", "follow_up"]),
                name="reading_stage_known",
            )
        ]
