"""What one person said of a note in which nothing was found."""

from django.db import models

from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.kernel.privacy import HEALTH, WORK
from kith.ripples.domain.judging import MISSED_ANSWERS
from kith.ripples.models.note_read import NoteRead


class NoteJudgement(models.Model):
    """Whether anything changed in it that was missed."""

    id = models.UUIDField(primary_key=True, default=new_id)
    note = models.OneToOneField(NoteRead, on_delete=models.PROTECT, related_name="judgement")
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=200)
    answer = models.CharField(max_length=10)
    at = models.DateTimeField(default=now)

    classified = {"note": WORK, "by_id": WORK, "by_name": WORK, "answer": HEALTH, "at": WORK}
    not_personal = ("id",)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(answer__in=MISSED_ANSWERS), name="note_judgement_answer_known")
        ]
