"""What was handed out, and what was submitted before."""

from kith.reporting.models.release import Release
from kith.reporting.models.submitted_return import SubmittedReturn

__all__ = ["Release", "SubmittedReturn"]
