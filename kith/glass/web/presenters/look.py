"""What the page of one look says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.access.api import Viewer
from kith.audit.api import AuditRow
from kith.glass.domain.states import ANSWERED, CLOSED, QUESTIONED, SEEN, ended_at
from kith.glass.permissions import user_may_close_glass, user_may_look_through, user_may_mark_glass
from kith.glass.web.presenters.looks import FOLLOW_UP, moment, name_of, state_words, who_of
from kith.kernel.days import now
from kith.ui.places import is_there, url_of

SAID = {
    CLOSED: gettext_lazy("Closed"),
    SEEN: gettext_lazy("Marked as seen"),
    QUESTIONED: gettext_lazy("Asked"),
    ANSWERED: gettext_lazy("Answered"),
}


@dataclass(frozen=True)
class Shown:
    """The page, in words and in what can be done."""

    title: str
    facts: list[dict[str, str]]
    read: list[list[str]]
    said: list[list[str]]
    record: str
    may_close: bool
    may_ask: bool
    may_mark_seen: bool
    may_answer: bool


def shown(viewer: Viewer, glass: Any, said: Sequence[Any], reads: Sequence[AuditRow]) -> Shown:
    """To whoever looked, who is told no name here, and to those in charge of the client."""
    own, is_open = viewer.actor.id == glass.by_id, now() < ended_at(glass.ends_at, glass.closed_at)
    may_mark = user_may_mark_glass(viewer, glass)
    through = is_open and user_may_look_through(viewer, glass)
    return Shown(
        title=_("A record opened in an emergency"),
        facts=_facts(glass, named=not own),
        read=[[moment(row.at), _page(row)] for row in reads],
        said=[[moment(each.at), each.by_name, str(SAID[each.kind]), each.words] for each in said],
        record=url_of("opened_record", glass.id) if through and is_there("opened_record", glass.id) else "",
        may_close=is_open and user_may_close_glass(viewer, glass),
        may_ask=may_mark,
        may_mark_seen=may_mark and glass.follow_up != SEEN,
        may_answer=own and glass.follow_up == QUESTIONED,
    )


def _facts(glass: Any, *, named: bool) -> list[dict[str, str]]:
    whose = name_of(glass) if named else _("A client of %(service)s") % {"service": glass.service.name}
    return [
        {"key": _("Whose record"), "value": whose},
        {"key": _("Who looked"), "value": who_of(glass)},
        {"key": _("Why"), "value": glass.reason},
        {"key": _("Opened"), "value": moment(glass.opened_at)},
        {"key": _("Open?"), "value": state_words(glass)},
        {"key": _("Manager"), "value": str(FOLLOW_UP[glass.follow_up])},
    ]


def _page(row: AuditRow) -> str:
    return _("Page %(n)s of the record") % {"n": row.fields[0] if row.fields else "1"}
