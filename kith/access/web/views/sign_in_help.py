"""Help for somebody who cannot get in: a lost telephone, a lock-out."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kith.access.actions.second_step import end_lock_out, reset_second_step
from kith.access.permissions import user_may_administer
from kith.access.queries import user_for
from kith.access.web.letters import tell_second_step_was_reset
from kith.access.web.presenters.sign_in_help import sign_in_state
from kith.ui.doors import door
from kith.ui.pages import render


@door(user_may_administer)
def sign_in_help(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """How the account stands, and what an administrator can do about it."""
    viewer = request.viewer  # type: ignore[attr-defined]
    user = user_for(viewer, user_id)
    if request.POST.get("do") == "reset":
        reset_second_step(viewer=viewer, user=user)
        tell_second_step_was_reset(user)
        messages.success(request, _("The second step is taken away. A new one is set up at the next sign-in."))
    elif request.POST.get("do") == "allow":
        end_lock_out(viewer=viewer, user=user)
        messages.success(request, _("The account may be tried again now."))
    if request.method == "POST":
        return redirect("access:sign_in_help", user_id)
    return render(request, "access/sign_in_help.jinja", {"user": user, "state": sign_in_state(viewer, user)})
