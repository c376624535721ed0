"""What becomes of a look: when it ended, and where the manager's side stands."""

import datetime as dt

CLOSED, SEEN, QUESTIONED, ANSWERED = "closed", "seen", "questioned", "answered"
SAID = (CLOSED, SEEN, QUESTIONED, ANSWERED)
NEW = "new"
FOLLOWED_UP = (SEEN, QUESTIONED, ANSWERED)


def ended_at(ends_at: dt.datetime, closed_at: dt.datetime | None) -> dt.datetime:
    """When it ends or ended: at its time, or when somebody closed it before."""
    return min(ends_at, closed_at) if closed_at else ends_at
