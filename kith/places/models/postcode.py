"""Postcodes and the small areas they lie in, as a published lookup has them."""

from django.db import models

from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.rows.api import Outside


class PostcodeLookup(models.Model):
    """One edition of a lookup. It governs the areas of a census year once it is whole, until a newer one does."""

    id = models.UUIDField(primary_key=True, default=new_id)
    edition = models.CharField(max_length=120)
    file_sha256 = models.CharField(max_length=64)
    postcodes = models.PositiveIntegerField(default=0)
    governs_2011 = models.BooleanField(default=False)
    governs_2021 = models.BooleanField(default=False)
    imported_at = models.DateTimeField(default=now)

    not_personal = ("id", "edition", "file_sha256", "postcodes", "governs_2011", "governs_2021", "imported_at")
    second_lock = Outside("published statistics, of no service")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=[f"governs_{year}"],
                condition=models.Q(**{f"governs_{year}": True}),
                name=f"postcode_lookup_governs_{year}_once",
            )
            for year in ("2011", "2021")
        ]


class Postcode(models.Model):
    """One postcode of one lookup: its small areas, and the month it went out of use (202503; 0 while in use)."""

    id = models.BigAutoField(primary_key=True)
    lookup = models.ForeignKey(PostcodeLookup, on_delete=models.PROTECT, related_name="+", db_index=False)
    key = models.CharField(max_length=7)
    area_2011 = models.CharField(max_length=9, blank=True)
    area_2021 = models.CharField(max_length=9, blank=True)
    ended = models.PositiveIntegerField(default=0)

    not_personal = ("id", "lookup", "key", "area_2011", "area_2021", "ended")
    second_lock = Outside("published statistics, of no service")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["lookup", "key"], name="postcode_once_in_a_lookup")]
