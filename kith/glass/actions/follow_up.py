"""What a manager says of a look at a record of the service, and what is answered."""

from django.db import transaction

from kith.access.api import Viewer
from kith.glass.actions.say import say
from kith.glass.domain.states import ANSWERED, QUESTIONED, SEEN
from kith.glass.models import Glass
from kith.glass.permissions import check_user_may_answer, check_user_may_mark_glass
from kith.glass.policies import check_can_answer, check_words


@transaction.atomic
def mark_seen(*, viewer: Viewer, glass: Glass) -> None:
    """A manager has seen it and asks nothing more. Raises NotAllowedError."""
    check_user_may_mark_glass(viewer, glass)
    say(viewer, glass, SEEN, "marked_seen")


@transaction.atomic
def question(*, viewer: Viewer, glass: Glass, words: str) -> None:
    """A manager asks whoever looked. Raises NotAllowedError, NotPossibleError without words."""
    check_user_may_mark_glass(viewer, glass)
    check_words(words)
    say(viewer, glass, QUESTIONED, "questioned", words)


@transaction.atomic
def answer(*, viewer: Viewer, glass: Glass, words: str) -> None:
    """Whoever looked answers. Raises NotAllowedError, NotPossibleError without a question or without words."""
    check_user_may_answer(viewer, glass)
    check_can_answer(glass)
    check_words(words)
    say(viewer, glass, ANSWERED, "answered", words)
