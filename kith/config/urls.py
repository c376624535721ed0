"""The one list of addresses."""

from django.urls import include, path

from kith.config.places import register_places

urlpatterns = [
    path("", include("kith.shell.web.urls")),
    path("account/", include("kith.access.web.sign_in.urls")),
    path("access/", include("kith.access.web.urls")),
    path("bring-in/", include("kith.exchange.web.urls")),
    path("report/", include("kith.reporting.web.urls")),
    path("emergency/", include("kith.glass.web.urls")),
    path("health/", include("kith.keeping.web.urls")),
    path("", include("kith.desk.web.urls")),
]

handler400 = "kith.ui.errors.not_understood"
handler403 = "kith.ui.errors.not_allowed"
handler404 = "kith.ui.errors.not_found"
handler500 = "kith.ui.errors.broken"

register_places()
