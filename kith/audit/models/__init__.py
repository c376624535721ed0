"""Audit rows and the seals over them."""

from kith.audit.models.row import AuditRow
from kith.audit.models.seal import Seal

__all__ = ["AuditRow", "Seal"]
