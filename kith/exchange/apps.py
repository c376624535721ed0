"""The room's registration with the framework."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """The exchange room."""

    name = "kith.exchange"
