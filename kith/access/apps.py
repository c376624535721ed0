"""The room's registration with the framework."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The access room."""

    name = "kith.access"
