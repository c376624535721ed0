"""A worker of the service."""

from django.db import models

from kith.kernel.ids import new_id
from kith.kernel.privacy import STAFF


class Worker(models.Model):
    """What the staff record says of the person in a seat."""

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.PositiveIntegerField(default=1)
    service = models.ForeignKey("access.Service", on_delete=models.PROTECT, related_name="workers")
    membership = models.OneToOneField("access.Membership", on_delete=models.PROTECT, related_name="worker")
    import_id = models.UUIDField(null=True)
    reference = models.CharField(max_length=60, blank=True)
    status = models.CharField(max_length=20)
    started_on = models.DateField(null=True)
    left_on = models.DateField(null=True)
    home_area_code = models.CharField(max_length=9, blank=True)
    qualification = models.CharField(max_length=100, blank=True)
    qualified_on = models.DateField(null=True)

    classified = {
        "membership": STAFF, "reference": STAFF, "status": STAFF, "started_on": STAFF, "left_on": STAFF,
        "home_area_code": STAFF, "qualification": STAFF, "qualified_on": STAFF,
    }  # fmt: skip
    not_personal = ("id", "version", "import_id", "service")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["service", "reference"],
                condition=~models.Q(reference=""),
                name="worker_reference_once_in_a_service",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=["trainee", "qualified", "senior", "champion", "not_known"]),
                name="worker_status_known",
            ),
        ]
