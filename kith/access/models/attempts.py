"""How often somebody tried to sign in with an e-mail address and did not get in."""

from django.db import models

from kith.kernel.privacy import ACCOUNT
from kith.rows.api import Outside


class Attempts(models.Model):
    """Kept under a keyed digest of the address, alike whether there is such an account or not."""

    address_digest = models.CharField(primary_key=True, max_length=64)
    failed = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()
    locked_until = models.DateTimeField(null=True)

    classified = {"address_digest": ACCOUNT, "failed": ACCOUNT, "last_at": ACCOUNT, "locked_until": ACCOUNT}
    not_personal = ()
    second_lock = Outside("wrong attempts to sign in, under a digest, before it is known who asks")
