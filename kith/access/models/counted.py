"""How often something was tried: the counts of the rate limits, one table for every server process."""

from django.db import models


class Counted(models.Model):
    """A row of the framework's database cache. The key holds digests, never an address."""

    cache_key = models.CharField(primary_key=True, max_length=255)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    classified: dict[str, object] = {}
    not_personal = ("cache_key", "value", "expires")

    class Meta:
        db_table = "access_counted"
