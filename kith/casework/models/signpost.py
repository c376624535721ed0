"""A client pointed to somebody else's help."""

from django.db import models

from kith.kernel.ids import new_id
from kith.kernel.privacy import HEALTH, WORK


class Signpost(models.Model):
    """Where to, when, and whether it was taken up; not known stays visible."""

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.PositiveIntegerField(default=1)
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="signposts")
    import_id = models.UUIDField(null=True)
    made_on = models.DateField()
    to = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(max_length=20, default="not_known")

    classified = {"client": WORK, "made_on": WORK, "to": HEALTH, "outcome": HEALTH}
    not_personal = ("id", "version", "import_id")

    class Meta:
        indexes = [models.Index(fields=["client", "made_on"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=["taken_up", "not_taken_up", "not_known"]),
                name="signpost_outcome_known",
            )
        ]
