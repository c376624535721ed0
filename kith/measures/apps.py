"""The room's registration with the framework."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """The measures room."""

    name = "kith.measures"
