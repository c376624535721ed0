"""Before and after: paired change, who changed enough, what would have happened anyway, and who is missing."""

from kith.analytics.change.bootstrap import bootstrap
from kith.analytics.change.bounds import TippingPoint, carried_forward, tipping_point
from kith.analytics.change.follow_up import FollowUpRow, followed_up
from kith.analytics.change.imputation import multiple_imputation
from kith.analytics.change.paired import Paired, paired
from kith.analytics.change.regression import regression_to_the_mean
from kith.analytics.change.reliable import ReliableChange, cut_off, reliable_change
from kith.analytics.change.responders import Responders, responders
from kith.analytics.change.rubin import Pooled, rubin

__all__ = [
    "FollowUpRow",
    "Paired",
    "Pooled",
    "ReliableChange",
    "Responders",
    "TippingPoint",
    "bootstrap",
    "carried_forward",
    "cut_off",
    "followed_up",
    "multiple_imputation",
    "paired",
    "regression_to_the_mean",
    "reliable_change",
    "responders",
    "rubin",
    "tipping_point",
]
