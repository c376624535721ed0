"""One set of figures that was shown or handed out."""

from typing import ClassVar

from django.db import models

from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.kernel.privacy import COUNTS_BEHIND


class Release(models.Model):
    """For whom, for which period, by whom, and the fingerprint of the figures.

    One whose figures are protected and new also has a number, the figures as they were published, and, sealed, the
    counts behind them: the next release of the period must tell nothing beside it.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    service = models.ForeignKey("access.Service", on_delete=models.PROTECT, related_name="releases")
    period_first = models.DateField()
    period_last = models.DateField()
    audience = models.CharField(max_length=20)
    form = models.CharField(max_length=10)
    figures_sha256 = models.CharField(max_length=64)
    number = models.PositiveIntegerField(null=True)
    published = models.JSONField(default=list)
    behind = models.BinaryField(default=bytes)
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=now)

    not_personal = (
        "id", "service", "period_first", "period_last", "audience", "form", "figures_sha256", "number", "published",
        "by_id", "by_name", "at",
    )  # fmt: skip
    classified: ClassVar = {"behind": COUNTS_BEHIND}

    class Meta:
        indexes = [models.Index(fields=["service", "at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "audience", "period_first", "period_last", "number"], name="release_number_once"
            )
        ]
