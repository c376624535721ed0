"""A piece of work with one client, and its states."""

from django.db import models

from kith.casework.models.referral import Referral
from kith.kernel.ids import new_id
from kith.kernel.privacy import WORK


class Case(models.Model):
    """Opened by an accepted referral or a first contact; a client may have several."""

    id = models.UUIDField(primary_key=True, default=new_id)
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="cases")
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, null=True, related_name="cases")
    worker = models.ForeignKey("workforce.Worker", on_delete=models.PROTECT, null=True, related_name="cases")
    opened_on = models.DateField()

    classified = {"client": WORK, "referral": WORK, "worker": WORK, "opened_on": WORK}
    not_personal = ("id",)

    class Meta:
        indexes = [models.Index(fields=["client", "opened_on"])]


class CaseState(models.Model):
    """A state is a row added, never edited."""

    id = models.UUIDField(primary_key=True, default=new_id)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="states")
    state = models.CharField(max_length=10)
    since = models.DateField()
    reason = models.CharField(max_length=200, blank=True)
    by_name = models.CharField(max_length=200)

    classified = {"case": WORK, "state": WORK, "since": WORK, "reason": WORK, "by_name": WORK}
    not_personal = ("id",)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=["open", "closed"]), name="case_state_known")
        ]
