"""Which ages a file of people has, and which lack: between two others none may, at either end it is said.

Ages are a bit for each year. The last band of the report is open: a file has it where it has its first year.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kith.places.domain.population_rows import WrongPopulationFileError

Bands = Sequence[Mapping[str, Any]]
THEREFORE = "Shares by age are of the people it has; those of clients are of clients of every age."


def check_ages_are_whole(ages: int, bands: Bands, divided: str) -> None:
    """From the first age to the last none lacks, and the file has no band in part. Raises WrongPopulationFileError."""
    first, last = _first(ages), _last(ages, bands)
    lacking = next((age for age in range(first, last + 1) if not ages >> age & 1), None)
    if lacking is not None:
        until = lacking + _first(ages >> lacking) - 1
        years = f"{lacking} to {until}" if until > lacking else lacking
        raise WrongPopulationFileError(
            f"Among the rows by {divided} none is of people aged {years}, "
            "though some are of younger and some of older people. Add them, with 0 where nobody of that age lives."
        )
    _check_edge(first, "from", "begin", bands, divided)
    _check_edge(last, "to", "end", bands, divided)


def _check_edge(age: int, edge: str, verb: str, bands: Bands, divided: str) -> None:
    band = next(each for each in bands if each["from"] <= age <= each["to"])
    if age != band[edge] and not (edge == "to" and band is bands[-1]):
        raise WrongPopulationFileError(
            f"The ages of the rows by {divided} {verb} at {age}, in the midst of the report's band '{band['band']}', "
            "which would have too few people. Add the ages that lack, or leave out the rows of that band."
        )


def ages_lacking(ages: int, bands: Bands) -> Iterator[str]:
    """Sentences on ages the file does not have at either end."""
    first, last = _first(ages), _last(ages, bands)
    if first > bands[0]["from"]:
        yield f"Nobody in it is younger than {first}. {THEREFORE}"
    if last < bands[-1]["from"]:
        yield f"Nobody in it is older than {last}. {THEREFORE}"


def areas_lacking(people: Mapping[tuple[str, str, str], int], bands: Bands) -> Iterator[str]:
    """A sentence on areas without a row for a band that other areas have."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for area, division, value in people:
        if division == "age_band":
            found[area].add(value)
    everywhere = set().union(*found.values())
    short = sorted(area for area, values in found.items() if values != everywhere)
    if short:
        band = next(each["band"] for each in bands if each["band"] in everywhere - found[short[0]])
        areas = "1 area has" if len(short) == 1 else f"{len(short):,} areas have"
        yield f"{areas} no row for an age band that others have, first {short[0]} ('{band}'): 0 people there."


def _first(ages: int) -> int:
    return (ages & -ages).bit_length() - 1


def _last(ages: int, bands: Bands) -> int:
    """The last age there is, of the open band no other than its first."""
    return min(ages.bit_length() - 1, int(bands[-1]["from"]))
