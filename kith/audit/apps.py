"""The room's registration with the framework."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The audit room."""

    name = "kith.audit"
