"""Health: yes or no for a proxy, and what was found for administrators."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from kith.keeping.permissions import user_may_see_health
from kith.keeping.queries import health, is_well
from kith.ui.doors import door, open_door
from kith.ui.pages import render


@open_door
def for_a_proxy(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """200 or 503, without a reason: anybody may ask."""
    well = is_well()
    said = HttpResponse("ok\n" if well else "not well\n", status=200 if well else 503, content_type="text/plain")
    said["Cache-Control"] = "no-store"
    return said


@door(user_may_see_health)
def for_people(request: HttpRequest) -> HttpResponse:
    """The list."""
    rows = [[each.name, _("Well") if each.is_well else _("Not well"), each.says] for each in health()]
    unwell = [row for row in rows if row[1] != _("Well")]
    return render(request, "keeping/health.jinja", {"rows": rows, "unwell": len(unwell)})
