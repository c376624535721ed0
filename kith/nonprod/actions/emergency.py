"""One look in an emergency, as it was asked about, answered and seen."""

from kith.glass.api import answer, ask_for_record, close_glass, glass_for, look_in, mark_seen, question
from kith.nonprod.actions.cast import Cast
from kith.people.api import clients_visible_to

REASON = "She was taken ill at the community cafe, and I need to know what she was working on and whom to call."
ASKED = "Was she looked after, and does her own trainer know?"
ANSWERED = "Yes, her daughter came. I have told Janet what happened."


def tell_emergency(cast: Cast) -> None:
    """A trainer reads the record of a colleague's client; nothing is left for the manager to do."""
    client = clients_visible_to(cast.trainers[0]).order_by("reference")[0]
    looker = cast.trainers[3]
    opened = ask_for_record(viewer=looker, service_id=cast.service.id, number=client.reference, reason=REASON)
    if opened.glass_id is None:
        return
    glass = glass_for(looker, opened.glass_id)
    look_in(viewer=looker, glass=glass, page="1")
    close_glass(viewer=looker, glass=glass)
    question(viewer=cast.manager, glass=glass, words=ASKED)
    answer(viewer=looker, glass=glass, words=ANSWERED)
    mark_seen(viewer=cast.manager, glass=glass)
