"""The addresses of bringing in a file."""

from django.urls import path

from kith.exchange.web.views.account import account
from kith.exchange.web.views.decide import abandon, begin_again, take
from kith.exchange.web.views.own_profile import own_profile, own_profile_ready
from kith.exchange.web.views.own_profile_columns import own_profile_columns
from kith.exchange.web.views.own_profiles import own_profiles
from kith.exchange.web.views.receive import receive
from kith.exchange.web.views.refused import refused
from kith.exchange.web.views.unlock import unlock

app_name = "exchange"
urlpatterns = [
    path("", receive, name="receive"),
    path("kinds", own_profiles, name="own_profiles"),
    path("kinds/<uuid:profile_id>", own_profile, name="own_profile"),
    path("kinds/<uuid:profile_id>/ready", own_profile_ready, name="own_profile_ready"),
    path("kinds/<uuid:profile_id>/<str:kind>", own_profile_columns, name="own_profile_columns"),
    path("<uuid:import_id>", account, name="account"),
    path("<uuid:import_id>/unlock", unlock, name="unlock"),
    path("<uuid:import_id>/refused.xlsx", refused, name="refused"),
    path("<uuid:import_id>/take", take, name="take"),
    path("<uuid:import_id>/put-aside", abandon, name="abandon"),
    path("<uuid:import_id>/begin-again", begin_again, name="begin_again"),
]
