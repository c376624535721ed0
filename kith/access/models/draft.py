"""What a user was typing when the sitting ended."""

from django.db import models

from kith.access.models.user import User
from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.kernel.privacy import WORDS
from kith.rows.api import OfWriter


class Draft(models.Model):
    """The content of one form of one user, given back at the next sign-in, then forgotten."""

    id = models.UUIDField(primary_key=True, default=new_id)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="drafts")
    form = models.CharField(max_length=200)
    content = models.TextField()
    saved_at = models.DateTimeField(default=now)

    classified = {"user": WORDS, "content": WORDS, "saved_at": WORDS}
    not_personal = ("id", "form")
    second_lock = OfWriter("user_id")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "form"], name="draft_once_for_a_form")]
