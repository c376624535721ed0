"""The front door of the glass: one record beyond one's scope, in an emergency.

`through_glass(viewer, glass_id)` is who the viewer is while they look, and the look (`Glass`): pass that viewer to
every query of the record's page, and nothing else comes into sight. It raises `NotFoundError` for another's look, and
`NotPossibleError` from the moment it ends. `look_in(viewer=, glass=, page=)` writes down that a page was read through
it. `user_may_ask(viewer)` says whether somebody may open one, `waiting_for(viewer)` how many a manager has not marked
as seen.
"""

from kith.glass.actions.look_in import look_in
from kith.glass.models import Glass
from kith.glass.permissions import user_may_ask
from kith.glass.queries import through_glass, waiting_for

__all__ = ["Glass", "look_in", "through_glass", "user_may_ask", "waiting_for"]
