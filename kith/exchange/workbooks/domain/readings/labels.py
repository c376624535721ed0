"""Words that stand for something known, in whatever spelling they come."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from kith.exchange.workbooks.domain.readings.errors import CannotReadError
from kith.exchange.workbooks.domain.readings.text import read_label, shown
from kith.files.api import Cell

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def heading_key(text: str) -> str:
    """A heading without regard to case, spaces and punctuation: 'Client ID' and 'client_id' are one."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())


def label_key(text: str) -> str:
    """A label without regard to case, dashes and spacing: 'White - British' and 'white british' are one."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ").replace("+", " plus ")
    return _BETWEEN_WORDS.sub(" ", folded).strip()


class Labels:
    """The spellings of a column's values, and what each means."""

    def __init__(self, spellings: Mapping[str, Iterable[str]]) -> None:
        self._codes = {label_key(one): code for code, several in spellings.items() for one in several}
        self._accepted = [next(iter(several)) for several in spellings.values() if several]

    def code(self, cell: Cell | None) -> str | None:
        """The code of a label, None when it is blank. Raises CannotReadError for one that is not known."""
        label = read_label(cell)
        if not label:
            return None
        code = self._codes.get(label_key(label))
        if code is None:
            raise CannotReadError(f"{shown(label)} is not known here. Write one of: {', '.join(self._accepted)}.")
        return code


def read_yes_no(cell: Cell | None, labels: Labels) -> bool | None:
    """Yes is True, no is False, blank is None: never no and never yes. Raises CannotReadError.

    The labels' codes are "yes" and "no"; any other, such as "not_known", is neither.
    """
    return {"yes": True, "no": False}.get(labels.code(cell) or "")
