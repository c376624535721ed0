"""Where a service works."""

from django.db import models

from kith.kernel.ids import new_id


class ServiceArea(models.Model):
    """One small area that the manager of a service counts among those it works in."""

    id = models.UUIDField(primary_key=True, default=new_id)
    service = models.ForeignKey("access.Service", on_delete=models.CASCADE, related_name="areas")
    area_code = models.CharField(max_length=9)

    not_personal = ("id", "service", "area_code")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "area_code"], name="service_area_once"),
        ]
