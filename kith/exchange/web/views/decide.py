"""Taking a checked file, putting it aside, beginning a stopped job again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kith.exchange.actions import upload
from kith.exchange.permissions import user_may_import_somewhere
from kith.ui.doors import door
from kith.ui.places import url_of


@door(user_may_import_somewhere)
@require_POST
def take(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Queue the taking; the policy refuses a second time."""
    upload.take_uploaded(viewer=request.viewer, import_id=import_id)
    return redirect(url_of("imported_file", import_id))


@door(user_may_import_somewhere)
@require_POST
def abandon(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Put the file aside."""
    upload.abandon_uploaded(viewer=request.viewer, import_id=import_id)
    return redirect(url_of("import"))


@door(user_may_import_somewhere)
@require_POST
def begin_again(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Queue a stopped job anew."""
    upload.begin_again(viewer=request.viewer, import_id=import_id)
    return redirect(url_of("imported_file", import_id))
