"""The library's pages that Kith has. Nobody signs up, and e-mail addresses are changed by an administrator."""

from allauth.account import views
from allauth.mfa.base import views as step
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from django.urls import path, re_path
from django.views.generic import RedirectView

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
    path("second-step/", open_door(step.index), name="mfa_index"),
    path("second-step/code/", open_door(step.authenticate), name="mfa_authenticate"),
    path("second-step/confirm/", open_door(step.reauthenticate), name="mfa_reauthenticate"),
    path("second-step/app/", open_door(app.activate_totp), name="mfa_activate_totp"),
    path("second-step/app/remove/", open_door(app.deactivate_totp), name="mfa_deactivate_totp"),
    path("second-step/codes/", open_door(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("second-step/codes/new/", open_door(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("second-step/passkey/", open_door(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("second-step/passkeys/", open_door(RedirectView.as_view(pattern_name="mfa_index")), name="mfa_list_webauthn"),
    path(
        "second-step/passkey/confirm/",
        open_door(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("second-step/passkey/<int:pk>/remove/", open_door(passkeys.remove_webauthn), name="mfa_remove_webauthn"),
]
