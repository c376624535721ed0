"""Which pages a person is offered, by role. Whether a page opens is decided by its own door."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.access.api import Viewer, roles
from kith.ui.frame import Link
from kith.ui.places import is_there, url_of

CARERS = (roles.WORKER, roles.TEAM_LEADER, roles.SERVICE_MANAGER)
READERS = (roles.TEAM_LEADER, roles.SERVICE_MANAGER, roles.EVALUATOR, roles.COMMISSIONER)


@dataclass(frozen=True)
class Entry:
    """One line of the navigation."""

    place: str
    text: str | Promise
    roles: tuple[str, ...]


ENTRIES = (
    Entry("clients", _("Clients"), CARERS),
    Entry("report", _("Report"), READERS),
    Entry("import", _("Bring in a file"), (roles.SERVICE_MANAGER,)),
    Entry("questions", _("Questions"), (roles.TEAM_LEADER, roles.SERVICE_MANAGER)),
    Entry("review", _("Review"), CARERS),
    Entry("seats", _("People and seats"), (roles.SERVICE_MANAGER, roles.ADMINISTRATOR)),
    Entry("health", _("Health"), (roles.ADMINISTRATOR,)),
)
LANDINGS = (("clients", CARERS), ("report", READERS), ("seats", (roles.ADMINISTRATOR,)))


def entries_for(viewer: Viewer) -> list[Entry]:
    """The lines a person is offered, of pages that are there."""
    return [entry for entry in ENTRIES if viewer.services_as(*entry.roles) and is_there(entry.place)]


def links_for(viewer: Viewer, request: HttpRequest) -> tuple[Link, ...]:
    """The same as links, the one that leads to this page or to the page above it marked."""
    found = [(str(entry.text), url_of(entry.place)) for entry in entries_for(viewer)]
    return tuple(Link(text, href, is_current=request.path.startswith(href)) for text, href in found)


def landing_of(viewer: Viewer) -> str:
    """Where a person begins: the first page that suits a role; without a seat, a page that says so."""
    for place, suits in LANDINGS:
        if viewer.services_as(*suits) and is_there(place):
            return url_of(place)
    return ""
