"""The addresses of bringing in a file."""

from django.urls import path

from kith.exchange.web.views.account import account
from kith.exchange.web.views.decide import abandon, begin_again, take
from kith.exchange.web.views.receive import receive
from kith.exchange.web.views.unlock import unlock

app_name = "exchange"
urlpatterns = [
    path("", receive, name="receive"),
    path("<uuid:import_id>", account, name="account"),
    path("<uuid:import_id>/unlock", unlock, name="unlock"),
    path("<uuid:import_id>/take", take, name="take"),
    path("<uuid:import_id>/put-aside", abandon, name="abandon"),
    path("<uuid:import_id>/begin-again", begin_again, name="begin_again"),
]
