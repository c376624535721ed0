"""The library's pages that Kith has. Nobody signs up, and e-mail addresses are changed by an administrator."""

from allauth.account import views
from django.urls import path, re_path

from kith.ui.doors import open_door

urlpatterns = [
    path("sign-in/", open_door(views.login), name="account_login"),
    path("sign-out/", open_door(views.logout), name="account_logout"),
    path("switched-off/", open_door(views.account_inactive), name="account_inactive"),
    path("confirm/", open_door(views.reauthenticate), name="account_reauthenticate"),
    path("password/change/", open_door(views.password_change), name="account_change_password"),
    path("password/set/", open_door(views.password_set), name="account_set_password"),
    path("password/forgotten/", open_door(views.password_reset), name="account_reset_password"),
    path("password/forgotten/sent/", open_door(views.password_reset_done), name="account_reset_password_done"),
    re_path(
        r"^password/forgotten/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        open_door(views.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "password/forgotten/done/",
        open_door(views.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
]
