"""The addresses of health."""

from django.urls import path

from kith.keeping.web.views import health

app_name = "keeping"
urlpatterns = [
    path("", health.for_a_proxy, name="for_a_proxy"),
    path("all/", health.for_people, name="health"),
]
