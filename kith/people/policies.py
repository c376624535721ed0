"""What is possible now with a client's record."""

import datetime as dt

from kith.kernel.days import today
from kith.kernel.errors import NotPossibleError
from kith.people.domain.details import GP_ANSWERS, SEXES, PersonDetails
from kith.people.domain.ethnicity import ETHNICITY_WORDS
from kith.people.models import PossibleDuplicate

PURPOSES = {"evaluation": "Using what you tell us, in your words and without your name, to learn how the service helps"}
ANSWERS = ("yes", "no")
OLDEST = 120


def check_details(details: PersonDetails) -> None:
    """Names, date of birth and categories must be such as a person can have. Raises NotPossibleError."""
    if not details.first_name and not details.surname:
        raise NotPossibleError("Give a first name or a surname.")
    if details.date_of_birth and not _can_be_born_on(details.date_of_birth):
        raise NotPossibleError(f"The date of birth must lie in the past {OLDEST} years.")
    known = details.sex in SEXES and details.gp_registered in GP_ANSWERS and details.ethnicity in ETHNICITY_WORDS
    if not known:
        raise NotPossibleError("Choose sex, ethnicity and GP registration from the lists.")


def _can_be_born_on(day: dt.date) -> bool:
    return day <= today() and day.year >= today().year - OLDEST


def check_can_happen_on(day: dt.date, what: str) -> None:
    """What is recorded has happened. Raises NotPossibleError."""
    if day > today():
        raise NotPossibleError(f"The {what} cannot be dated after today.")
    if day.year < today().year - OLDEST:
        raise NotPossibleError(f"The {what} is dated too long ago. Check the year.")


def check_can_record_consent(purpose: str, answer: str) -> None:
    """Yes or no, to a purpose that is asked about. Raises NotPossibleError."""
    if purpose not in PURPOSES:
        raise NotPossibleError("Nobody is asked for consent to that.")
    if answer not in ANSWERS:
        raise NotPossibleError("Choose yes or no.")


def check_can_decide_duplicate(pair: PossibleDuplicate) -> None:
    """A pair is decided once. Raises NotPossibleError."""
    if pair.not_the_same_at:
        raise NotPossibleError("Somebody has already said that these are two people.")


def check_reason(reason: str) -> None:
    """A correction says why. Raises NotPossibleError."""
    if not reason.strip():
        raise NotPossibleError("Say why the record is corrected.")
