"""What the list of files brought in before says."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from kith.ui.places import url_of
from kith.ui.words import day

STATE_WORDS = {
    "locked": _("Waits for its password"),
    "staging": _("Being checked"),
    "staged": _("Checked, waits for you"),
    "taking": _("Being taken"),
    "taken": _("Taken"),
    "refused": _("Not taken"),
    "abandoned": _("Put aside"),
}


def earlier_rows(imports: Iterable[Any]) -> list[list[Any]]:
    """A row for each file: its name with a link, when, by whom, what became of it."""
    return [
        [
            {"text": each.file_name, "href": url_of("imported_file", each.id)},
            day(each.started_at),
            each.by_name,
            STATE_WORDS[each.state],
        ]
        for each in imports
    ]
