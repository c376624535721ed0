"""A kind of file that a service described itself, by looking at one."""

from django.db import models

from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.kernel.privacy import WORK

STATES = ("draft", "ready")


class OwnProfile(models.Model):
    """Which sheet and column hold what, upon a reviewed profile. The file it was made from waits beside the imports."""

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.PositiveIntegerField(default=1)
    service = models.ForeignKey("access.Service", on_delete=models.PROTECT, related_name="own_profiles")
    title = models.CharField(max_length=100)
    based_on = models.CharField(max_length=100)
    choices = models.JSONField(default=dict)
    state = models.CharField(max_length=10, default="draft")
    file_name = models.CharField(max_length=255)
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=200)
    changed_at = models.DateTimeField(default=now)

    classified = {"by_id": WORK, "by_name": WORK}
    not_personal = (
        "id", "version", "service", "title", "based_on", "choices", "state", "file_name", "changed_at",
    )  # fmt: skip

    class Meta:
        indexes = [models.Index(fields=["service", "changed_at"])]
        constraints = [models.CheckConstraint(condition=models.Q(state__in=STATES), name="own_profile_state_known")]
