"""The bare framework's page: signed in, one query of 25 clients, one table in a template."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from kith.people.models import Client

TEMPLATE = """<!DOCTYPE html><html lang="en"><head><title>Clients</title></head><body><h1>Clients</h1><table>
{% for client in clients %}<tr><td><a href="/clients/{{ client.id }}">{{ client.person.first_name }}
{{ client.person.surname }}</a></td><td>{{ client.reference }}</td><td>{{ client.first_contact_on }}</td></tr>
{% endfor %}</table></body></html>"""


@login_required
def clients(request: HttpRequest) -> HttpResponse:
    """The first 25 clients by name."""
    rows = Client.objects.select_related("person").order_by("service", "sorted_name", "id")[:25]
    return HttpResponse(engines["jinja2"].from_string(TEMPLATE).render({"clients": rows}, request))


urlpatterns = [path("", clients), path("account/", include("kith.access.web.sign_in.urls"))]
