"""Pages to try the sitting on: a note that is kept, and ways in which saving it can fail."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import path

from kith.access.api import once
from kith.config import urls
from kith.kernel.errors import StaleError
from kith.ui.doors import anybody, door
from kith.ui.forms import DayField, Form
from kith.ui.pages import sent_key

TEMPLATE = """
{% extends "ui/base.jinja" %}
{% from "ui/macros/form.jinja" import form as a_form, fields_of, buttons with context %}
{% block title %}Write a note{% endblock %}
{% block content %}<h1>Write a note</h1>
{% call a_form(form, keep="note:1") %}{{ fields_of(form) }}{{ buttons("Save") }}{% endcall %}{% endblock %}
"""
SAVED: list[str] = []


class NoteForm(Form):
    """What is typed."""

    note = forms.CharField(label="Note", widget=forms.Textarea)
    day = DayField(label="Day", required=False)
    how = forms.ChoiceField(label="How?", choices=[("a", "By phone"), ("b", "Face to face")], widget=forms.RadioSelect)
    topics = forms.MultipleChoiceField(
        label="Topics", choices=[("m", "Money"), ("f", "Food")], widget=forms.CheckboxSelectMultiple, required=False
    )


@door(anybody)
def note(request: HttpRequest) -> HttpResponse:
    """Show the form; save it once."""
    form = NoteForm(request.POST or None)
    if form.is_valid():
        if form.cleaned_data["note"] == "stale":
            raise StaleError("Ana Brook changed this note at 14:02.")
        return redirect(once(request.viewer, sent_key(request), lambda: _save(form)))
    return HttpResponse(engines["jinja2"].from_string(TEMPLATE).render({"form": form}, request))


@door(anybody)
def saved(request: HttpRequest) -> HttpResponse:
    """Where saving leads."""
    page = '{% extends "ui/base.jinja" %}{% block content %}<h1>{{ title }}</h1>{% endblock %}'
    return HttpResponse(engines["jinja2"].from_string(page).render({"title": "Saved"}, request))


def _save(form: NoteForm) -> str:
    SAVED.append(form.cleaned_data["note"])
    return "/saved/"


urlpatterns = [path("note/", note), path("saved/", saved), *urls.urlpatterns]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
