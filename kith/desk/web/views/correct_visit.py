"""A visit or call corrected, with a reason."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kith.casework.api import Session, session_for
from kith.desk.actions.correct_visit import correct_visit as correct
from kith.desk.permissions import user_may_see_clients
from kith.desk.web.forms.visit import CorrectVisitForm
from kith.desk.web.viewer_request import ViewerRequest
from kith.desk.web.views.form_page import FormPage, form_page
from kith.ui.doors import door


@door(user_may_see_clients)
def correct_visit(request: ViewerRequest, session_id: UUID) -> HttpResponse:
    """The form, filled with what is recorded."""
    session = session_for(request.viewer, session_id)
    form = CorrectVisitForm(request.POST if request.method == "POST" else None, initial=_recorded(session))
    page = FormPage(
        _("Correct a visit or call"), session.client, _("The visit is corrected."), f"session:{session.id}",
        template="desk/correct_visit.jinja",
    )  # fmt: skip

    def save() -> None:
        given = form.cleaned_data
        correct(
            viewer=request.viewer, session=session, visit=form.visit(), version=given["version"],
            reason=given["reason"],
        )  # fmt: skip

    return form_page(request, page, form, save)


def _recorded(session: Session) -> dict[str, object]:
    names = ("held_on", "minutes", "mode", "note", "note_restricted", "anything_else", "next_step", "version")
    answers = {True: "yes", False: "no", None: ""}
    return {name: getattr(session, name) for name in names} | {"attended": answers[session.attended]}
