"""An index of deprivation and the decile of each small area in it."""

from django.db import models

from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.rows.api import Outside


class AreaIndex(models.Model):
    """One published index, such as imd-2019-england, as it was read from a file."""

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.CharField(max_length=60, unique=True)
    version = models.CharField(max_length=60)
    file_sha256 = models.CharField(max_length=64)
    imported_at = models.DateTimeField(default=now)

    not_personal = ("id", "name", "version", "file_sha256", "imported_at")
    second_lock = Outside("published statistics, of no service")


class AreaRank(models.Model):
    """The decile of one small area in one index; 1 is most deprived."""

    id = models.BigAutoField(primary_key=True)
    index = models.ForeignKey(AreaIndex, on_delete=models.CASCADE, related_name="ranks")
    area_code = models.CharField(max_length=9)
    decile = models.PositiveSmallIntegerField()

    not_personal = ("id", "index", "area_code", "decile")
    second_lock = Outside("published statistics, of no service")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["index", "area_code"], name="area_ranked_once_in_an_index"),
            models.CheckConstraint(condition=models.Q(decile__range=(1, 10)), name="area_decile_1_to_10"),
        ]
