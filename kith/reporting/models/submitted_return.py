"""A return that was submitted, as its file had it."""

from django.db import models

from kith.kernel.days import now
from kith.kernel.ids import new_id


class SubmittedReturn(models.Model):
    """The figures of one return of a service and period. A later file is a new version; none is replaced."""

    id = models.UUIDField(primary_key=True, default=new_id)
    service = models.ForeignKey("access.Service", on_delete=models.PROTECT, related_name="submitted_returns")
    profile = models.CharField(max_length=100)
    period_first = models.DateField()
    period_last = models.DateField()
    version = models.PositiveIntegerField()
    submitted_on = models.DateField(null=True)
    rounded_to = models.PositiveIntegerField(default=0)
    figures = models.JSONField(default=list)
    file_name = models.CharField(max_length=255)
    file_sha256 = models.CharField(max_length=64)
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=now)

    not_personal = (
        "id", "service", "profile", "period_first", "period_last", "version", "submitted_on", "rounded_to", "figures",
        "file_name", "file_sha256", "by_id", "by_name", "at",
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["service", "profile", "period_first", "period_last", "version"],
                name="submitted_return_version_once",
            ),
            models.CheckConstraint(condition=models.Q(version__gte=1), name="submitted_return_version_from_1"),
        ]
