"""A visit or call."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kith.casework.api import ANYTHING_ELSE, MODES, Visit
from kith.desk.web.forms.telling import TellingForm
from kith.kernel.days import today
from kith.ui.forms import DayField, Form

MOST_MINUTES = 24 * 60


class VisitForm(Form):
    """What took place. The question about anything else is always on it."""

    attended = forms.ChoiceField(
        label=_("Did it take place?"),
        choices=[("yes", _("Yes")), ("no", _("No, they did not attend (DNA)"))],
        widget=forms.RadioSelect,
        initial="yes",
    )
    held_on = DayField(label=_("When was it?"), past=True, initial=today)
    minutes = forms.IntegerField(
        label=_("Minutes with the client"), min_value=0, max_value=MOST_MINUTES, required=False
    )
    mode = forms.ChoiceField(
        label=_("How did you meet?"),
        choices=list(MODES.items()),
        widget=forms.RadioSelect,
        initial="face_to_face",
    )
    note = forms.CharField(label=_("What happened?"), widget=forms.Textarea, required=False, max_length=20_000)
    note_restricted = forms.BooleanField(
        label=_("Keep this note for care only"),
        help_text=_("For words about abuse, self-harm or a threat, or if they asked. It is not a call for help."),
        required=False,
    )
    anything_else = forms.ChoiceField(
        label=_("Anything else changed, for them or anyone around them?"),
        choices=list(ANYTHING_ELSE.items()),
        widget=forms.RadioSelect,
        required=False,
    )
    next_step = forms.CharField(label=_("Next step"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("attended") == "no":
            given["anything_else"] = given.get("anything_else") or "not_asked"
        elif not given.get("anything_else") and "anything_else" not in self.errors:
            self.add_error("anything_else", _now("Answer whether anything else changed, or say that you did not ask."))
        if given.get("attended") == "yes" and given.get("minutes") is None and "minutes" not in self.errors:
            self.add_error("minutes", _now("Enter the minutes you had with the client."))
        return given

    def visit(self) -> Visit:
        """The visit that was typed."""
        names = ("held_on", "minutes", "mode", "note", "note_restricted", "anything_else", "next_step")
        given = {name: self.cleaned_data[name] for name in names}
        return Visit(attended=self.cleaned_data["attended"] == "yes", **given)


class NewVisitForm(VisitForm):
    """A new visit or call, with what else changed, and who it was when somebody else writes it down."""

    def __init__(self, data: Any = None, *, workers: list[tuple[str, str]] | None = None, **given: Any) -> None:
        super().__init__(data, **given)
        self.told_form = TellingForm(data, prefix="told")
        if workers:
            self.fields["worker"] = forms.ChoiceField(
                label=_now("Who met the client?"), choices=[("", _now("Not known")), *workers], required=False
            )

    def is_valid(self) -> bool:
        if super().is_valid() and self.something_changed and not self.told_form.is_valid():
            self.add_error("anything_else", _now("Answer the questions on what else changed."))
        return super().is_valid()

    @property
    def something_changed(self) -> bool:
        """Whether the answer is that something else changed."""
        return bool(self.is_bound and self.cleaned_data.get("anything_else") == "something")

    def error_links(self) -> list[dict[str, str]]:
        links = super().error_links()
        return links + self.told_form.error_links() if self.something_changed else links

    def take_back(self, typed: Any) -> None:
        super().take_back(typed)
        self.told_form.take_back(typed)


class CorrectVisitForm(VisitForm):
    """A visit or call as it should have been written down, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Why is it corrected?"), max_length=500)
