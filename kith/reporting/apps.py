"""The room's registration with the framework."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """The reporting room."""

    name = "kith.reporting"
