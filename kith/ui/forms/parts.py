"""What the field macros ask of a field."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from kith.ui.forms.widgets import boxes_of


def choices_of(bound: forms.BoundField, conditional: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """The choices of a field, the chosen ones marked. A choice whose words are a pair has a hint."""
    chosen = _chosen(bound)
    return [_choice(value, words, chosen, conditional or {}) for value, words in _flat(bound.field.widget.choices)]


def day_boxes(bound: forms.BoundField) -> list[dict[str, Any]]:
    """Day, month and year, as typed or as held."""
    labels = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
    return [
        {
            "id": f"{bound.auto_id}_{part}",
            "name": f"{bound.html_name}_{part}",
            "label": label,
            "value": typed,
            "width": 4 if part == "year" else 2,
            "error": bool(bound.errors),
            "autocomplete": bound.field.widget.attrs.get(f"autocomplete_{part}"),
        }
        for (part, label), typed in zip(labels.items(), boxes_of(bound.value()), strict=True)
    ]


def attributes_of(bound: forms.BoundField, *left_out: str) -> dict[str, Any]:
    """The widget's attributes without some."""
    return {name: value for name, value in bound.field.widget.attrs.items() if name not in left_out}


def _chosen(bound: forms.BoundField) -> set[str]:
    value = bound.value()
    values = value if isinstance(value, list | tuple | set) else [value]
    return {"" if each is None else str(each) for each in values}


def _choice(value: Any, words: Any, chosen: set[str], conditional: Mapping[str, str]) -> dict[str, Any]:
    text, hint = words if isinstance(words, tuple) else (words, "")
    shown = conditional.get(str(value))
    return {
        "value": str(value),
        "text": text,
        "hint": {"text": hint} if hint else None,
        "checked": str(value) in chosen,
        "selected": str(value) in chosen,
        "conditional": {"html": shown} if shown else None,
    }


def _flat(choices: Any) -> Iterator[tuple[Any, Any]]:
    """Groups of choices are read as one list."""
    for value, words in choices:
        if isinstance(words, list):
            yield from words
        else:
            yield value, words
