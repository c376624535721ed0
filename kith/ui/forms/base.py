"""The form every form is made from."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.utils import pretty_name
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from kith.ui.forms.kinds import CHOSEN, kind_of


class PlainForm:
    """What makes a form ours, also one of a library: errors are sentences that name the field; what was typed before
    a time-out can be taken back."""

    fields: dict[str, forms.Field]
    errors: Any
    labels: Mapping[str, Any] = {}  # other labels than a library gives its fields; their hints and placeholders go
    hints: Mapping[str, Any] = {}

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self._taken_back: Any = None
        for name, field in self.fields.items():
            _relabel(field, self.labels.get(name), self.hints.get(name))
            _speak_plainly(field, str(field.label or pretty_name(name)))

    def take_back(self, typed: Any) -> None:
        """Show what was typed before, a multi-value dictionary as a browser posts it."""
        self._taken_back = typed

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        typed, name = self._taken_back, self.add_prefix(field_name)
        if typed is None or field.widget.value_omitted_from_data(typed, {}, name):
            return super().get_initial_for_field(field, field_name)
        return field.widget.value_from_datadict(typed, {}, name)

    def error_links(self) -> list[dict[str, str]]:
        """The errors for the summary at the top, each with a link to its field."""
        whole = [{"text": str(error), "href": ""} for error in self.non_field_errors()]
        return whole + [
            {"text": str(error), "href": f"#{first_box(self[name])}"}
            for name, errors in self.errors.items()
            if name in self.fields
            for error in errors
        ]


class Form(PlainForm, forms.Form):
    """A form of one of our pages."""


def first_box(bound: forms.BoundField) -> str:
    """The id of the first box of a field."""
    return f"{bound.auto_id}_day" if kind_of(bound.field) == "day" else str(bound.auto_id)


def _relabel(field: forms.Field, label: Any, hint: Any) -> None:
    if label:
        field.label, field.help_text = label, hint or ""
        field.widget.attrs.pop("placeholder", None)


def _speak_plainly(field: forms.Field, label: str) -> None:
    plain = {
        "required": _what_is_missing(label, chosen=kind_of(field) in CHOSEN),
        "max_length": _("%(label)s must be %%(limit_value)s characters or fewer.") % {"label": _escape(label)},
        "min_value": _("%(label)s must be %%(limit_value)s or more.") % {"label": _escape(label)},
        "max_value": _("%(label)s must be %%(limit_value)s or less.") % {"label": _escape(label)},
    }
    defaults = _defaults(field)
    for code, sentence in plain.items():
        given = field.error_messages.get(code)
        if given is None or (code in defaults and _same(given, defaults[code])):
            field.error_messages[code] = sentence


def _what_is_missing(label: str, *, chosen: bool) -> str:
    if label.endswith("?"):
        return _("Answer the question: %(label)s") % {"label": label}
    words = label if label[1:2].isupper() else label[:1].lower() + label[1:]
    return (_("Choose %(what)s.") if chosen else _("Enter %(what)s.")) % {"what": words}


def _defaults(field: forms.Field) -> Mapping[str, Any]:
    merged: dict[str, Any] = {}
    for kind in reversed(type(field).__mro__):
        merged.update(getattr(kind, "default_error_messages", {}))
    return merged


def _same(given: str | Promise, default: str | Promise) -> bool:
    return str(given) == str(default)


def _escape(label: str) -> str:
    return label.replace("%", "%%")
