"""Pictures with a message, a sentence and a table, drawn on the server; what draws is imported when it draws."""

from kith.analytics.charts.bars import Bar, bars
from kith.analytics.charts.beside import Beside, shares_beside
from kith.analytics.charts.changes import MeanChange, mean_changes
from kith.analytics.charts.chart import Chart
from kith.analytics.charts.control import run_chart_picture, xmr_chart
from kith.analytics.charts.flow import Stage, flow
from kith.analytics.charts.funnel import funnel_chart
from kith.analytics.charts.gradient import Level, gradient
from kith.analytics.charts.paired import PairedMeans, paired_slopes

__all__ = [
    "Bar",
    "Beside",
    "Chart",
    "Level",
    "MeanChange",
    "PairedMeans",
    "Stage",
    "bars",
    "flow",
    "funnel_chart",
    "gradient",
    "mean_changes",
    "paired_slopes",
    "run_chart_picture",
    "shares_beside",
    "xmr_chart",
]
