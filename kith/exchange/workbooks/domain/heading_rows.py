"""The words above each column, from one row of headings or from two that belong together."""

from collections.abc import Callable, Iterator, Sequence

from kith.exchange.workbooks.domain.readings.text import shown
from kith.files.api import Cell

Known = Callable[[str], bool]


def heading_texts(rows: Sequence[Sequence[Cell]], known: Known) -> list[str]:
    """One text a column. Of two rows the upper one's words go before the lower one's, and on to the right.

    A merged cell holds its words in its first column only: so 'Visit 1' above 'Date' and 'Mins' is 'Visit 1 Date' and
    'Visit 1 Mins'. Where only the lower words mean something, they are the heading; so are the upper ones.
    """
    if len(rows) == 1:
        return [shown(cell).strip() for cell in rows[0]]
    upper, lower = rows
    return list(_joined(_words(upper, len(lower)), _words(lower, len(upper)), known))


def _words(row: Sequence[Cell], width: int) -> list[str]:
    return [*(" ".join(shown(cell).split()) for cell in row), *[""] * (width - len(row))]


def _joined(upper: Sequence[str], lower: Sequence[str], known: Known) -> Iterator[str]:
    carried = ""
    for above, below in zip(upper, lower, strict=True):
        carried = above or carried
        both = f"{carried} {below}".strip() if below else above
        likely = [both, below, above] if below else [above]
        yield next((each for each in likely if each and known(each)), f"{above} {below}".strip())
