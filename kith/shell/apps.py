"""The room's registration with the framework."""

from django.apps import AppConfig


class ShellConfig(AppConfig):
    """The shell room."""

    name = "kith.shell"
