"""A seat in a service: who, in which role, in which team."""

from django.db import models

from kith.access.domain.roles import ROLES
from kith.access.models.organisation import Service, Team
from kith.access.models.user import User
from kith.kernel.ids import new_id
from kith.kernel.privacy import STAFF


class Membership(models.Model):
    """A seat. A worker known only from an older database has a seat and no user yet."""

    id = models.UUIDField(primary_key=True, default=new_id)
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="memberships")
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="memberships")
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=20)
    ended_at = models.DateTimeField(null=True)

    classified = {"user": STAFF, "name": STAFF, "role": STAFF, "team": STAFF, "ended_at": STAFF}
    not_personal = ("id", "service")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=ROLES), name="membership_role_known"),
            models.UniqueConstraint(fields=["service", "user", "role"], name="membership_once_for_a_role"),
        ]
