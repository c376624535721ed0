"""A second set of counts that would be published just the same: proof that a starred cell is not given away.

Passing bounds along the sums can only show that a cell *is* given away. That it is not needs a witness: other counts
that satisfy every sum and every published figure, in which the cell differs. A short search close to the truth finds
most; two far worlds at a time find nearly all others; what is left is asked cell by cell of an exact integer solver.
"""

from collections.abc import Iterable

from kith.analytics.disclosure.nearby import nearby_world
from kith.analytics.disclosure.programme import exact_world, far_world
from kith.analytics.disclosure.system import Limits, System


def settled_by_witness(system: System, cells: Iterable[int], known: Limits) -> set[int]:
    """Those of `cells` that differ from the truth in some world that would be published just the same."""
    asked = sorted(cells)
    seen: set[int] = set()
    for cell in asked:
        if cell not in seen:
            seen |= nearby_world(system, cell, known)
    if not seen.issuperset(asked):
        limits = system.deduced(known)
        seen |= _from_far(system, [cell for cell in asked if cell not in seen], limits)
        for cell in asked:
            if cell not in seen:
                seen |= exact_world(system, cell, limits)
    return seen.intersection(asked)


def _from_far(system: System, cells: list[int], limits: Limits) -> set[int]:
    seen: set[int] = set()
    while cells:
        fresh = far_world(system, cells, limits, 1) | far_world(system, cells, limits, -1)
        if not fresh.intersection(cells):
            break
        seen |= fresh
        cells = [cell for cell in cells if cell not in seen]
    return seen
