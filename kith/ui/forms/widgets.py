"""Three boxes for a day."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms

PARTS = ("day", "month", "year")


class DayWidget(forms.Widget):
    """Reads day, month and year from three boxes, as they were typed."""

    def value_from_datadict(self, data: Mapping[str, Any], files: object, name: str) -> tuple[str, ...]:  # noqa: ARG002
        return tuple(str(data.get(f"{name}_{part}", "")).strip() for part in PARTS)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: object, name: str) -> bool:  # noqa: ARG002
        return all(f"{name}_{part}" not in data for part in PARTS)


def boxes_of(value: dt.date | tuple[str, ...] | None) -> tuple[str, ...]:
    """What the three boxes show of a day, or of what was typed."""
    if isinstance(value, dt.date):
        return str(value.day), str(value.month), str(value.year)
    return tuple(value) if value else ("", "", "")
