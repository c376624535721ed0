"""What one person said of a note in which nothing was found."""

from django.db import models

from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.kernel.privacy import HEALTH, WORK
from kith.ripples.domain.judging import MISSED_ANSWERS
from kith.ripples.models.note_read import NoteRead


class NoteJudgement(models.Model):
    """Whether anything changed in it that was missed; taken back, it stays and says so."""

    id = models.UUIDField(primary_key=True, default=new_id)
    note = models.ForeignKey(NoteRead, on_delete=models.PROTECT, related_name="judgements")
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=200)
    answer = models.CharField(max_length=10)
    at = models.DateTimeField(default=now)
    undone_at = models.DateTimeField(null=True)

    classified = {
        "note": WORK, "by_id": WORK, "by_name": WORK, "answer": HEALTH, "at": WORK, "undone_at": WORK,
    }  # fmt: skip
    not_personal = ("id",)

    class Meta:
        indexes = [models.Index(fields=["by_id", "at"])]
        constraints = [
            models.CheckConstraint(condition=models.Q(answer__in=MISSED_ANSWERS), name="note_judgement_answer_known"),
            models.UniqueConstraint(
                fields=["note"], condition=models.Q(undone_at__isnull=True), name="note_judged_by_one_person"
            ),
        ]
