"""The room's registration with the framework."""

from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class RowsConfig(AppConfig):
    """The room of the second lock, which is laid anew whenever tables were migrated."""

    name = "kith.rows"

    def ready(self) -> None:
        """Once every room's tables are there. The framework tells an app with tables only; one is enough."""
        post_migrate.connect(_lay, sender=apps.get_app_config("contenttypes"))


def _lay(**_: Any) -> None:
    from kith.rows.actions.lay import lay

    lay()
