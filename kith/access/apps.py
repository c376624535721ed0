"""The room's registration with the framework."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The access room."""

    name = "kith.access"

    def ready(self) -> None:
        """Listen to what the sign-in library tells."""
        from kith.access.web.sign_in import trail  # noqa: F401
