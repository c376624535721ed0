"""The forms by which a service describes a kind of file: the file, its sheets, the columns of a sheet."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.exchange.workbooks.domain.looking import SeenColumn
from kith.exchange.workbooks.domain.own_profile import SheetChoice
from kith.files.api import LIMITS
from kith.ui.forms import Form

NOT_USED, NOT_THERE = _("Not used"), _("Not in this file")


class LookForm(Form):
    """Which file to look at, and for which service."""

    service = forms.ChoiceField(label=_("Service"))
    file = forms.FileField(
        label=_("A file of this kind"),
        help_text=_("Kith shows you its columns. Nothing of the file is taken into the records."),
    )

    def __init__(self, services: Iterable[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].choices = [(str(each.id), each.name) for each in services]

    def clean_file(self) -> Any:
        """A file no larger than the reader takes."""
        given = self.cleaned_data["file"]
        if given.size > LIMITS.file_bytes:
            raise forms.ValidationError(_("The file is too large. Keep the first few hundred rows and try again."))
        return given


class SheetsForm(Form):
    """What the kind of file is called, and which sheet holds which records."""

    title = forms.CharField(label=_("What do you call this kind of file?"), max_length=100)

    def __init__(self, base: Mapping[str, Any], sheets: Sequence[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = {each["kind"]: each["names"][0] for each in base["sheets"]}
        for kind, called in self.kinds.items():
            choices = [("", NOT_THERE), *((name, name) for name in sheets)]
            self.fields[kind] = forms.ChoiceField(label=called, choices=choices, required=False)

    def chosen(self) -> dict[str, str]:
        """Kind of record -> sheet, for those that are in the file."""
        return {kind: self.cleaned_data[kind] for kind in self.kinds if self.cleaned_data[kind]}


class ColumnsForm(Form):
    """What each column of a sheet holds, and what spellings stand for that mean nothing known yet."""

    def __init__(
        self,
        base: Mapping[str, Any],
        columns: Sequence[SeenColumn],
        unknown: Mapping[str, Sequence[str]],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._columns, self._unknown = columns, unknown
        self._base = {each["field"]: each for each in base["columns"]}
        fields = [("", NOT_USED), *((name, each["headings"][0]) for name, each in self._base.items())]
        for place, column in enumerate(columns):
            label = _("%(heading)s holds") % {"heading": column.heading}
            self.fields[f"column_{place}"] = forms.ChoiceField(label=label, choices=fields, required=False)
        for field, spellings in unknown.items():
            for spelling in spellings:
                label = _("“%(spelling)s” stands for") % {"spelling": spelling}
                choices = [("", _("Nothing known: leave it as it is")), *meanings(self._base[field])]
                self.fields[_spelling_box(field, spelling)] = forms.ChoiceField(
                    label=label, choices=choices, required=False
                )

    def clean(self) -> dict[str, Any]:
        """No field is fed by two columns."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        first: dict[str, str] = {}
        for place, column in enumerate(self._columns):
            field = given.get(f"column_{place}")
            if field and field in first:
                sentence = _("%(one)s and %(other)s cannot both hold the %(what)s. Choose one.")
                names = {"one": first[field], "other": column.heading, "what": self._base[field]["headings"][0]}
                self.add_error(f"column_{place}", sentence % names)
            elif field:
                first[field] = column.heading
        return given

    def headings(self) -> dict[str, str]:
        """Field -> heading."""
        placed = enumerate(self._columns)
        return {f: each.heading for place, each in placed if (f := self.cleaned_data[f"column_{place}"])}

    def spellings(self) -> dict[str, dict[str, str]]:
        """Field -> spelling -> what it stands for."""
        return {
            field: {each: code for each in spellings if (code := self.cleaned_data[_spelling_box(field, each)])}
            for field, spellings in self._unknown.items()
        }

    def boxes(self, field: str) -> list[Any]:
        """The questions about the spellings of one field."""
        return [self[_spelling_box(field, each)] for each in self._unknown.get(field, ())]


def columns_initial(columns: Sequence[SeenColumn], choice: SheetChoice) -> dict[str, str]:
    """What was chosen before, for the form."""
    by_heading = {heading: field for field, heading in choice.headings.items()}
    return {f"column_{place}": by_heading.get(each.heading, "") for place, each in enumerate(columns)}


def meanings(column: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """What a spelling of a column may stand for."""
    if column["type"] == "yes_no":
        return [("yes", _("Yes")), ("no", _("No"))]
    return [(code, spellings[0]) for code, spellings in column["codes"].items()]


def _spelling_box(field: str, spelling: str) -> str:
    return f"spelling_{field}_{hashlib.sha256(spelling.encode()).hexdigest()[:10]}"
