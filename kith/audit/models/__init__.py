"""Audit rows, the seals over them, and which trail they are."""

from kith.audit.models.row import AuditRow
from kith.audit.models.seal import Seal
from kith.audit.models.trail import Trail

__all__ = ["AuditRow", "Seal", "Trail"]
