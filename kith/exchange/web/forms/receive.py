"""The form that brings in a file."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.exchange.workbooks.domain.profile import load_profile, profile_names
from kith.files.api import LIMITS
from kith.ui.forms import Form


class ReceiveForm(Form):
    """Which service, which file, and what kind of file it is."""

    service = forms.ChoiceField(label=_("Service"))
    profile = forms.ChoiceField(label=_("What kind of file is it?"), widget=forms.RadioSelect)
    file = forms.FileField(
        label=_("The file"),
        help_text=_(
            "An Excel workbook (.xlsx or .xls), an OpenDocument workbook (.ods), a CSV file or a zip of CSV files. "
            "If it is locked with a password, you are asked for it next."
        ),
    )

    def __init__(self, services: Iterable[Any], own: Iterable[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].choices = [(str(each.id), each.name) for each in services]
        self.fields["profile"].choices = [
            *((name, load_profile(name).title) for name in profile_names()),
            *((str(each.id), each.title) for each in own),
        ]
        if len(self.fields["profile"].choices) == 1:
            self.fields["profile"].initial = self.fields["profile"].choices[0][0]

    def clean_file(self) -> Any:
        """A file no larger than the reader takes."""
        given = self.cleaned_data["file"]
        if given.size > LIMITS.file_bytes:
            raise forms.ValidationError(_("The file is too large. Ask whoever runs Kith to bring it in by command."))
        return given
