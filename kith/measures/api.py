"""The front door of measures.

Many at once: `merge_readings(service_id, rows: Sequence[ReadingRow], import_id)` compares a file's readings, in
thousandths of the measure's unit, with those held and returns a `Merge`, written within the caller's transaction.
"""

from kith.measures.actions.bulk import ReadingRow, merge_readings

__all__ = ["ReadingRow", "merge_readings"]
