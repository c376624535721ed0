"""The form that says which report: service, period, reader."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.days import Period
from kith.reporting.domain.errors import NotWholeMonthsError
from kith.reporting.domain.report import COMMISSIONER, SERVICE
from kith.reporting.domain.windows import may_leave
from kith.reporting.web.forms.periods import OWN, Offered
from kith.ui.forms import DayField, Form

AUDIENCE_WORDS = {
    SERVICE: _("The service itself: numbers as counted"),
    COMMISSIONER: _("The commissioner: small numbers hidden, others rounded"),
}


class ChooseForm(Form):
    """Sent by GET: ids and days only, so that the address of a report can be kept."""

    service = forms.ChoiceField(label=_("Service"))
    period = forms.ChoiceField(label=_("Period"), widget=forms.RadioSelect)
    first = DayField(label=_("First day"), required=False)
    last = DayField(label=_("Last day"), required=False)
    audience = forms.ChoiceField(label=_("Who will read it?"), widget=forms.RadioSelect)

    def __init__(
        self, services: Sequence[Any], offered: Sequence[Offered], audiences: Sequence[str], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {each.name: each.period for each in offered}
        self.fields["service"].choices = [(str(each.id), each.name) for each in services]
        self.fields["period"].choices = [*((each.name, each.words) for each in offered), (OWN, _("Days of my own"))]
        self.fields["audience"].choices = [(each, AUDIENCE_WORDS[each]) for each in audiences]

    def clean(self) -> dict[str, Any]:
        """The days that are meant, first before last."""
        given = dict(super().clean() or {})
        if given.get("period") != OWN:
            return given
        for name in ("first", "last"):
            if not given.get(name) and name not in self.errors:
                self.add_error(name, _("Enter the first and the last day, such as 1 4 2024."))
        if given.get("first") and given.get("last") and given["last"] < given["first"]:
            self.add_error("last", _("The last day must be on or after the first."))
        self._whole_months(given)
        return given

    def _whole_months(self, given: Mapping[str, Any]) -> None:
        if self.errors or may_leave(Period(given["first"], given["last"]), given["audience"]):
            return
        end = "last" if given["first"].day == 1 else "first"
        self.add_error(end, NotWholeMonthsError().sentence)

    def chosen_period(self) -> Period:
        """The period of a form without errors."""
        given = self.cleaned_data
        named = self.offered.get(given["period"])
        return named or Period(given["first"], given["last"])
