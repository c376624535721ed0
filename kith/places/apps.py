"""The room's registration with the framework."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """The places room."""

    name = "kith.places"
