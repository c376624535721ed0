"""Who works with a client, and the end of the work."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.days import today
from kith.ui.forms import DayField, Form


class AllocateForm(Form):
    """Another worker for the client."""

    seat = forms.ChoiceField(label=_("Who works with this client from now on?"))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, seats: list[tuple[str, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["seat"].choices = [("", _("Choose")), *seats]  # type: ignore[attr-defined]


class EndForm(Form):
    """When and why the work ended."""

    reason = forms.CharField(label=_("Why does the work with this client end?"), max_length=200)
    closed_on = DayField(label=_("When did it end?"), past=True, initial=today)
