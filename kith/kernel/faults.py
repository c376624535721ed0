"""A fault as it may be written down: its kind and the places it passed, never its words, which may hold a value."""

import traceback


def kind_and_places(fault: BaseException) -> list[str]:
    """The kind first, then a line for each place, the outermost first."""
    places = [f"  {place.filename}:{place.lineno} {place.name}" for place in traceback.extract_tb(fault.__traceback__)]
    return [type(fault).__name__, *places]
