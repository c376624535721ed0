"""The form that brings in a return that was submitted."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.files.api import LIMITS
from kith.kernel import definitions
from kith.kernel.days import Period
from kith.ui.forms import DayField, Form


class BringReturnForm(Form):
    """Which service and period, which return, the file, and when it was submitted."""

    service = forms.ChoiceField(label=_("Service"))
    profile = forms.ChoiceField(label=_("Which return is it?"), widget=forms.RadioSelect)
    first = DayField(label=_("First day of its period"))
    last = DayField(label=_("Last day of its period"))
    submitted_on = DayField(
        label=_("Day on which it was submitted"), required=False, past=True,
        help_text=_("Needed to tell which rows came late. Leave it blank if the file says so."),
    )  # fmt: skip
    file = forms.FileField(
        label=_("The file"),
        help_text=_("Excel or CSV, as it was submitted: a line and its number on each row. Names of people do not "
                    "belong into it."),
    )  # fmt: skip

    def __init__(self, services: Iterable[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].choices = [(str(each.id), each.name) for each in services]
        named = [(name, definitions.load("returns", name)["title"]) for name in definitions.names("returns")]
        self.fields["profile"].choices = named
        if len(named) == 1:
            self.fields["profile"].initial = named[0][0]

    def clean_file(self) -> Any:
        """A file no larger than the reader takes."""
        given = self.cleaned_data["file"]
        if given.size > LIMITS.file_bytes:
            raise forms.ValidationError(_("The file is far too large for a return."))
        return given

    def clean(self) -> dict[str, Any]:
        """The first day before the last."""
        given = dict(super().clean() or {})
        if given.get("first") and given.get("last") and given["last"] < given["first"]:
            self.add_error("last", _("The last day must be on or after the first."))
        return given

    def period(self) -> Period:
        """The period of a form without errors."""
        return Period(self.cleaned_data["first"], self.cleaned_data["last"])
