"""The room's registration with the framework."""

from django.apps import AppConfig


class KeepingConfig(AppConfig):
    """The keeping room."""

    name = "kith.keeping"
