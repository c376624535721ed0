"""What the list of likely repeats says."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kith.desk.web.presenters.client import name_of
from kith.people.api import PossibleDuplicate


def rows_of(pairs: Iterable[PossibleDuplicate]) -> list[list[Any]]:
    """A row for each pair: the two names with their references, and why they look alike."""
    return [
        [
            {
                "text": f"{_said(pair.first)} {_('and')} {_said(pair.second)}",
                "href": reverse("desk:pair", args=[pair.id]),
            },
            ", ".join(pair.reasons),
        ]
        for pair in pairs
    ]


def _said(client: Any) -> str:
    return f"{name_of(client)} ({client.reference})" if client.reference else name_of(client)
