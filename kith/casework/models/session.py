"""A visit, call or message with a client."""

from django.db import models

from kith.casework.models.case import Case
from kith.kernel.ids import new_id
from kith.kernel.privacy import WORDS, WORK


class Session(models.Model):
    """When, how long, how, with whom, whether it took place, and the worker's note."""

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.PositiveIntegerField(default=1)
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="sessions")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="sessions")
    worker = models.ForeignKey("workforce.Worker", on_delete=models.PROTECT, null=True, related_name="sessions")
    import_id = models.UUIDField(null=True)
    reference = models.CharField(max_length=60, blank=True)
    held_on = models.DateField()
    minutes = models.PositiveIntegerField(null=True)
    mode = models.CharField(max_length=20, blank=True)
    attended = models.BooleanField(null=True)
    note = models.TextField(blank=True)
    note_restricted = models.BooleanField(default=False)
    anything_else = models.CharField(max_length=20, default="not_asked")
    next_step = models.CharField(max_length=300, blank=True)
    written_by_id = models.UUIDField(null=True)

    classified = {
        "client": WORK, "case": WORK, "worker": WORK, "reference": WORK, "held_on": WORK, "minutes": WORK,
        "mode": WORK, "attended": WORK, "note": WORDS, "note_restricted": WORK, "anything_else": WORK,
        "next_step": WORDS, "written_by_id": WORK,
    }  # fmt: skip
    not_personal = ("id", "version", "import_id")

    class Meta:
        indexes = [models.Index(fields=["client", "held_on"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(anything_else__in=["something", "nothing", "not_asked"]),
                name="session_anything_else_known",
            )
        ]
