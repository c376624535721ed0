"""What is possible now with a telling."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

from kith.kernel.days import Period, today
from kith.kernel.errors import NotPossibleError
from kith.ripples.domain.grading import HOW_WORDS, TELLERS
from kith.ripples.domain.judging import ANSWERS, MISSED_ANSWERS
from kith.ripples.domain.kinds import BENEFICIARIES, DIRECTIONS, DOMAINS, THROUGH
from kith.ripples.domain.names import likely_names
from kith.ripples.domain.review import may_follow
from kith.ripples.domain.screen_words import ABOUT_A_CLIENT, STATE_WORDS
from kith.ripples.domain.told import ToldChange
from kith.ripples.models import Telling

MOST_PEOPLE = 1000


class NamesLeftError(NotPossibleError):
    """The account seems to name somebody."""


def check_can_tell(told: ToldChange) -> None:
    """A change says who for, what about, which way, in words, and how it is known. Raises NotPossibleError."""
    if not told.account.strip():
        raise NotPossibleError("Say what changed, in the words of whoever told you.")
    if told.beneficiary not in ABOUT_A_CLIENT:
        raise NotPossibleError("Choose who the change was for.")
    if told.domain not in DOMAINS:
        raise NotPossibleError("Choose what the change was about.")
    if told.direction not in DIRECTIONS:
        raise NotPossibleError("Choose which way things went.")
    if told.how not in HOW_WORDS or told.told_by not in TELLERS:
        raise NotPossibleError("Choose how you know.")
    if not 1 <= told.people_low <= told.people_high <= MOST_PEOPLE:
        raise NotPossibleError("Say for how many people: at least one, the smaller number first.")


def check_can_give_state(state: str, wanted: str, reason: str) -> None:
    """A state follows only some others; all but acceptance say why. Raises NotPossibleError."""
    if not may_follow(state, wanted):
        raise NotPossibleError(f"This is {STATE_WORDS.get(state, state)}, so that cannot be done now.")
    if wanted != "accepted" and not reason.strip():
        raise NotPossibleError("Say why.")


def check_no_names(account: str, cleared: Collection[str]) -> None:
    """Raises NamesLeftError, which repeats none of the words."""
    if likely_names(account, cleared):
        raise NamesLeftError(
            "The words seem to name somebody. Write who they are to the client instead, such as 'her neighbour', "
            "or say that it is no name."
        )


def check_can_link(tellings: Sequence[Telling]) -> None:
    """Tellings of one change agree on the client, who for, what about and which way. Raises NotPossibleError."""
    kinds = {(each.client_id, each.through, each.beneficiary, each.domain, each.direction) for each in tellings}
    if len({each.pk for each in tellings}) < 2:
        raise NotPossibleError("Choose another telling of the same change.")
    if len(kinds) > 1:
        raise NotPossibleError("These differ in who for, what about or which way, so they are not the same change.")


def check_can_draw(period: Period, drawn: Iterable[tuple[dt.date, dt.date]]) -> None:
    """A period is drawn from once, and not before its days have come. Raises NotPossibleError."""
    if period.last > today():
        raise NotPossibleError("Draw from days that have passed: the last day cannot be after today.")
    if any(first <= period.last and period.first <= last for first, last in drawn):
        raise NotPossibleError("Some of these days were drawn from already. Each day is drawn from once.")


def check_can_draw_next(shown: Period, now_next: Period | None, *, is_empty: bool) -> None:
    """The days are those that were shown, and something was found or read in them. Raises NotPossibleError."""
    if shown != now_next:
        raise NotPossibleError("The days to draw from are others by now. See below which they are.")
    if is_empty:
        raise NotPossibleError("Nothing was read in these days yet, so there is nothing to draw.")


def check_can_judge(state: str, answer: str, *, readers: int, read_twice: bool, mine: bool) -> None:
    """One answer a person; after a decision only the second reading of those read twice. Raises NotPossibleError."""
    if answer not in ANSWERS:
        raise NotPossibleError("Choose accept, reject or not sure.")
    if mine:
        raise NotPossibleError("You have answered this one already. Take your answer back to change it.")
    if state != "proposed" and not (read_twice and readers == 1):
        raise NotPossibleError("Somebody else has decided on this one in the meantime.")


def check_can_correct(kinds: Mapping[str, str]) -> None:
    """All four kinds, of those there are; a client's change is around her, a worker's around the worker.

    Raises NotPossibleError.
    """
    known = {"through": THROUGH, "beneficiary": BENEFICIARIES, "domain": DOMAINS, "direction": DIRECTIONS}
    if any(value not in known[name] for name, value in kinds.items()):
        raise NotPossibleError("Choose who it was for, what about and which way from the lists.")
    if kinds["beneficiary"] in known["through"] and kinds["beneficiary"] != kinds["through"]:
        raise NotPossibleError("A change for the client is around the client; one for the worker is around the worker.")


def check_can_undo(*, answered_since: bool) -> None:
    """Nobody has answered after it. Raises NotPossibleError."""
    if answered_since:
        raise NotPossibleError("Somebody else has read this sentence since, so your answer stays.")


def check_can_judge_note(answer: str, *, judged: bool) -> None:
    """One answer a note. Raises NotPossibleError."""
    if answer not in MISSED_ANSWERS:
        raise NotPossibleError("Choose yes, no or not sure.")
    if judged:
        raise NotPossibleError("Somebody has answered for this note already.")


def check_decided_where_it_stands(state: str, *, found_in_a_note: bool) -> None:
    """What was found in a note is decided where its sentence is shown. Raises NotPossibleError."""
    if state == "proposed" and found_in_a_note:
        raise NotPossibleError("This was found in a note. Decide on it where its sentence is shown.")
