"""The one list of addresses."""

from django.urls import include, path

import kith.config.places  # noqa: F401  fills the table of named places

urlpatterns = [
    path("account/", include("allauth.account.urls")),
    path("bring-in/", include("kith.exchange.web.urls")),
]
