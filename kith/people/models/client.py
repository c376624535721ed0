"""A client: one person's registration with one service."""

from django.db import models

from kith.kernel.ids import new_id
from kith.kernel.privacy import IDENTITY, WORK
from kith.people.models.person import Person
from kith.rows.api import OfService


class Client(models.Model):
    """The registration; who may see the person follows from it."""

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.PositiveIntegerField(default=1)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="registrations")
    service = models.ForeignKey("access.Service", on_delete=models.PROTECT, related_name="clients")
    team = models.ForeignKey("access.Team", on_delete=models.PROTECT, null=True, related_name="clients")
    allocated_to = models.ForeignKey("access.Membership", on_delete=models.PROTECT, null=True, related_name="clients")
    import_id = models.UUIDField(null=True)
    reference = models.CharField(max_length=60, blank=True)
    first_contact_on = models.DateField(null=True)
    sorted_name = models.CharField(max_length=410, blank=True)

    classified = {
        "person": IDENTITY, "reference": IDENTITY, "sorted_name": IDENTITY,
        "first_contact_on": WORK, "allocated_to": WORK, "team": WORK,
    }  # fmt: skip
    not_personal = ("id", "version", "import_id", "service")
    second_lock = OfService(person="person_id")

    class Meta:
        indexes = [
            models.Index(fields=["service", "sorted_name", "id"]),
            models.Index(fields=["allocated_to", "sorted_name", "id"]),
            models.Index(fields=["team", "sorted_name", "id"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "reference"],
                condition=~models.Q(reference=""),
                name="client_reference_once_in_a_service",
            )
        ]
