"""The front door of places.

`import_areas(viewer=, content=bytes, index=name)` takes an index file whole and returns `AreasTaken(index, areas,
changed)`; it raises `WrongIndexFileError`, `DefinitionNotFoundError` or `NotAllowedError`, each with a sentence.
`deciles(index)` maps area code to decile 1 (most deprived) to 10; `decile_of` gives one or None; `index_version` the
version held or ''; `census_of(index)` the census whose areas it is on. Source of the deciles: the index definition's.

`import_postcodes(viewer=, path=, edition=)` takes a postcode lookup (ONSPD, NSPL) and returns `PostcodesTaken`; it
raises `WrongPostcodeFileError`. `postcode_columns(field)` are columns to add to a query that has a postcode, from which
`home_of` makes a `Home(area_2011, area_2021, known_by, differs)`; `governing_lookups()` tells which lookup
governs a census year, `lookup_editions()` its name.
`tidy_postcode` gives a postcode its one space, or ''.
"""

from kith.places.actions.import_areas import AreasTaken, import_areas
from kith.places.actions.import_postcodes import PostcodesTaken, import_postcodes
from kith.places.domain.homes import Found, Home, home_of
from kith.places.domain.index_file import WrongIndexFileError
from kith.places.domain.postcode_file import WrongPostcodeFileError
from kith.places.domain.postcodes import NO_FIXED_ABODE, tidy_postcode
from kith.places.queries import (
    census_of,
    decile_of,
    deciles,
    governing_lookups,
    index_version,
    lookup_editions,
    postcode_columns,
)

__all__ = [
    "AreasTaken", "Found", "Home", "NO_FIXED_ABODE", "PostcodesTaken", "WrongIndexFileError", "WrongPostcodeFileError",
    "census_of", "decile_of", "deciles", "governing_lookups", "home_of", "import_areas", "import_postcodes",
    "index_version", "lookup_editions", "postcode_columns", "tidy_postcode",
]  # fmt: skip
