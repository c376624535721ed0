"""The columns of one sheet: what each holds, with what is understood of it so far."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kith.exchange.actions.own_profiles import choose_columns, sheets_looked_at
from kith.exchange.permissions import user_may_import_somewhere
from kith.exchange.queries import own_profile_for
from kith.exchange.web.forms.own_profile import ColumnsForm, columns_initial
from kith.exchange.web.presenters.own_profile import called, column_rows, how_it_reads, unknown_spellings
from kith.exchange.workbooks.domain.looking import columns_seen
from kith.exchange.workbooks.domain.own_profile import Choices
from kith.exchange.workbooks.domain.preview import preview
from kith.kernel import definitions
from kith.kernel.days import today
from kith.kernel.errors import NotFoundError
from kith.ui.doors import door
from kith.ui.pages import render


@door(user_may_import_somewhere)
def own_profile_columns(request: HttpRequest, profile_id: UUID, kind: str) -> HttpResponse:
    """Show the columns with samples and problems; keep what was chosen and show what it makes of the file."""
    profile = own_profile_for(request.viewer, profile_id)
    whole, sheets = definitions.load("imports", profile.based_on), sheets_looked_at(profile_id)
    choice = Choices.of(profile.choices).sheets.get(kind)
    sheet = next((each for each in sheets if choice and each.name == choice.sheet), None)
    if choice is None or sheet is None:
        raise NotFoundError("No sheet of this file was chosen for that. Choose one first.")
    base = next(each for each in whole["sheets"] if each["kind"] == kind)
    columns, found = columns_seen(sheet), preview(whole, kind, choice, sheets, today())
    unknown = unknown_spellings(choice, found, base)
    form = ColumnsForm(base, columns, unknown, request.POST or None, initial=columns_initial(columns, choice))
    if request.method == "POST" and form.is_valid():
        choose_columns(
            viewer=request.viewer,
            profile_id=profile_id,
            kind=kind,
            headings=form.headings(),
            spellings=form.spellings(),
        )
        return redirect("exchange:own_profile_columns", profile_id, kind)
    page = {
        "profile": profile,
        "title": called(whole, kind),
        "form": form,
        "rows": column_rows(form, columns, found),
        "spellings": [(choice.headings[field], form.boxes(field)) for field in unknown],
        "how_it_reads": how_it_reads(found) if choice.headings else "",
    }
    return render(request, "exchange/own_profile_columns.jinja", page, status=422 if form.errors else 200)
