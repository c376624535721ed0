"""One time somebody asked for a record by a number, and whether there was one."""

from django.db import models

from kith.glass.models.words import NAME
from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.kernel.privacy import STAFF


class Ask(models.Model):
    """Counted, so that asking does not become a search. What was asked for is not kept."""

    id = models.UUIDField(primary_key=True, default=new_id)
    service = models.ForeignKey("access.Service", on_delete=models.PROTECT, related_name="+")
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=NAME)
    in_vain = models.BooleanField()
    at = models.DateTimeField(default=now)

    classified = {"by_id": STAFF, "by_name": STAFF, "in_vain": STAFF, "at": STAFF}
    not_personal = ("id", "service")
    written_by = "by_id"

    class Meta:
        indexes = [models.Index(fields=["by_id", "at"]), models.Index(fields=["service", "at"])]
