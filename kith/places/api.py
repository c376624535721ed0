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

`import_population(viewer=, path=, name=)` takes the people of small areas and returns `PopulationTaken`; it raises
`WrongPopulationFileError`. `populations()` lists what is held, the newest first; `people_of(id, division, areas)` gives
people by value, `people_by_area(id, areas)` everybody by area. `set_areas(viewer=, service_id=, codes=)` says where a
service works, `areas_set(service_id)` reads it.
"""

from kith.places.actions.import_areas import AreasTaken, import_areas
from kith.places.actions.import_population import PopulationTaken, import_population
from kith.places.actions.import_postcodes import PostcodesTaken, import_postcodes
from kith.places.actions.set_areas import set_areas
from kith.places.domain.homes import Found, Home, home_of
from kith.places.domain.index_file import WrongIndexFileError
from kith.places.domain.population_rows import WrongPopulationFileError
from kith.places.domain.postcode_file import WrongPostcodeFileError
from kith.places.domain.postcodes import NO_FIXED_ABODE, tidy_postcode
from kith.places.permissions import user_may_set_areas
from kith.places.queries import (
    HeldPopulation,
    areas_of,
    areas_set,
    census_of,
    decile_of,
    deciles,
    governing_lookups,
    index_version,
    lookup_editions,
    people_by_area,
    people_of,
    populations,
    postcode_columns,
)

__all__ = [
    "AreasTaken", "Found", "HeldPopulation", "Home", "NO_FIXED_ABODE", "PopulationTaken", "PostcodesTaken",
    "WrongIndexFileError", "WrongPopulationFileError", "WrongPostcodeFileError", "areas_of", "areas_set", "census_of",
    "decile_of", "deciles", "governing_lookups", "home_of", "import_areas", "import_population", "import_postcodes",
    "index_version", "lookup_editions", "people_by_area", "people_of", "populations", "postcode_columns", "set_areas",
    "tidy_postcode", "user_may_set_areas",
]  # fmt: skip
