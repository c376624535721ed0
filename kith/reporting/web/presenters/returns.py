"""What the page of submitted returns says of those brought in before, and of a file just taken."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.reporting.api import ReturnTaken
from kith.reporting.queries import HeldReturn
from kith.reporting.reading.whole import period_words
from kith.ui.words import day

MOST_TOLD = 20


def return_rows(held: Iterable[HeldReturn]) -> list[list[Any]]:
    """A row for each version: what, of which period, when it was submitted, from which file, by whom."""
    return [
        [
            each.submitted.title,
            period_words(each.period),
            each.submitted.version,
            day(each.submitted.submitted_on) if each.submitted.submitted_on else _("not said"),
            f"{len(each.submitted.figures):,}",
            each.submitted.file_name,
            _("%(who)s, %(on)s") % {"who": each.submitted.by_name, "on": day(each.submitted.at)},
        ]
        for each in held
    ]


def taken_words(taken: ReturnTaken) -> list[str]:
    """One sentence on what was taken, and one for each row that nobody understood; the row's words stay in the file."""
    count = {"n": f"{taken.figures:,}", "version": taken.version}
    said = _("Version %(version)s holds just this file already; nothing was changed.") % count
    if taken.changed:
        said = ngettext(
            "%(n)s figure was taken as version %(version)s.",
            "%(n)s figures were taken as version %(version)s.", taken.figures,
        ) % count  # fmt: skip
    left = [
        _("Row %(row)s was not taken: %(why)s.") % {"row": each.row, "why": each.why} for each in taken.not_understood
    ]
    return [said, *left[:MOST_TOLD]]
