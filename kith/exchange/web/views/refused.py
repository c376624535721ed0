"""Hands out the refused rows of a file as a workbook."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from kith.exchange.actions.upload import hand_out_refused
from kith.exchange.permissions import user_may_import_somewhere
from kith.ui.doors import door

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@door(user_may_import_somewhere)
@require_GET
def refused(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """The workbook, to be saved."""
    name, content = hand_out_refused(viewer=request.viewer, import_id=import_id)
    answer = HttpResponse(content, content_type=_XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
