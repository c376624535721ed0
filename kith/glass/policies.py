"""What is possible now with a look beyond one's scope."""

import datetime as dt
from uuid import UUID

from kith.glass.domain.rules import Rules, has_substance, rules_from
from kith.glass.domain.states import CLOSED, FOLLOWED_UP, QUESTIONED, ended_at
from kith.glass.models import Ask, Glass
from kith.glass.models.words import LONG
from kith.kernel.days import now
from kith.kernel.definitions import load_single
from kith.kernel.errors import NotPossibleError

DAY = dt.timedelta(hours=24)


def rules() -> Rules:
    """The service's own rules, or those that come with Kith."""
    return rules_from(load_single("glass"))


def is_open(glass: Glass) -> bool:
    """Until the very moment of its end, unless somebody closed it before."""
    closed_at = glass.said.filter(kind=CLOSED).order_by("at").values_list("at", flat=True).first()
    return now() < ended_at(glass.ends_at, closed_at)


def check_is_open(glass: Glass) -> None:
    """Raises NotPossibleError."""
    if not is_open(glass):
        raise NotPossibleError("Your sight of this record has ended. Ask again if you still need it.")


def check_reason(reason: str) -> None:
    """A reason in words, that somebody else can understand. Raises NotPossibleError."""
    least = rules().least_words
    if not has_substance(reason, least):
        raise NotPossibleError(f"Say in a sentence of at least {least} different words why you need this record now.")


def check_words(words: str) -> None:
    """A question and an answer say something. Raises NotPossibleError."""
    if not words.strip():
        raise NotPossibleError("Write what you want to say.")
    if len(words) > LONG:
        raise NotPossibleError(f"Write it in {LONG} characters or fewer.")


def check_can_answer(glass: Glass) -> None:
    """Only a question is answered. Raises NotPossibleError."""
    newest = glass.said.filter(kind__in=FOLLOWED_UP).order_by("-at", "-id").values_list("kind", flat=True).first()
    if newest != QUESTIONED:
        raise NotPossibleError("Nobody has asked about this, or the question is answered already.")


def check_may_ask_now(by_id: UUID) -> None:
    """Not after too many in a day, found or not, nor with too many open. Raises NotPossibleError."""
    limits = rules()
    of_the_day = Ask.objects.filter(by_id=by_id, at__gt=now() - DAY)
    if of_the_day.filter(in_vain=True).count() >= limits.asked_in_vain:
        raise NotPossibleError(
            f"In the last day you gave {limits.asked_in_vain} numbers that no record here has. "
            "Ask the manager of the client's service to look for you."
        )
    if of_the_day.filter(in_vain=False).count() >= limits.opened_in_a_day:
        raise NotPossibleError(
            f"In the last day you opened {limits.opened_in_a_day} records in an emergency. "
            "Ask the manager of the client's service to look for you."
        )
    still_open = Glass.objects.filter(by_id=by_id, ends_at__gt=now()).exclude(said__kind=CLOSED)
    if still_open.count() >= limits.open_at_once:
        raise NotPossibleError(
            f"You have {limits.open_at_once} records open in an emergency already. Close one that you no longer need."
        )
