"""The room's registration with the framework."""

from django.apps import AppConfig


class RipplesConfig(AppConfig):
    """The ripples room."""

    name = "kith.ripples"
