"""Who a client is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.kernel.days import today
from kith.people.api import ETHNICITY_WORDS, GP_ANSWERS, SEXES, PersonDetails
from kith.ui.forms import DayField, Form


class PersonForm(Form):
    """Names, birthday, and the categories and words given."""

    first_name = forms.CharField(label=_("First name"), max_length=200, required=False)
    surname = forms.CharField(label=_("Surname"), max_length=200, required=False)
    date_of_birth = DayField(label=_("Date of birth"), past=True, required=False)
    sex = forms.ChoiceField(label=_("Sex"), choices=list(SEXES.items()), widget=forms.RadioSelect, initial="not_known")
    sex_given = forms.CharField(label=_("In their own words"), max_length=100, required=False)
    ethnicity = forms.ChoiceField(label=_("Ethnic background"), choices=list(ETHNICITY_WORDS.items()), initial="99")
    ethnicity_given = forms.CharField(label=_("Ethnic background in their own words"), max_length=200, required=False)
    nhs_number = forms.CharField(
        label=_("NHS number"), help_text=_("10 digits. One that fails its check is kept and marked."),
        max_length=20, required=False,
    )  # fmt: skip
    postcode = forms.CharField(label=_("Postcode"), max_length=20, required=False)
    area_code = forms.RegexField(
        label=_("Neighbourhood code"), help_text=_("If you know it, such as E01011140."),
        regex=r"^[A-Za-z][0-9]{8}$", required=False,
        error_messages={"invalid": _("The neighbourhood code is one letter and eight digits.")},
    )  # fmt: skip
    gp_registered = forms.ChoiceField(
        label=_("Registered with a GP?"),
        choices=list(GP_ANSWERS.items()),
        widget=forms.RadioSelect,
        initial="not_known",
    )

    def details(self) -> PersonDetails:
        """The person that was typed."""
        given: dict[str, Any] = {name: self.cleaned_data[name] for name in PersonDetails.__dataclass_fields__}
        return PersonDetails(**given)


class RegisterForm(PersonForm):
    """A new client."""

    reference = forms.CharField(label=_("Reference, if you use one"), max_length=60, required=False)
    first_contact_on = DayField(label=_("Day of first contact"), past=True, initial=today)


class CorrectPersonForm(PersonForm):
    """Details as they should be, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Why are the details corrected?"), max_length=500)
