"""What was found in a note, set right before it is accepted."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.desk.web.forms.review import ReviewForm
from kith.ripples.api import BENEFICIARY_WORDS, CIRCLE_WORDS, DIRECTION_WORDS, TOPIC_WORDS


class FoundForm(ReviewForm):
    """The fields of the check page without its decision, and who for, what about and which way."""

    relation = forms.CharField(label=_("Who are they to the client? Give no name."), max_length=100, required=False)
    beneficiary = forms.ChoiceField(label=_("Who for"), choices=list(BENEFICIARY_WORDS.items()))
    through = forms.ChoiceField(
        label=_("Around whom"),
        help_text=_("Changes around a worker are counted apart from those around a client."),
        choices=list(CIRCLE_WORDS.items()),
    )
    domain = forms.ChoiceField(label=_("What about"), choices=list(TOPIC_WORDS.items()))
    direction = forms.ChoiceField(label=_("Which way"), choices=list(DIRECTION_WORDS.items()))

    def __init__(self, *args: Any, likely_names: list[str], **given: Any) -> None:
        super().__init__(*args, decisions=["accept"], likely_names=likely_names, alike=[], **given)
        for name in ("decision", "reason", "version"):
            del self.fields[name]
