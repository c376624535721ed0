"""One file given to Kith, from upload to taken."""

from django.db import models

from kith.kernel.days import now
from kith.kernel.ids import new_id

STATES = ("locked", "staging", "staged", "taking", "taken", "refused", "abandoned")


class WorkbookImport(models.Model):
    """The file's fingerprint and counts. Its rows wait in a staging file, not here."""

    id = models.UUIDField(primary_key=True, default=new_id)
    service = models.ForeignKey("access.Service", on_delete=models.PROTECT, related_name="imports")
    profile = models.CharField(max_length=100)
    file_name = models.CharField(max_length=255)
    file_sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, default="staging")
    sheets = models.JSONField(default=list)
    sentence = models.CharField(max_length=500, blank=True)
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=200)
    started_at = models.DateTimeField(default=now)
    taken_at = models.DateTimeField(null=True)

    not_personal = (
        "id", "service", "profile", "file_name", "file_sha256", "state", "sheets", "sentence", "by_id", "by_name",
        "started_at", "taken_at",
    )  # fmt: skip

    class Meta:
        indexes = [models.Index(fields=["service", "started_at"])]
        constraints = [models.CheckConstraint(condition=models.Q(state__in=STATES), name="workbook_import_state_known")]
