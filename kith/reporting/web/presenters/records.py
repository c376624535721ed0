"""What the page of a figure's records says: by client, within what the reader may see."""

from collections import Counter
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.access.api import Viewer, roles
from kith.reporting.api import FigureRecords
from kith.reporting.domain.figures import Figure
from kith.reporting.domain.report import Report
from kith.reporting.queries import Listed
from kith.reporting.reading.figures import shown
from kith.reporting.reading.whole import period_words
from kith.reporting.web.choice import Choice
from kith.reporting.web.presenters.figure import group_words
from kith.ui.jinja import url
from kith.ui.places import is_there, url_of


def records_context(
    viewer: Viewer, choice: Choice, report: Report, figure: Figure, found: FigureRecords, listed: Mapping[UUID, Listed]
) -> dict[str, Any]:
    """The sentence on what can be seen, and a row for each client."""
    metric = report.definitions[figure.id]
    return {
        "metric": metric.title,
        "group": group_words(metric, figure.group),
        "period": period_words(report.period),
        "sentence": _sentence(viewer, choice, figure, found),
        "shortened": len(found.records) < found.in_scope,
        "shown": len(found.records),
        "rows": _rows(found, listed),
        "back": url("reporting:figure", metric.id, **choice.query),
    }


def _sentence(viewer: Viewer, choice: Choice, figure: Figure, found: FigureRecords) -> str:
    value = _("The figure is %(value)s.") % {"value": shown(figure)}
    if not found.beyond:
        return value
    mine = viewer.has_role(choice.service.id, roles.TEAM_LEADER, roles.SERVICE_MANAGER)
    whose = _("clients you may see") if mine else _("your own clients")
    seen = ngettext(
        "%(n)s record behind it is of %(whose)s and stands here",
        "%(n)s records behind it are of %(whose)s and stand here",
        found.in_scope,
    ) % {"n": f"{found.in_scope:,}", "whose": whose}
    return _("%(value)s %(seen)s; %(beyond)s more are of other clients and are not shown.") % {
        "value": value, "seen": seen, "beyond": f"{found.beyond:,}",
    }  # fmt: skip


def _rows(found: FigureRecords, listed: Mapping[UUID, Listed]) -> list[list[Any]]:
    """A row a client in the order of names: how many records of each kind."""
    kinds: dict[UUID, Counter[str]] = {client_id: Counter() for client_id in listed}
    for each in found.records:
        if each.client_id in kinds:
            kinds[each.client_id][each.kind] += 1
    return [
        [_client(whose, listed[whose]), listed[whose].reference, _counted(counts)] for whose, counts in kinds.items()
    ]


def _client(client_id: UUID, client: Listed) -> dict[str, str]:
    return {"text": client.name, "href": url_of("client", client_id) if is_there("client", client_id) else ""}


def _counted(counts: Counter[str]) -> str:
    return ", ".join(_kind(kind, n) for kind, n in counts.items() if kind != "client")


def _kind(kind: str, n: int) -> str:
    words = {
        "referral": (_("referral"), _("referrals")),
        "session": (_("visit or call"), _("visits and calls")),
        "plan": (_("plan"), _("plans")),
        "signpost": (_("signpost"), _("signposts")),
        "telling": (_("change told"), _("changes told")),
        "reading": (_("reading"), _("readings")),
    }
    one, many = words.get(kind, (kind.replace("_", " "), kind.replace("_", " ")))
    return f"{n:,} {one if n == 1 else many}"
