"""Which trail this is."""

from django.db import models

from kith.kernel.ids import new_id
from kith.rows.api import Outside


class Trail(models.Model):
    """The one trail of a database. Its name stands in every row's digest, and names its witness in KITH_DATA."""

    number = models.PositiveSmallIntegerField(primary_key=True, default=1)
    name = models.UUIDField(default=new_id)

    not_personal = ("number", "name")
    second_lock = Outside("the name of the trail")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(number=1), name="audit_one_trail")]
