"""What stands on a record opened in an emergency, besides what stands on a client's page."""

from collections.abc import Iterable
from math import ceil
from typing import Any

from django.utils.translation import gettext as _

from kith.desk.web.presenters.client import banner
from kith.glass.api import Glass
from kith.kernel.days import now
from kith.ui.words import clock, short_day


def notice(glass: Glass, client: Any) -> list[str]:
    """Until when it is open, that it is written down, and whom to ask for what is not shown."""
    ends = {"time": clock(glass.ends_at), "day": short_day(glass.ends_at)}
    asked = client.allocated_to.name if client.allocated_to else client.service.name
    return [
        _("You opened this record in an emergency. It closes at %(time)s on %(day)s.") % ends,
        _("Each page you read is written down, and the manager sees it. You can change nothing here."),
        _("Notes kept for care only, and what else changed, are not shown. Ask %(who)s if you need them.")
        % {"who": asked},
    ]


def seconds_left(glass: Glass) -> int:
    """Whole seconds after which the look has surely ended."""
    return ceil((glass.ends_at - now()).total_seconds())


def banner_of(client: Any) -> list[dict[str, str]]:
    """Who they are, from which service and team, with nothing to change; what they agreed to is no help here."""
    rows = as_read_only(banner(client))[:-1]
    team = f", {client.team.name}" if client.team else ""
    return [*rows, {"key": _("Service"), "value": f"{client.service.name}{team}"}]


def as_read_only(rows: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """Rows without a way to change them."""
    return [{"key": row["key"], "value": row["value"]} for row in rows]
