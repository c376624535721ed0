"""Where an address leads whose days or service cannot be used: to the form that says why."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


def back_to_the_form(request: HttpRequest) -> HttpResponse:
    """The report's own page with the same query."""
    return redirect(f"{reverse('reporting:report')}?{request.GET.urlencode()}")
