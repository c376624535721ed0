"""The front door of the glass: one record beyond one's scope, in an emergency.

`through_glass(viewer, glass_id)` is who the viewer is while they look, and the look (`Glass`): pass that viewer to
every query of the record's page, and nothing else comes into sight. It raises `NotFoundError` for another's look, and
`NotPossibleError` from the moment it ends. `look_in(viewer=, glass=, page=)` writes down that a page was read through
it. `user_may_ask(viewer)` says whether somebody may open one, `waiting_for(viewer)` how many a manager has not marked
as seen.

Actions, keyword-only and atomic: `ask_for_record` opens a record and returns an `Answer` whose `glass_id` is None where
no record has that number; `close_glass` ends a look, and `close_every_glass` all of them, after a restore; `question`,
`answer` and `mark_seen` are what is said of one. They raise `NotAllowedError`, `NotFoundError` and `NotPossibleError`.
`glass_for(viewer, id)` is one look within sight.
"""

from kith.glass.actions.ask_for_record import Answer, ask_for_record
from kith.glass.actions.close_glass import close_every_glass, close_glass
from kith.glass.actions.follow_up import answer, mark_seen, question
from kith.glass.actions.look_in import look_in
from kith.glass.models import Glass
from kith.glass.permissions import user_may_ask
from kith.glass.queries import glass_for, through_glass, waiting_for

__all__ = [
    "Answer", "Glass", "answer", "ask_for_record", "close_every_glass", "close_glass", "glass_for", "look_in",
    "mark_seen", "question", "through_glass", "user_may_ask", "waiting_for",
]  # fmt: skip
