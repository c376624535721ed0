"""The key of a form that was already taken, so that sending it twice does it once."""

from django.db import models

from kith.kernel.days import now
from kith.rows.api import Outside


class UsedKey(models.Model):
    """One idempotency key and where its first use led."""

    key = models.UUIDField(primary_key=True)
    user_id = models.UUIDField()
    used_at = models.DateTimeField(default=now)
    led_to = models.CharField(max_length=500)

    not_personal = ("key", "user_id", "used_at", "led_to")
    second_lock = Outside("keys of forms, and the address each led to, which holds no more than an id")
