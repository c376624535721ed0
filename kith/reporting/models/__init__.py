"""What left the service: releases."""

from kith.reporting.models.release import Release

__all__ = ["Release"]
