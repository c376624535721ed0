"""How somebody came to the service."""

from django.db import models

from kith.kernel.ids import new_id
from kith.kernel.privacy import WORK


class Referral(models.Model):
    """One referral, with its source and decision as the service words them."""

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.PositiveIntegerField(default=1)
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="referrals")
    import_id = models.UUIDField(null=True)
    reference = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=200, blank=True)
    received_on = models.DateField()
    decision = models.CharField(max_length=10, default="waiting")
    declined_reason = models.CharField(max_length=200, blank=True)

    classified = {
        "client": WORK, "reference": WORK, "source": WORK, "received_on": WORK, "decision": WORK,
        "declined_reason": WORK,
    }  # fmt: skip
    not_personal = ("id", "version", "import_id")

    class Meta:
        indexes = [models.Index(fields=["client", "received_on"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decision__in=["waiting", "accepted", "declined"]), name="referral_decision_known"
            )
        ]
