"""Who may look beyond their scope, and who is told of it."""

from kith.access.api import Viewer
from kith.glass.models import Glass
from kith.kernel.errors import NotAllowedError
from kith.people.api import STAFF, user_may_take_charge_of_client


def user_may_ask(viewer: Viewer) -> bool:
    """Workers, team leaders and service managers; never evaluators, commissioners, administrators or the system."""
    return bool(viewer.services_as(*STAFF))


def check_user_may_ask(viewer: Viewer) -> None:
    """Raises NotAllowedError."""
    if not user_may_ask(viewer):
        raise NotAllowedError(
            "Only health trainers, team leaders and service managers may open a record in an emergency."
        )


def user_may_look_through(viewer: Viewer, glass: Glass) -> bool:
    """Whoever opened it, as long as they still have a seat with which they might."""
    return viewer.actor.id == glass.by_id and user_may_ask(viewer)


def user_may_mark_glass(viewer: Viewer, glass: Glass) -> bool:
    """A manager of the record's service, and never of one's own look."""
    return viewer.actor.id != glass.by_id and glass.service_id in viewer.managed_services


def check_user_may_mark_glass(viewer: Viewer, glass: Glass) -> None:
    """Raises NotAllowedError."""
    if not user_may_mark_glass(viewer, glass):
        raise NotAllowedError("Only a manager of the record's service may say that this was seen, or question it.")


def user_may_close_glass(viewer: Viewer, glass: Glass) -> bool:
    """Whoever opened it, and those who may mark it."""
    return viewer.actor.id == glass.by_id or user_may_mark_glass(viewer, glass)


def check_user_may_close_glass(viewer: Viewer, glass: Glass) -> None:
    """Raises NotAllowedError."""
    if not user_may_close_glass(viewer, glass):
        raise NotAllowedError("Only whoever opened this record, or a manager of its service, may close it.")


def user_may_answer(viewer: Viewer, glass: Glass) -> bool:
    """Whoever opened it."""
    return viewer.actor.id == glass.by_id


def check_user_may_answer(viewer: Viewer, glass: Glass) -> None:
    """Raises NotAllowedError."""
    if not user_may_answer(viewer, glass):
        raise NotAllowedError("Only whoever opened this record may answer.")


def user_may_see_glass(viewer: Viewer, glass: Glass) -> bool:
    """Whoever opened it, and those in charge of the client: the leader of the team, the manager of the service."""
    return viewer.actor.id == glass.by_id or user_may_take_charge_of_client(viewer, glass.client)
