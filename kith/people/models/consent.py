"""What a client said yes or no to. Not asked is no row."""

from django.db import models

from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.kernel.privacy import CHOICE
from kith.people.models.client import Client


class Consent(models.Model):
    """One answer for one purpose; the newest governs, none is ever edited."""

    id = models.UUIDField(primary_key=True, default=new_id)
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=40)
    answer = models.CharField(max_length=3)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.CharField(max_length=200)
    source = models.CharField(max_length=40)

    classified = {"client": CHOICE, "answer": CHOICE, "recorded_at": CHOICE, "recorded_by": CHOICE}
    not_personal = ("id", "purpose", "source")

    class Meta:
        indexes = [models.Index(fields=["client", "purpose", "recorded_at"])]
        constraints = [
            models.CheckConstraint(condition=models.Q(answer__in=["yes", "no"]), name="consent_answer_yes_or_no")
        ]
