"""A day, typed in three boxes."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.days import today
from kith.ui.forms.widgets import PARTS, DayWidget
from kith.ui.words import MONTHS

PART_WORDS = {"day": _("a day"), "month": _("a month"), "year": _("a year")}


class DayField(forms.Field):
    """Gives a date. `earliest` and `latest` are days, or functions that give one; `past` stands for up to today."""

    widget = DayWidget
    default_error_messages = {
        "part": _("%(label)s must include %(parts)s."),
        "not_a_day": _("%(label)s must be a real day, such as 27 3 2024."),
        "year": _("%(label)s must have a year of four digits."),
        "future": _("%(label)s must be today or in the past."),
        "early": _("%(label)s must be on or after %(limit)s."),
        "late": _("%(label)s must be on or before %(limit)s."),
    }

    def __init__(
        self, *, earliest: dt.date | None = None, latest: dt.date | None = None, past: bool = False, **given: Any
    ) -> None:
        self.earliest, self.latest, self.past = earliest, latest, past
        super().__init__(**given)

    def to_python(self, value: Any) -> dt.date | None:
        """The day that was typed; None when all three boxes are blank."""
        if value is None or isinstance(value, dt.date):
            return value
        typed = [part.strip() for part in value]
        if not any(typed):
            return None
        missing = [str(PART_WORDS[name]) for name, part in zip(PARTS, typed, strict=True) if not part]
        if missing:
            raise self._error("part", parts=" and ".join(missing))
        return self._day(*typed)

    def validate(self, value: dt.date | None) -> None:
        """Within the limits."""
        super().validate(value)
        if value is None:
            return
        if self.past and value > today():
            raise self._error("future")
        if self.earliest and value < self.earliest:
            raise self._error("early", limit=f"{self.earliest:%-d %B %Y}")
        if self.latest and value > self.latest:
            raise self._error("late", limit=f"{self.latest:%-d %B %Y}")

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(initial != self.to_python(data))
        except forms.ValidationError:
            return True

    def _day(self, day: str, month: str, year: str) -> dt.date:
        number = _month_number(month)
        if not (day.isdecimal() and year.isdecimal() and number):
            raise self._error("not_a_day")
        if len(year) != 4:
            raise self._error("year")
        try:
            return dt.date(int(year), number, int(day))
        except (ValueError, OverflowError):
            raise self._error("not_a_day")

    def _error(self, code: str, **words: str) -> forms.ValidationError:
        label = str(self.label or "The day")
        return forms.ValidationError(self.error_messages[code], code=code, params={"label": label, **words})


def _month_number(typed: str) -> int:
    """3, 03, Mar and march are all March; 0 when it is no month."""
    if typed.isdecimal():
        return int(typed)
    found = [n for n, name in enumerate(MONTHS, start=1) if len(typed) >= 3 and name.lower().startswith(typed.lower())]
    return found[0] if len(found) == 1 else 0
