"""What the list of looks says."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.access.api import Viewer, roles
from kith.glass.domain.states import ANSWERED, NEW, QUESTIONED, SEEN, ended_at
from kith.kernel.days import now
from kith.people.api import CHARGE, full_name
from kith.ui.words import clock, short_day

FOLLOW_UP = {
    NEW: gettext_lazy("Not seen by a manager yet"),
    QUESTIONED: gettext_lazy("A manager asked about it"),
    ANSWERED: gettext_lazy("Answered; a manager has to look"),
    SEEN: gettext_lazy("Seen by a manager"),
}


def is_in_charge(viewer: Viewer) -> bool:
    """Whether the viewer answers for clients whose records others may open."""
    return bool(viewer.services_as(*CHARGE))


def own_headings() -> list[str]:
    """The headings of one's own looks."""
    return [_("Opened"), _("Of which service"), _("Why"), _("Open?"), _("And then")]


def own_rows(glasses: Sequence[Any]) -> list[list[Any]]:
    """One's own looks, by the reason given: a name stands on the record alone, where each reading is written down."""
    return [
        [_opened(each), each.service.name, each.reason, state_words(each), str(FOLLOW_UP[each.follow_up])]
        for each in glasses
    ]


def headings() -> list[str]:
    """The headings of others' looks."""
    return [_("Opened"), _("Whose record"), _("Who looked"), _("Why"), _("Open?"), _("And then")]


def rows_of_others(glasses: Sequence[Any]) -> list[list[Any]]:
    """When, whose record, who and from where, why, whether it is open, and what was said of it."""
    return [
        [
            _opened(each), name_of(each), who_of(each), each.reason, state_words(each),
            str(FOLLOW_UP[each.follow_up]),
        ]
        for each in glasses
    ]  # fmt: skip


def in_vain_headings() -> list[str]:
    """The headings of those who asked with a number that no record has."""
    return [_("Asked"), _("Who"), _("Service")]


def in_vain_rows(asks: Sequence[Any]) -> list[list[str]]:
    """When and who; what was asked for is not kept."""
    return [[moment(each.at), each.by_name, each.service.name] for each in asks]


def name_of(glass: Any) -> str:
    """The client's name."""
    return full_name(glass.client.person.first_name, glass.client.person.surname)


def who_of(glass: Any) -> str:
    """Who looked, as what, from where."""
    return _("%(who)s, %(role)s, %(service)s") % {
        "who": glass.by_name,
        "role": roles.ROLE_WORDS[glass.by_role].lower(),
        "service": glass.by_service_name,
    }


def state_words(glass: Any) -> str:
    """Until when it is open, or when it ended, and whether somebody closed it."""
    ended = ended_at(glass.ends_at, glass.closed_at)
    if now() < ended:
        return _("Open until %(when)s") % {"when": moment(ended)}
    words = _("Closed %(when)s") if glass.closed_at and glass.closed_at == ended else _("Ended %(when)s")
    return words % {"when": moment(ended)}


def moment(at: Any) -> str:
    """24 Jun, 14:02."""
    return f"{short_day(at)}, {clock(at)}"


def _opened(glass: Any) -> dict[str, str]:
    return {"text": moment(glass.opened_at), "href": reverse("glass:look", args=[glass.id])}
