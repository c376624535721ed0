"""How often something was tried: the counts of the rate limits, one table for every server process."""

from django.db import models

from kith.rows.api import Outside


class Counted(models.Model):
    """A row of the framework's database cache. The key holds digests, never an address."""

    cache_key = models.CharField(primary_key=True, max_length=255)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    classified: dict[str, object] = {}
    not_personal = ("cache_key", "value", "expires")
    second_lock = Outside("counts of the limits, under digests, before it is known who asks")

    class Meta:
        db_table = "access_counted"
