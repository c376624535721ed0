"""What somebody is told before they open a record in an emergency."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.glass.policies import rules
from kith.kernel.days import now
from kith.ui.words import clock, short_day


def told_before() -> list[str]:
    """In order: what it is for, what is seen, who is told, when it ends."""
    said = rules()
    ends = now() + said.lasts
    hours = ngettext("%(n)s hour", "%(n)s hours", said.hours) % {"n": said.hours}
    return [
        _("This is for when somebody may come to harm, or you must act now, and the client is not yours."),
        _("You can read one record, and change nothing. Notes kept for care only stay shut."),
        _("The manager of the client's service is told at once, and sees who looked, why, and at what."),
        _("It ends by itself after %(hours)s: at %(time)s on %(day)s if you open it now. You can close it before.")
        % {"hours": hours, "time": clock(ends), "day": short_day(ends)},
    ]
