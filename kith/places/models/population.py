"""How many people live in small areas."""

from django.db import models

from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.rows.api import Outside

DIVISIONS = ("everybody", "sex", "age_band", "ethnicity")


class Population(models.Model):
    """One file of people by small area: whose areas (census 2011 or 2021, '' for invented ones), and how divided."""

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.CharField(max_length=120, unique=True)
    census = models.CharField(max_length=4, blank=True)
    divisions = models.JSONField(default=list)
    areas = models.PositiveIntegerField(default=0)
    file_sha256 = models.CharField(max_length=64)
    imported_at = models.DateTimeField(default=now)

    not_personal = ("id", "name", "census", "divisions", "areas", "file_sha256", "imported_at")
    second_lock = Outside("published statistics, of no service")


class PopulationCount(models.Model):
    """The people of one area: everybody, or those of one value of one division."""

    id = models.BigAutoField(primary_key=True)
    population = models.ForeignKey(Population, on_delete=models.CASCADE, related_name="counts", db_index=False)
    area_code = models.CharField(max_length=9)
    division = models.CharField(max_length=10)
    value = models.CharField(max_length=20, blank=True)
    people = models.PositiveIntegerField()

    not_personal = ("id", "population", "area_code", "division", "value", "people")
    second_lock = Outside("published statistics, of no service")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["population", "division", "area_code", "value"], name="population_counted_once"
            ),
            models.CheckConstraint(condition=models.Q(division__in=DIVISIONS), name="population_division_known"),
        ]
