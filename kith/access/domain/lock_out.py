"""When guessing is stopped."""

import datetime as dt
import hmac

MOST = 5
LOCKED_FOR = dt.timedelta(minutes=15)
FORGOTTEN_AFTER = dt.timedelta(minutes=15)


def counted(failed: int, last_at: dt.datetime | None, at: dt.datetime) -> int:
    """How many attempts there are with this one: those before are forgotten after a quarter of an hour's rest."""
    return failed + 1 if last_at and at - last_at < FORGOTTEN_AFTER else 1


def locked_until(failed: int, at: dt.datetime) -> dt.datetime | None:
    """Until when nobody gets in with this address after so many attempts; None while there are more to come."""
    return at + LOCKED_FOR if failed >= MOST else None


def address_digest(secret: str, email: str) -> str:
    """What stands for an address, so that the table tells nobody which addresses were tried."""
    return hmac.new(f"attempts:{secret}".encode(), email.strip().casefold().encode(), "sha256").hexdigest()
