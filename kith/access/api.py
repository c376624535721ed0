"""The front door of access.

`Viewer` is who asks, an argument of every query; `viewer.scope` is a `Scope`, how far their reads may ever reach, and
`viewer.through(Opened(client_id, person_id))` who they are while they look at one opened record. `system_viewer()` is
the named system actor. `services_visible_to`, `service_for` and `service_named` read services within the viewer's sight
and raise `NotFoundError` with a sentence; `services_beside(viewer, *roles)` are those of the viewer's organisations,
for what reaches beyond one's scope; `emails_in_charge(service_id)` are the addresses of its managers.
Role names are constants of `roles`. `once(viewer, key, do)` runs `do`, which returns an address, once for a form's
key, in one transaction, and returns that address again for every repeat; `NotAllowedError` when the key is another's.
`lock_user(id)` lets one person do one thing at a time, within the caller's transaction.
`forget_old()` throws away drafts after seven days and used keys after thirty.
`reset_second_step(viewer=, user=)` takes away the second step of a lost telephone, of `user_with_email(viewer, email)`.
"""

from kith.access.actions.accounts import give_seat, make_account, make_team, take_seat, team_named
from kith.access.actions.bulk_seats import Seats, prepare_seats
from kith.access.actions.drafts import forget_old
from kith.access.actions.once import once
from kith.access.actions.second_step import reset_second_step
from kith.access.actions.services import lock_service, lock_user, make_service, make_system_actor
from kith.access.domain import roles
from kith.access.domain.viewer import Opened, Scope, Seat, Viewer
from kith.access.queries import (
    emails_in_charge,
    service_for,
    service_named,
    services_beside,
    services_visible_to,
    system_viewer,
    user_with_email,
    viewer_of,
    viewer_with_id,
)

__all__ = [
    "Opened", "Scope", "Seat", "Seats", "Viewer", "emails_in_charge", "forget_old", "give_seat", "lock_service",
    "lock_user", "make_account", "make_service", "make_system_actor", "make_team", "once", "prepare_seats",
    "reset_second_step", "roles", "service_for", "service_named", "services_beside", "services_visible_to",
    "system_viewer", "take_seat", "team_named", "user_with_email", "viewer_of", "viewer_with_id",
]  # fmt: skip
