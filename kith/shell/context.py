"""Fills the frame of every page."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.access.api import Viewer
from kith.glass.api import waiting_for
from kith.shell.navigation import links_for
from kith.ui.frame import Frame, Idle, Link
from kith.ui.places import url_of


def frame(request: HttpRequest) -> dict[str, Any]:
    """Who is signed in, to what, and where else they may go; asked for when the page draws it."""
    return {"frame": SimpleLazyObject(lambda: _frame_of(request))}


def _frame_of(request: HttpRequest) -> Frame:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        sign_in = url_of("sign_in")
        return Frame(home=url_of("home"), sign_in="" if request.path == sign_in else sign_in, foot_links=_foot())
    viewer = request.viewer  # type: ignore[attr-defined]
    services = viewer.service_names
    return Frame(
        home=url_of("home"),
        service=services[0] if len(services) == 1 else "",
        who=viewer.actor.name,
        sign_out=url_of("sign_out"),
        links=links_for(viewer, request),
        own_links=(Link(_("Password"), url_of("change_password")), Link(_("Second step"), url_of("second_step"))),
        foot_links=_foot(),
        notice=_notice_for(viewer),
        idle=Idle(settings.KITH_IDLE_MINUTES, url_of("stay"), url_of("end_sitting"), url_of("sign_in")),
    )


def _notice_for(viewer: Viewer) -> Link | None:
    """What a manager has to look at, on every page until it is done."""
    waiting = waiting_for(viewer)
    if not waiting:
        return None
    words = ngettext(
        "A record of your service was opened in an emergency. Look who, and why.",
        "%(n)s records of your service were opened in an emergency. Look who, and why.",
        waiting,
    )
    return Link(words % {"n": waiting}, url_of("opened_records"))


def _foot() -> tuple[Link, ...]:
    return (
        Link(_("Help"), url_of("help")),
        Link(_("Accessibility"), url_of("accessibility")),
        Link(_("Privacy"), url_of("privacy")),
    )
