"""The front door of places.

`import_areas(viewer=, content=bytes, index=name)` takes an index file whole and returns `AreasTaken(index, areas,
changed)`; it raises `WrongIndexFileError`, `DefinitionNotFoundError` or `NotAllowedError`, each with a sentence.
`deciles(index)` maps area code to decile 1 (most deprived) to 10; `decile_of` gives one or None; `index_version` the
version held or ''. Source of the deciles: the index definition's.
"""

from kith.places.actions.import_areas import AreasTaken, import_areas
from kith.places.domain.index_file import WrongIndexFileError
from kith.places.queries import decile_of, deciles, index_version

__all__ = ["AreasTaken", "WrongIndexFileError", "decile_of", "deciles", "import_areas", "index_version"]
