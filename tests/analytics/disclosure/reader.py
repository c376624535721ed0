"""A reader who keeps every release of a table and knows the rules: tries all pairs of tables that could lie behind two.

She knows the sums, the rounding, that a star for a small number stands for one, that a figure said to repeat moved by a
few people, and of every other number whether it stayed or which way it moved by more. A star tells her nothing else.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np

TOP = 400


@dataclass(frozen=True)
class Held:
    """One release: its name, its truth, what was published of it, and where somebody had been counted before."""

    name: str
    true: dict
    shown: dict
    before: frozenset = frozenset()


def found_out(first, second, *, hide_to, round_to, window=None):
    """What one pair of releases leaves a single value: hidden counts of either, and differences of a few people.

    `window` looks only so far from the truth, which is enough to prove that nothing is found out.
    """
    keys = list(first.true)
    worlds = [_worlds(keys, release, hide_to, round_to, window) for release in (first, second)]
    possible = np.ones((len(worlds[0]), len(worlds[1])), bool)
    for place, key in enumerate(keys):
        moved = worlds[1][:, place][None, :] - worlds[0][:, place][:, None]
        possible &= _told(moved, key, first, second, hide_to)
    assert possible.any(), "The releases contradict themselves."
    return sorted(_single(keys, worlds, possible, first, second, hide_to))


def _single(keys, worlds, possible, first, second, hide_to):
    in_1, in_2 = possible.any(axis=1), possible.any(axis=0)
    for place, key in enumerate(keys):
        before, after = worlds[0][:, place], worlds[1][:, place]
        if _hidden(first.shown[key]) and len(set(before[in_1])) < 2:
            yield f"before: {key}"
        if _hidden(second.shown[key]) and len(set(after[in_2])) < 2:
            yield f"after: {key}"
        if 1 <= abs(second.true[key] - first.true[key]) <= hide_to:
            moved = (after[None, :] - before[:, None])[possible]
            if moved.min() == moved.max():
                yield f"moved: {key}"


def _hidden(cell):
    return cell.suppressed or cell.reason == "repeats"


def _told(moved, key, first, second, hide_to):
    truth, before, after = second.true[key] - first.true[key], first.shown[key], second.shown[key]
    if after.suppressed or before.reason == "repeats" or after.repeats not in ("", first.name):
        return np.ones(moved.shape, bool)
    if after.repeats:
        return (abs(moved) >= 1) & (abs(moved) <= hide_to) & (np.sign(moved) == np.sign(truth))
    if truth == 0:
        return moved == 0
    return np.sign(truth) * moved > hide_to


def _worlds(keys, release, hide_to, round_to, window):
    """Every table that one release by itself could stand for; totals follow from the parts."""
    parts = [key for key in keys if "total" not in (key if isinstance(key, tuple) else (key,))]
    ends = {key: _ends(release.shown[key], hide_to, round_to, key in release.before) for key in keys}
    grid = np.array(list(product(*(_near(*ends[key], release.true[key], window) for key in parts))), int)
    columns = [grid[:, [n for n, part in enumerate(parts) if _belongs(part, key)]].sum(axis=1) for key in keys]
    worlds = np.stack(columns, axis=1)
    low, high = (np.array(each) for each in zip(*ends.values(), strict=True))
    return worlds[((worlds >= low) & (worlds <= high)).all(axis=1)]


def _near(low, high, true, window):
    return range(low, high + 1) if window is None else range(max(low, true - window), min(high, true + window) + 1)


def _belongs(part, key):
    if not isinstance(key, tuple):
        return key in (part, "total")
    return all(wanted in (label, "total") for label, wanted in zip(part, key, strict=True))


def _ends(cell, hide_to, round_to, somebody_before):
    if cell.reason == "repeats":
        return 0, TOP
    if cell.suppressed:
        if cell.reason == "small":
            return 1, hide_to
        # A star that guards may stand for nobody where there was somebody before.
        return int(not somebody_before), TOP
    if cell.published == 0:
        return 0, 0
    return max(hide_to + 1, cell.published - round_to // 2), cell.published + (round_to - 1) // 2
