"""What one person said of one proposed sentence."""

from django.db import models

from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.kernel.privacy import HEALTH, WORK
from kith.ripples.domain.judging import ANSWERS
from kith.ripples.models.proposal import Proposal


class Judgement(models.Model):
    """One answer by one person; taken back, it stays and says so.

    `kinds` are who for, what about and which way as this person accepts them; `before` those an edit replaced.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="judgements")
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=200)
    answer = models.CharField(max_length=10)
    before = models.JSONField(default=dict)
    kinds = models.JSONField(default=dict)
    at = models.DateTimeField(default=now)
    undone_at = models.DateTimeField(null=True)

    classified = {
        "proposal": WORK, "by_id": WORK, "by_name": WORK, "answer": HEALTH, "before": HEALTH, "kinds": HEALTH,
        "at": WORK, "undone_at": WORK,
    }  # fmt: skip
    not_personal = ("id",)

    class Meta:
        indexes = [models.Index(fields=["by_id", "at"])]
        constraints = [
            models.CheckConstraint(condition=models.Q(answer__in=ANSWERS), name="judgement_answer_known"),
            models.UniqueConstraint(
                fields=["proposal", "by_id"], condition=models.Q(undone_at__isnull=True), name="judged_once_by_a_person"
            ),
        ]
