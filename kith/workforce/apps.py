"""The room's registration with the framework."""

from django.apps import AppConfig


class WorkforceConfig(AppConfig):
    """The workforce room."""

    name = "kith.workforce"
