"""The addresses of the first page and of the pages about the site."""

from django.urls import path

from kith.shell.web.views import about, home

app_name = "shell"
urlpatterns = [
    path("", home.home, name="home"),
    path("help/", about.help_line, name="help"),
    path("accessibility/", about.accessibility, name="accessibility"),
    path("privacy/", about.privacy, name="privacy"),
]
