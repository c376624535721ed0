"""Counts attempts to sign in, and stops them. Every server process counts in the one table."""

import datetime as dt

from django.conf import settings
from django.db import transaction

from kith.access.domain.lock_out import address_digest, counted, locked_until
from kith.access.models import Attempts, User
from kith.access.queries import SYSTEM
from kith.audit.api import Deed, record
from kith.kernel.days import now
from kith.rows.api import every_row, rows_of


def _digest(email: str) -> str:
    return address_digest(settings.SECRET_KEY, email)


def begin_attempt(email: str) -> dt.datetime | None:
    """Count one attempt before it is looked at, so that many at once cannot slip by.

    Until when attempts with this address are refused; None when this one may go on.
    """
    digest, at = _digest(email), now()
    Attempts.objects.get_or_create(address_digest=digest, defaults={"last_at": at})
    with transaction.atomic():
        row = Attempts.objects.select_for_update().get(address_digest=digest)
        if row.locked_until and row.locked_until > at:
            return row.locked_until
        row.failed = counted(row.failed, row.last_at, at)
        row.last_at, row.locked_until = at, locked_until(row.failed, at)
        row.save()
        if row.locked_until:
            _write_down(email)
    return None


def forgive_attempt(email: str) -> None:
    """The attempt begun last was right; those before it still count until somebody is wholly signed in."""
    with transaction.atomic():
        row = Attempts.objects.select_for_update().filter(address_digest=_digest(email)).first()
        if row:
            row.failed, row.locked_until = max(0, row.failed - 1), None
            row.save()


def forget_attempts(email: str) -> None:
    """Somebody is signed in with this address."""
    Attempts.objects.filter(address_digest=_digest(email)).delete()


def _write_down(email: str) -> None:
    """In each service of the account. An address without one leaves no row."""
    user = User.objects.filter(email__iexact=email.strip()).first()
    if user is None:
        return
    with every_row(because="nobody is signed in, and every service of the account is told"):
        services = set(user.memberships.filter(ended_at=None).values_list("service_id", flat=True))
    for service_id in sorted(services):
        with rows_of(services=frozenset([service_id])):
            record(actor=SYSTEM, deed=Deed("stopped", "attempts", [user.id], service_id=service_id))


def forget_old_attempts() -> None:
    """Addresses tried more than a day ago."""
    Attempts.objects.filter(last_at__lt=now() - dt.timedelta(days=1)).delete()
