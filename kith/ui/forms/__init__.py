"""Forms of the design system: plain sentences for errors, days in three boxes."""

from kith.ui.forms.base import Form, PlainForm
from kith.ui.forms.day import DayField
from kith.ui.forms.kinds import kind_of
from kith.ui.forms.widgets import DayWidget

__all__ = ["DayField", "DayWidget", "Form", "PlainForm", "kind_of"]
