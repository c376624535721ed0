"""The front door of measures.

`instrument(measure)` is one `Instrument(id, title, on_screen, unit, lowest, highest, decimals, better)` and
`instruments()` all of them, from the reviewed definitions; `Instrument.thousandths(value)` checks the range and returns
thousandths of the unit, or raises `WrongReadingError`. `readings_visible_to(viewer)` and
`missed_readings_visible_to(viewer)` are querysets, `reading_for(viewer, id)` one reading or `NotFoundError`.
`with_reading_due(clients)` adds `reading_due` to clients already narrowed: a second reading is due twelve weeks on.

Actions, keyword-only and atomic: `take_reading`, `correct_reading`, `note_missed_reading`. They raise
`NotAllowedError`, `NotPossibleError`, `WrongReadingError`, and `StaleError` when somebody else changed the reading.

Many at once: `merge_readings(service_id, rows: Sequence[ReadingRow], import_id)` compares a file's readings, in
thousandths of the measure's unit, with those held and returns a `Merge`, written within the caller's transaction.
"""

from kith.measures.actions.bulk import ReadingRow, merge_readings
from kith.measures.actions.correct_reading import correct_reading
from kith.measures.actions.note_missed_reading import note_missed_reading
from kith.measures.actions.take_reading import take_reading
from kith.measures.domain.instrument import MISSED_REASONS, STAGES, Instrument, WrongReadingError
from kith.measures.models import MissedReading, Reading
from kith.measures.permissions import user_may_take_reading
from kith.measures.queries import (
    WEEKS_UNTIL_DUE,
    instrument,
    instruments,
    missed_readings_visible_to,
    reading_for,
    readings_visible_to,
    with_reading_due,
)

__all__ = [
    "Instrument", "MISSED_REASONS", "MissedReading", "Reading", "ReadingRow", "STAGES", "WEEKS_UNTIL_DUE",
    "WrongReadingError", "correct_reading", "instrument", "instruments", "merge_readings",
    "missed_readings_visible_to", "note_missed_reading", "reading_for", "readings_visible_to", "take_reading",
    "user_may_take_reading", "with_reading_due",
]  # fmt: skip
