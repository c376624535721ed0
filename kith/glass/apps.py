"""The room's registration with the framework."""

from django.apps import AppConfig


class GlassConfig(AppConfig):
    """The glass room."""

    name = "kith.glass"
