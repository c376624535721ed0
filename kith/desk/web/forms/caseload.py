"""Which clients are listed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.ui.forms import Form


class ListForm(Form):
    """Whose clients, and whether only those not seen for a while."""

    whose = forms.ChoiceField(label=_("Whose clients?"), required=False)
    unseen = forms.BooleanField(label=_("Not seen for 6 weeks"), required=False)

    def __init__(self, *args: Any, lists: list[tuple[str, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["whose"].choices = lists  # type: ignore[attr-defined]
        if len(lists) < 2:
            del self.fields["whose"]


class SearchForm(Form):
    """A name or a reference."""

    words = forms.CharField(label=_("Find a client by name or reference"), max_length=100)
