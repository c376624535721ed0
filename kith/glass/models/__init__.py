"""Looks beyond one's scope, what was said of them, and how often somebody asked for one."""

from kith.glass.models.ask import Ask
from kith.glass.models.glass import Glass
from kith.glass.models.said import Said

__all__ = ["Ask", "Glass", "Said"]
