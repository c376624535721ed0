"""The addresses of looks beyond one's scope: ids of looks, and never of a client."""

from django.urls import path

from kith.glass.web.views.ask import ask
from kith.glass.web.views.look import look
from kith.glass.web.views.looks import looks

app_name = "glass"
urlpatterns = [
    path("", looks, name="looks"),
    path("open", ask, name="ask"),
    path("<uuid:glass_id>", look, name="look"),
]
