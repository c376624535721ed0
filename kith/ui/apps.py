"""The room's registration with the framework."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The ui room."""

    name = "kith.ui"
