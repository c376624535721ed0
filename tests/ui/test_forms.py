"""Errors in plain sentences, and words taken back."""

import pytest
from django import forms
from django.utils.datastructures import MultiValueDict

from kith.ui.forms import DayField, Form


class VisitForm(Form):
    minutes = forms.IntegerField(label="Minutes", min_value=1, max_value=600)
    note = forms.CharField(label="Note", max_length=5)
    nhs = forms.CharField(label="NHS number")
    place = forms.ChoiceField(label="Place", choices=[("", "Choose"), ("h", "Home")])
    changed = forms.ChoiceField(label="Anything else changed?", choices=[("n", "No")], widget=forms.RadioSelect)
    rate = forms.CharField(label="100% sure", max_length=1)
    own = forms.CharField(label="Own", error_messages={"required": "Say what is your own."})


def errors(**sent):
    return {name: found[0] for name, found in VisitForm(sent).errors.items()}


def test_missing_fields_are_asked_for():
    assert errors() == {
        "minutes": "Enter minutes.",
        "note": "Enter note.",
        "nhs": "Enter NHS number.",
        "place": "Choose place.",
        "changed": "Answer the question: Anything else changed?",
        "rate": "Enter 100% sure.",
        "own": "Say what is your own.",
    }


@pytest.mark.parametrize(
    ("field", "sent", "said"),
    [
        ("minutes", "0", "Minutes must be 1 or more."),
        ("minutes", "601", "Minutes must be 600 or less."),
        ("note", "too long", "Note must be 5 characters or fewer."),
        ("rate", "ab", "100% sure must be 1 characters or fewer."),
    ],
)
def test_value_out_of_range_is_said_with_its_limit(field, sent, said):
    assert errors(**{field: sent})[field] == said


class KeptForm(Form):
    note = forms.CharField()
    day = DayField()
    topics = forms.MultipleChoiceField(choices=[("m", "Money"), ("f", "Food")])
    agreed = forms.BooleanField()


def test_words_are_taken_back_before_what_is_held():
    form = KeptForm(initial={"note": "held", "agreed": False})
    form.take_back(MultiValueDict({"note": ["typed"], "day_day": ["3"], "topics": ["m", "f"], "agreed": ["on"]}))
    assert form["note"].value() == "typed"
    assert form["day"].value() == ("3", "", "")
    assert form["topics"].value() == ["m", "f"]
    assert form["agreed"].value() is True


def test_field_that_was_not_kept_shows_what_is_held():
    form = KeptForm(initial={"note": "held"})
    form.take_back(MultiValueDict({"day_day": ["3"]}))
    assert form["note"].value() == "held"


def test_error_of_the_whole_form_stands_first():
    form = KeptForm({"note": "x"})
    form.add_error(None, "These two do not go together.")
    assert form.error_links()[0] == {"text": "These two do not go together.", "href": ""}
