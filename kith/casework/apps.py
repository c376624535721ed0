"""The room's registration with the framework."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """The casework room."""

    name = "kith.casework"
