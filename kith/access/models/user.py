"""A person who signs in."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from kith.kernel.days import now
from kith.kernel.ids import new_id
from kith.kernel.privacy import ACCOUNT
from kith.rows.api import Outside


class UserManager(BaseUserManager["User"]):
    """Finds users by their e-mail address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Signs in with e-mail address and password; what they may do is their seats'."""

    id = models.UUIDField(primary_key=True, default=new_id)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=now)
    sittings_ended = models.PositiveIntegerField(default=0)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = UserManager()

    classified = {
        "email": ACCOUNT, "name": ACCOUNT, "password": ACCOUNT, "last_login": ACCOUNT, "joined_at": ACCOUNT,
    }  # fmt: skip
    not_personal = ("id", "is_active", "sittings_ended")
    second_lock = Outside("an account stands before any service: it is read to let somebody in")

    is_staff = False
    is_superuser = False

    def get_full_name(self) -> str:
        """The name the sign-in library shows."""
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """A sitting ends when the password changes, and when somebody ends all sittings of the account."""
        said = f"{self.password}:{self.sittings_ended}"
        return salted_hmac("kith.access.sitting", said, secret=secret, algorithm="sha256").hexdigest()
