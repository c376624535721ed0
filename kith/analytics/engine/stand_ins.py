"""Days that stand for the ends of the period in an expression, until the period is known."""

import datetime as dt

FIRST, LAST = dt.date(1111, 1, 11), dt.date(2222, 2, 22)
