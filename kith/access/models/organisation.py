"""Who runs a service: organisation, service, team."""

from django.db import models

from kith.kernel.ids import new_id
from kith.rows.api import Outside, TheService


class Organisation(models.Model):
    """A body that runs services."""

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.CharField(max_length=200, unique=True)

    not_personal = ("id", "name")
    second_lock = Outside("the name of a body that runs services")


class Service(models.Model):
    """One service, with its own records and its own contract."""

    id = models.UUIDField(primary_key=True, default=new_id)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="services")
    name = models.CharField(max_length=200, unique=True)
    is_demo = models.BooleanField(default=False)

    not_personal = ("id", "organisation", "name", "is_demo")
    second_lock = TheService("the name of a service; what belongs to it is locked")


class Team(models.Model):
    """A team within a service."""

    id = models.UUIDField(primary_key=True, default=new_id)
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=200)

    not_personal = ("id", "service", "name")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service", "name"], name="team_named_once_in_a_service")]
