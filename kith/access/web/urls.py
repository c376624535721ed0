"""The addresses of sittings and seats."""

from django.urls import path

from kith.access.web.views import seats, sign_in_help, sitting

app_name = "access"
urlpatterns = [
    path("sitting/stay/", sitting.stay, name="stay"),
    path("sitting/end/", sitting.end, name="end"),
    path("sitting/keep/", sitting.keep_words, name="keep"),
    path("sitting/throw-away/", sitting.throw_away, name="throw_away"),
    path("sitting/somebody-else/", sitting.somebody_else, name="somebody_else"),
    path("people/", seats.seats, name="seats"),
    path("people/<uuid:user_id>/sign-in/", sign_in_help.sign_in_help, name="sign_in_help"),
]
