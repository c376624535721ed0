"""Funnels: which units differ from the whole by more than chance. Never a ranking."""

from kith.analytics.funnel.limits import Funnel, FunnelLimits
from kith.analytics.funnel.proportions import proportions
from kith.analytics.funnel.ratios import ratios

__all__ = ["Funnel", "FunnelLimits", "proportions", "ratios"]
