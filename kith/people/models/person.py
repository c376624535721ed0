"""A person the service helps."""

from django.db import models

from kith.kernel.ids import new_id
from kith.kernel.privacy import CONTACT, EQUALITY, IDENTITY
from kith.rows.api import OfChildren, OfService


class Person(models.Model):
    """Who somebody is, in the categories used and in the words given."""

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.PositiveIntegerField(default=1)
    first_name = models.CharField(max_length=200, blank=True)
    surname = models.CharField(max_length=200, blank=True)
    date_of_birth = models.DateField(null=True)
    sex = models.CharField(max_length=10, default="not_known")
    sex_given = models.CharField(max_length=100, blank=True)
    ethnicity = models.CharField(max_length=2, default="99")
    ethnicity_given = models.CharField(max_length=200, blank=True)
    nhs_number = models.CharField(max_length=20, blank=True)
    nhs_number_status = models.CharField(max_length=20, default="absent")
    postcode = models.CharField(max_length=20, blank=True)
    area_code = models.CharField(max_length=9, blank=True)
    gp_registered = models.CharField(max_length=10, default="not_known")

    classified = {
        "first_name": IDENTITY, "surname": IDENTITY, "date_of_birth": IDENTITY, "nhs_number": IDENTITY,
        "nhs_number_status": IDENTITY, "sex": EQUALITY, "sex_given": EQUALITY, "ethnicity": EQUALITY,
        "ethnicity_given": EQUALITY, "postcode": CONTACT, "area_code": CONTACT, "gp_registered": EQUALITY,
    }  # fmt: skip
    not_personal = ("id", "version")
    second_lock = OfChildren("people_client", "person_id", OfService())

    class Meta:
        indexes = [models.Index(fields=["surname", "first_name"]), models.Index(fields=["date_of_birth"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sex__in=["female", "male", "other", "not_known"]), name="person_sex_known"
            ),
            models.CheckConstraint(
                condition=models.Q(gp_registered__in=["yes", "no", "not_known"]), name="person_gp_known"
            ),
            models.CheckConstraint(
                condition=models.Q(nhs_number_status__in=["valid", "fails_check", "absent"]),
                name="person_nhs_number_status_known",
            ),
        ]
