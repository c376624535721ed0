"""What the macros draw."""

import re

import pytest
from django import forms
from django.template import engines
from django.test import RequestFactory
from django.utils.safestring import mark_safe

from kith.ui.forms import DayField, Form


def drawn(source, macros="", **context):
    template = engines["jinja2"].from_string(macros + source)
    return template.render(context, RequestFactory().get("/"))


TABLE = '{% from "ui/macros/table.jinja" import table %}'
FIELD = '{% from "ui/macros/field.jinja" import field %}'
CONTENT = '{% from "ui/macros/content.jinja" import summary_list, timeline, tag, panel %}'
NAVIGATION = '{% from "ui/macros/navigation.jinja" import pagination, breadcrumbs %}'
FIGURES = '{% from "ui/macros/figures.jinja" import figure_card, chart %}'


def test_table_names_each_cell_for_the_phone():
    html = drawn('{{ table("Clients", ["Name", "Visits"], [["Sam", 3]], numeric=[1]) }}', TABLE)
    assert '<td role="cell" data-label="Visits" class="kith-table__number">3</td>' in html
    assert '<th role="rowheader" scope="row">Sam</th>' in html
    assert "Clients</caption>" in html


def test_table_escapes_what_it_is_given_and_keeps_safe_markup():
    html = drawn("{{ table('T', ['A', 'B'], rows) }}", TABLE, rows=[["<b>", mark_safe("<i>x</i>")]])
    assert "&lt;b&gt;" in html
    assert "<i>x</i>" in html


def test_table_cell_may_be_a_link_or_blank():
    html = drawn("{{ table('T', ['A', 'B'], rows) }}", TABLE, rows=[[{"text": "Sam", "href": "/c/"}, None]])
    assert '<a href="/c/">Sam</a>' in html
    assert '<td role="cell" data-label="B"></td>' in html


def test_table_without_rows_says_so():
    assert "Nobody yet." in drawn("{{ table('T', ['A'], [], empty='Nobody yet.') }}", TABLE)


def test_total_is_a_row_of_its_own():
    assert re.search(
        r"<tfoot.*Total.*45", drawn("{{ table('T', ['A', 'B'], [['x', 1]], foot=['Total', 45]) }}", TABLE), re.S
    )


class VisitForm(Form):
    day = DayField(label="Day", help_text="For example, 27 3 2024")
    note = forms.CharField(label="Note", widget=forms.Textarea)
    how = forms.ChoiceField(
        label="How?", choices=[("a", "Phone"), ("b", ("Home", "At the door"))], widget=forms.RadioSelect
    )
    topics = forms.MultipleChoiceField(label="Topics", choices=[("m", "Money")], widget=forms.CheckboxSelectMultiple)
    agreed = forms.BooleanField(label="Agreed", help_text="In words")
    place = forms.ChoiceField(label="Place", choices=[("h", "Home"), ("c", "Café")])
    minutes = forms.IntegerField(label="Minutes")
    letter = forms.FileField(label="Letter", widget=forms.FileInput(attrs={"accept": ".xlsx"}))
    word = forms.CharField(label="Password", widget=forms.PasswordInput)
    hidden = forms.CharField(widget=forms.HiddenInput)


EVERY_FIELD = list(VisitForm.base_fields)


@pytest.mark.parametrize("name", [name for name in EVERY_FIELD if name != "hidden"])
def test_field_has_its_label_and_its_error_is_tied_to_it(name):
    form = VisitForm({})
    html = drawn("{{ field(form[name]) }}", FIELD, form=form, name=name)
    assert form[name].label in html
    described = re.search(r'aria-describedby="([^"]*)"', html)[1].split()
    assert f"id_{name}-error" in described
    assert f'id="id_{name}-error"' in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(described) <= set(ids)


@pytest.mark.parametrize("name", EVERY_FIELD)
def test_field_without_an_error_draws_none(name):
    assert "error" not in drawn("{{ field(form[name]) }}", FIELD, form=VisitForm(), name=name)


def test_chosen_answers_are_marked():
    form = VisitForm(initial={"how": "b", "topics": ["m"], "agreed": True, "place": "c"})
    for name in ("how", "topics", "agreed"):
        assert drawn("{{ field(form[name]) }}", FIELD, form=form, name=name).count(" checked") == 1
    assert re.search(r'value="c"[^>]* selected', drawn("{{ field(form.place) }}", FIELD, form=form))


def test_choice_may_have_a_hint():
    html = drawn("{{ field(form.how) }}", FIELD, form=VisitForm())
    assert 'id="id_how-2-item-hint">At the door<' in html


def test_note_opened_by_a_choice_keeps_its_lines():
    form = VisitForm(initial={"note": "one\n  two\nthree"})
    source = '{% set more %}{{ field(form.note) }}{% endset %}{{ field(form.how, conditional={"a": more}) }}'
    html = drawn(source, FIELD, form=form)
    assert ">one\n  two\nthree</textarea>" in html
    assert 'data-reveals="conditional-id_how"' in html


def test_words_in_a_field_are_escaped():
    form = VisitForm(initial={"note": "</textarea><script>"})
    assert "<script>" not in drawn("{{ field(form.note) }}", FIELD, form=form)


def test_file_box_says_what_it_takes():
    assert 'accept=".xlsx"' in drawn("{{ field(form.letter) }}", FIELD, form=VisitForm())


def test_summary_list_says_what_is_not_recorded():
    html = drawn(
        '{{ summary_list([{"key": "Born", "value": None, "href": "/x/", "change": "day of birth"}]) }}', CONTENT
    )
    assert "Not recorded" in html
    assert '<a href="/x/">Change<span class="nhsuk-u-visually-hidden"> day of birth</span></a>' in html


def test_zero_is_not_blank():
    assert "Not recorded" not in drawn('{{ summary_list([{"key": "Visits", "value": 0}]) }}', CONTENT)


def test_timeline_is_a_list_in_order():
    html = drawn('{{ timeline([{"title": "A", "when": "today"}, {"title": "B", "when": "before"}]) }}', CONTENT)
    assert html.index("A</h3>") < html.index("B</h3>")
    assert html.count("<li") == 2


def test_pages_are_named():
    html = drawn('{{ pagination(None, "/?page=2", "1 to 25 of 30 clients") }}', NAVIGATION)
    assert "Next page" in html
    assert "Previous page" not in html
    assert "1 to 25 of 30 clients" in html


def test_figure_shows_its_base():
    html = drawn('{{ figure_card("1–7", "Declined", "of 40 referrals", "/d/") }}', FIGURES)
    assert "of 40 referrals" in html
    assert '<a href="/d/">Declined</a>' in html


def test_chart_has_its_sentence_and_its_table():
    source = (
        '{{ chart("More came", "12 in May, 20 in June.", picture, ["Month", "People"], [["May", 12], ["June", 20]]) }}'
    )
    html = drawn(source, FIGURES, picture=mark_safe("<svg><title>More came</title></svg>"))
    assert "<svg>" in html
    assert "12 in May, 20 in June." in html
    assert 'data-label="People">20<' in html
