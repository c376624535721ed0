"""One seal: a batch of audit rows, hashed onto the batch before it."""

from django.db import models

from kith.kernel.days import now
from kith.rows.api import Outside


class Seal(models.Model):
    """The chain: each digest covers its rows and the digest before. `reach` is the last place sealed of each strand."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(default=now)
    rows = models.PositiveIntegerField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    reach = models.JSONField(null=True)
    mac = models.CharField(max_length=64, blank=True)

    not_personal = ("number", "at", "rows", "previous", "digest", "reach", "mac")
    second_lock = Outside("digests, over the rows of every service")
