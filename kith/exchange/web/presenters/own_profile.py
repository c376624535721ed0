"""What the pages say while a service describes a kind of file."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.exchange.workbooks.domain.beyond_looking import beyond_looking
from kith.exchange.workbooks.domain.looking import columns_seen
from kith.exchange.workbooks.domain.own_profile import Choices, SheetChoice, lacking
from kith.exchange.workbooks.domain.preview import ColumnTrouble, Preview, preview
from kith.exchange.workbooks.domain.profile import load_profile, profile_names
from kith.files.api import Sheet
from kith.ui.jinja import url


def sheets_page(profile: Any, base: Mapping[str, Any], sheets: Sequence[Sheet], today: dt.date) -> dict[str, Any]:
    """The whole file: what is on each sheet, how far each kind of record is, and what is still lacking."""
    choices = Choices.of(profile.choices)
    return {
        "title": profile.title,
        "profile": profile,
        "there": [[_name(each), _rows(each), ", ".join(c.heading for c in columns_seen(each)[:6])] for each in sheets],
        "kinds": [_kind(profile, base, kind, choice, sheets, today) for kind, choice in choices.sheets.items()],
        "lacking": lacking(base, choices),
        "beyond": beyond_looking(sheets, [load_profile(name) for name in profile_names()]),
    }


def _name(sheet: Sheet) -> str:
    return _("%(name)s, hidden in the file") % {"name": sheet.name} if sheet.hidden.whole else sheet.name


def _rows(sheet: Sheet) -> str:
    return f"{sum(1 for row in sheet.rows if row):,}"


def _kind(
    profile: Any,
    base: Mapping[str, Any],
    kind: str,
    choice: SheetChoice,
    sheets: Sequence[Sheet],
    today: dt.date,
) -> list[Any]:
    found = preview(base, kind, choice, sheets, today)
    link = {"text": called(base, kind), "href": url("exchange:own_profile_columns", profile.id, kind)}
    return [link, choice.sheet, str(len(choice.headings)), how_it_reads(found)]


def called(base: Mapping[str, Any], kind: str) -> str:
    """A kind of record in words."""
    return str(next(each["names"][0] for each in base["sheets"] if each["kind"] == kind))


def how_it_reads(found: Preview) -> str:
    """How many rows were read, and how many would be refused."""
    if found.sentence:
        return found.sentence
    rows = ngettext("%(n)s row read", "%(n)s rows read", found.read) % {"n": f"{found.read:,}"}
    refused = _("%(n)s would be refused") % {"n": f"{found.refused:,}"}
    return f"{rows}, {refused}"


def column_rows(form: Any, columns: Sequence[Any], found: Preview) -> list[tuple[Any, Any, str]]:
    """Each column with its question and what is wrong in it."""
    return [
        (each, form[f"column_{place}"], _trouble(found.troubles.get(each.heading)))
        for place, each in enumerate(columns)
    ]


def _trouble(trouble: ColumnTrouble | None) -> str:
    if trouble is None:
        return ""
    cells = ngettext("%(n)s cell is not understood.", "%(n)s cells are not understood.", trouble.cells)
    return " ".join([cells % {"n": f"{trouble.cells:,}"}, *trouble.sentences])


def unknown_spellings(choice: SheetChoice, found: Preview, base: Mapping[str, Any]) -> dict[str, list[str]]:
    """The spellings of coded fields that stand for nothing known."""
    coded = {each["field"] for each in base["columns"] if each["type"] in ("coded", "yes_no")}
    by_field = {field: found.troubles.get(heading) for field, heading in choice.headings.items() if field in coded}
    return {field: trouble.spellings for field, trouble in by_field.items() if trouble and trouble.spellings}
