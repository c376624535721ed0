"""Which part of the design system shows a field."""

from django import forms

from kith.ui.forms.widgets import DayWidget

CHOSEN = ("select", "radios", "checkboxes", "checkbox", "file")

_KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (DayWidget, "day"),
    (forms.HiddenInput, "hidden"),
    (forms.MultipleHiddenInput, "hidden"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
    (forms.PasswordInput, "password"),
    (forms.NumberInput, "number"),
)


def kind_of(field: forms.Field) -> str:
    """The name of the macro that shows a field: text unless its widget says otherwise."""
    return next((kind for widget_class, kind in _KINDS if isinstance(field.widget, widget_class)), "text")
