"""What the list of likely repeats says."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kith.desk.web.presenters.client import name_of
from kith.people.api import PossibleDuplicate


def rows_of(pairs: Iterable[PossibleDuplicate]) -> list[list[Any]]:
    """A row for each pair: the two names with their references, and why they look alike."""
    return [[_link(pair), ", ".join(pair.reasons)] for pair in pairs]


def _link(pair: PossibleDuplicate) -> dict[str, str]:
    text = _("%(one)s and %(other)s") % {"one": _said(pair.first), "other": _said(pair.second)}
    return {"text": text, "href": reverse("desk:pair", args=[pair.id])}


def _said(client: Any) -> str:
    return f"{name_of(client)} ({client.reference})" if client.reference else name_of(client)
