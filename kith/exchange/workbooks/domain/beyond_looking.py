"""What a kind of file described by looking cannot hold, said plainly: several records in one row, headings in two."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from kith.exchange.workbooks.domain.errors import NotUnderstoodError
from kith.exchange.workbooks.domain.headings import find_layouts
from kith.exchange.workbooks.domain.looking import headings_index
from kith.exchange.workbooks.domain.profile import Profile
from kith.exchange.workbooks.domain.readings.labels import heading_key
from kith.exchange.workbooks.domain.readings.text import shown
from kith.files.api import Cell, Sheet

_NUMBER = re.compile(r"[0-9]{1,2}")
_MOST_NAMED = 3
_FEWEST_ALIKE, _FEWEST_NUMBERED = 2, 3
_ONE_ROW_EACH = (
    "What you describe here takes the columns that stand there once. For the rest give each record a row of its own, "
    "or ask whoever looks after Kith for a profile."
)


def beyond_looking(sheets: Sequence[Sheet], reviewed: Sequence[Profile]) -> list[str]:
    """A sentence for each sheet whose rows hold more than a kind made by looking can take; and which kind reads it."""
    told = [sentence for sheet in sheets for sentence in _of_sheet(sheet)]
    if not told:
        return []
    fitting = (advice for profile in reviewed for sheet in sheets if (advice := _fits(profile, sheet, len(sheets))))
    return [*told, next(fitting, _ONE_ROW_EACH)]


def _of_sheet(sheet: Sheet) -> Iterator[str]:
    at = headings_index(sheet)
    around = [sheet.rows[index] if 0 <= index < len(sheet.rows) else () for index in (at - 1, at, at + 1)]
    if numbered := max(map(_numbered, around[:2]), key=len):
        yield (
            f"The sheet {sheet.name} seems to have several records side by side in one row ({_some(numbered)}). "
            "A kind of file made here takes one record from a row."
        )
    if alike := _alike(*around[:2]) or _alike(*around[1:]):
        yield (
            f"The headings of the sheet {sheet.name} seem to fill two rows: {_some(alike)} stand there more than once "
            "below others. A kind of file made here reads one row of headings."
        )


def _some(names: Sequence[str]) -> str:
    more = ", ..." if len(names) > _MOST_NAMED else ""
    return f"{', '.join(names[:_MOST_NAMED])}{more}"


def _numbered(row: Sequence[Cell]) -> list[str]:
    """Headings that differ by a number only."""
    alike: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for cell in row:
        if isinstance(cell, str) and len(numbers := _NUMBER.findall(cell)) == 1 and _NUMBER.sub("", cell).strip():
            alike[heading_key(_NUMBER.sub("#", cell))].setdefault(numbers[0], shown(cell).strip())
    return next((list(each.values()) for each in alike.values() if len(each) >= _FEWEST_NUMBERED), [])


def _alike(upper: Sequence[Cell], lower: Sequence[Cell]) -> list[str]:
    """Words that stand more than once below gaps in a row of words: what merged headings look like."""
    if sum(1 for cell in upper if cell != "") < _FEWEST_ALIKE:
        return []
    gaps = [index for index, cell in enumerate(lower) if cell != "" and (index >= len(upper) or upper[index] == "")]
    words = Counter(shown(cell).strip() for cell in lower if isinstance(cell, str))
    often = dict.fromkeys(shown(lower[index]).strip() for index in gaps)
    return [word for word in often if words[word] > 1]


def _fits(profile: Profile, sheet: Sheet, of: int) -> str:
    """What to do with a sheet that a reviewed profile reads; nothing when it does not."""
    parts = [each for each in profile.sheets if each.part]
    try:
        if not parts or not find_layouts(sheet, parts):
            return ""
    except NotUnderstoodError:
        return ""
    named = of == 1 or heading_key(sheet.name) in map(heading_key, parts[0].names)
    first = "" if named else f"call the sheet {sheet.name} {parts[0].names[0]}, and "
    return f"Kith knows a kind of file like this: {first}bring it in as {profile.title}."
