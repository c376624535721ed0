"""The reader by the lists as they stand, made once for each version of them."""

from collections.abc import Mapping
from typing import Any

from kith.ripples.domain.cues.reader import NotesReader
from kith.ripples.domain.cues.sources import cue_list, read_lists

_made: list[tuple[tuple[Mapping[str, Any], ...], NotesReader]] = []


def notes_reader() -> NotesReader:
    """The reader by the lists in use, the service's own before the package's; a list changed is read again.

    Raises DefinitionWrongError when a list does not keep to its schema.
    """
    lists = read_lists()
    for known, reader in _made:
        if all(one is other for one, other in zip(known, lists, strict=True)):
            return reader
    _made[:] = [(lists, NotesReader(cue_list(lists)))]
    return _made[0][1]
