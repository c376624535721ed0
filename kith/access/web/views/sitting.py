"""The sitting: stay, end, keep what is typed, throw it away."""

from json import loads

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDict
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from kith.access.actions.drafts import forget_draft
from kith.access.web.keeping import UnknownFormError, keep, read_token
from kith.kernel.errors import NotPossibleError
from kith.ui.doors import anybody, door, open_door
from kith.ui.pages import render


@open_door
@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """A click on 'Stay signed in': 204, or 401 when the sitting is over."""
    return HttpResponse(status=204 if request.user.is_authenticated else 401)


@open_door
@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """The browser says that the time is up."""
    logout(request)
    return HttpResponse(status=204)


@open_door
@require_POST
def keep_words(request: HttpRequest) -> HttpResponse:
    """What is being typed, from the browser. The form's token says whose it is, also when the sitting is over."""
    try:
        sent = loads(request.body)
        shown = read_token(str(sent["keep"]))
        typed = MultiValueDict({str(name): [str(each) for each in values] for name, values in sent["typed"].items()})
        keep(shown, typed)
    except (ValueError, KeyError, TypeError, AttributeError):
        return JsonResponse({"sentence": "This could not be read."}, status=400)
    except (UnknownFormError, NotPossibleError) as error:
        return JsonResponse({"sentence": error.sentence}, status=409)
    return HttpResponse(status=204 if request.user.is_authenticated else 401)


@door(anybody)
@require_POST
def throw_away(request: HttpRequest) -> HttpResponse:
    """Forget what was kept of one form, and go back to its page."""
    forget_draft(viewer=request.viewer, form=request.POST.get("form", ""))  # type: ignore[attr-defined]
    back = request.POST.get("next", "")
    return redirect(back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else "/")


@door(anybody)
def somebody_else(request: HttpRequest) -> HttpResponse:
    """A form that was opened by one person and sent under another's sign-in."""
    return render(request, "access/somebody_else.jinja", status=409)
