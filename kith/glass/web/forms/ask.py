"""Which record, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.ui.forms import Form


class AskForm(Form):
    """One record by its exact number, and a reason in words."""

    service = forms.ChoiceField(label=_("Whose client is it?"))
    number = forms.CharField(
        label=_("Reference or NHS number"),
        help_text=_("The whole number, exactly as it is written. A name finds nobody here."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reason = forms.CharField(
        label=_("Why do you need this record now?"),
        help_text=_("In a sentence. The manager reads it, and so may the client."),
        widget=forms.Textarea,
        max_length=2000,
    )

    def __init__(self, *args: Any, services: list[tuple[str, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        if len(services) == 1:
            self.fields["service"].widget = forms.HiddenInput()
            self.initial["service"] = services[0][0]
        choices = services if len(services) == 1 else [("", _("Choose")), *services]
        self.fields["service"].choices = choices  # type: ignore[attr-defined]
