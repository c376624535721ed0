"""What else changed, checked before it counts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.ui.forms import Form

DECISIONS = {
    "accept": _("Accept it"),
    "query": _("Send it back with a question"),
    "reject": _("Do not accept it"),
    "withdraw": _("Withdraw it"),
}


class ReviewForm(Form):
    """The words as they shall stand, words that are no names, and the decision."""

    account = forms.CharField(
        label=_("What changed, without names"),
        help_text=_(
            "Put who they are to the client in place of a name, such as 'her neighbour'. "
            "Kith points out likely names and may miss one: look yourself too."
        ),
        widget=forms.Textarea,
        max_length=4000,
    )
    not_names = forms.MultipleChoiceField(
        label=_("These words look like names. Tick each that is not the name of a person."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    same_as = forms.ChoiceField(
        label=_("Is it the same change as one already told? It then counts once."),
        widget=forms.RadioSelect,
        required=False,
        initial="",
    )
    decision = forms.ChoiceField(label=_("What do you decide?"), widget=forms.RadioSelect)
    reason = forms.CharField(label=_("If you do not accept it, why?"), max_length=500, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        decisions: list[str],
        likely_names: list[str],
        alike: list[tuple[str, str]],
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        choices = {
            "decision": [(name, DECISIONS[name]) for name in decisions],
            "not_names": [(word, word) for word in likely_names],
            "same_as": [("", _("No, it is a change of its own")), *alike],
        }
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]
        accepts = "accept" in decisions
        shown = {"account": accepts, "not_names": accepts and likely_names, "same_as": accepts and alike}
        for name in [name for name, needed in shown.items() if not needed]:
            del self.fields[name]
