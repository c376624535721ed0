"""What a person reads who tried too often."""

import datetime as dt

from django.utils.translation import gettext as _

from kith.kernel.days import LONDON


def locked_sentence(until: dt.datetime) -> str:
    """When to try again."""
    return _(
        "There were too many attempts with this e-mail address. Try again at %(time)s, or ask your administrator."
    ) % {"time": (until + dt.timedelta(minutes=1)).astimezone(LONDON).strftime("%H:%M")}
