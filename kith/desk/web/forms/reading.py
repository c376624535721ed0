"""A reading, its correction, or why there is none."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.days import today
from kith.measures.api import MISSED_REASONS, STAGES, Instrument, WrongReadingError
from kith.ui.forms import DayField, Form


class ReadingsForm(Form):
    """One day's answers: a box for each measure, any of which may stay blank."""

    taken_on = DayField(label=_("When were the questions asked?"), past=True, initial=today)
    stage = forms.ChoiceField(label=_("At which point?"), choices=list(STAGES.items()), widget=forms.RadioSelect)

    def __init__(self, *args: Any, instruments: list[Instrument], **given: Any) -> None:
        super().__init__(*args, **given)
        self.instruments = instruments
        for each in instruments:
            self.fields[each.id] = value_field(each)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        check_values(self, self.instruments)
        if not self.errors and not self.values():
            self.add_error(None, _("Enter at least one of the numbers."))
        return given

    def values(self) -> list[tuple[str, Any]]:
        """Measure and value of each box that was filled."""
        return [
            (each.id, self.cleaned_data[each.id])
            for each in self.instruments
            if self.cleaned_data.get(each.id) is not None
        ]


class CorrectReadingForm(Form):
    """A reading as it should have been written down, and why."""

    taken_on = DayField(label=_("When were the questions asked?"), past=True)
    stage = forms.ChoiceField(label=_("At which point?"), choices=list(STAGES.items()), widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Why is it corrected?"), max_length=500)
    version = forms.IntegerField(widget=forms.HiddenInput)

    field_order = ["value", "taken_on", "stage", "reason", "version"]

    def __init__(self, *args: Any, instrument: Instrument, **given: Any) -> None:
        super().__init__(*args, **given)
        self.instrument = instrument
        self.fields["value"] = value_field(instrument, required=True)
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        check_values(self, [self.instrument], {self.instrument.id: "value"})
        return given


class MissedReadingForm(Form):
    """Why the questions were not asked again."""

    measure = forms.ChoiceField(label=_("Which questions?"))
    reason = forms.ChoiceField(
        label=_("Why were they not asked?"), choices=list(MISSED_REASONS.items()), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, instruments: list[Instrument], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["measure"].choices = [(each.id, each.on_screen) for each in instruments]  # type: ignore[attr-defined]


def value_field(instrument: Instrument, *, required: bool = False) -> forms.DecimalField:
    """A box for a value of one measure."""
    return forms.DecimalField(
        label=instrument.on_screen,
        help_text=_("Between %(low)s and %(high)s.") % {"low": instrument.lowest, "high": instrument.highest},
        required=required,
    )


def check_values(form: Form, instruments: list[Instrument], boxes: dict[str, str] | None = None) -> None:
    """Put the sentence of a value out of range beside its box."""
    for each in instruments:
        box = (boxes or {}).get(each.id, each.id)
        value = form.cleaned_data.get(box)
        if value is None:
            continue
        try:
            each.thousandths(value)
        except WrongReadingError as wrong:
            form.add_error(box, wrong.sentence)
