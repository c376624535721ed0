"""A personal health plan and its goals."""

from django.db import models

from kith.casework.models.case import Case
from kith.kernel.ids import new_id
from kith.kernel.privacy import HEALTH, WORDS, WORK


class Plan(models.Model):
    """What a client set out to do; the issue in the service's label and in the client's words."""

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.PositiveIntegerField(default=1)
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="plans")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="plans")
    import_id = models.UUIDField(null=True)
    reference = models.CharField(max_length=60, blank=True)
    issue = models.CharField(max_length=200, blank=True)
    issue_words = models.CharField(max_length=500, blank=True)
    set_on = models.DateField()
    signed_off_on = models.DateField(null=True)
    outcome = models.CharField(max_length=10, default="ongoing")

    classified = {
        "client": WORK, "case": WORK, "reference": WORK, "issue": HEALTH, "issue_words": WORDS,
        "set_on": WORK, "signed_off_on": WORK, "outcome": HEALTH,
    }  # fmt: skip
    not_personal = ("id", "version", "import_id")

    class Meta:
        indexes = [models.Index(fields=["client", "set_on"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=["full", "part", "none", "ongoing"]), name="plan_outcome_known"
            )
        ]


class Goal(models.Model):
    """One goal of a plan, with how much it matters and how sure the client is, 0 to 10."""

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.PositiveIntegerField(default=1)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="goals")
    topic = models.CharField(max_length=200, blank=True)
    importance = models.PositiveSmallIntegerField(null=True)
    confidence = models.PositiveSmallIntegerField(null=True)

    classified = {"plan": HEALTH, "topic": HEALTH, "importance": HEALTH, "confidence": HEALTH}
    not_personal = ("id", "version")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(importance__isnull=True) | models.Q(importance__range=(0, 10)),
                name="goal_importance_0_to_10",
            ),
            models.CheckConstraint(
                condition=models.Q(confidence__isnull=True) | models.Q(confidence__range=(0, 10)),
                name="goal_confidence_0_to_10",
            ),
        ]
