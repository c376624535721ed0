"""The room's registration with the framework."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The desk room."""

    name = "kith.desk"
