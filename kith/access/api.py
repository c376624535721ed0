"""The front door of access.

`Viewer` is who asks, an argument of every query; `system_viewer()` is the named system actor. `services_visible_to`,
`service_for` and `service_named` read services within the viewer's sight and raise `NotFoundError` with a sentence.
Role names are constants of `roles`. `once(viewer, key, do)` runs `do`, which returns an address, once for a form's
key, in one transaction, and returns that address again for every repeat; `NotAllowedError` when the key is another's.
`forget_old()` throws away drafts after seven days and used keys after thirty.
`reset_second_step(viewer=, user=)` takes away the second step of a lost telephone, of `user_with_email(viewer, email)`.
"""

from kith.access.actions.accounts import give_seat, make_account, make_team, take_seat, team_named
from kith.access.actions.bulk_seats import Seats, prepare_seats
from kith.access.actions.drafts import forget_old
from kith.access.actions.once import once
from kith.access.actions.second_step import reset_second_step
from kith.access.actions.services import lock_service, make_service, make_system_actor
from kith.access.domain import roles
from kith.access.domain.viewer import Seat, Viewer
from kith.access.queries import (
    service_for,
    service_named,
    services_visible_to,
    system_viewer,
    user_with_email,
    viewer_of,
    viewer_with_id,
)

__all__ = [
    "Seat", "Seats", "Viewer", "forget_old", "give_seat", "lock_service", "make_account", "make_service",
    "make_system_actor", "make_team", "once", "prepare_seats", "reset_second_step", "roles", "service_for",
    "service_named", "services_visible_to", "system_viewer", "take_seat", "team_named", "user_with_email", "viewer_of",
    "viewer_with_id",
]  # fmt: skip
