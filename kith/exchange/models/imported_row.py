"""Where a record came from: the sheet's key or the row's own fingerprint."""

from django.db import models

from kith.exchange.models.workbook_import import WorkbookImport
from kith.kernel.privacy import IDENTITY


class ImportedRow(models.Model):
    """One row of a service's files, the record it made, and its content at the last import, as a hash."""

    id = models.BigAutoField(primary_key=True)
    service = models.ForeignKey("access.Service", on_delete=models.PROTECT, related_name="imported_rows")
    last_import = models.ForeignKey(WorkbookImport, on_delete=models.PROTECT, related_name="rows")
    profile = models.CharField(max_length=100)
    sheet = models.CharField(max_length=60)
    key_hash = models.BinaryField(max_length=16)
    content_hash = models.BinaryField(max_length=16)
    record_type = models.CharField(max_length=40)
    record_id = models.UUIDField()

    classified = {"key_hash": IDENTITY, "content_hash": IDENTITY, "record_id": IDENTITY}
    not_personal = ("id", "service", "last_import", "profile", "sheet", "record_type")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["service", "profile", "sheet", "key_hash"], name="imported_row_once_for_a_key"
            )
        ]
