"""What is run within a deployment by `tests.warm`, where no command does it alone."""

from kith.access.api import service_named, system_viewer
from kith.reporting.api import refresh
from tests.deployments import SERVICE


def refresh_figures() -> None:
    """Make the store anew, as the page's button does."""
    viewer = system_viewer()
    refresh(viewer, service_named(viewer, SERVICE))
