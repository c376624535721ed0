"""A reader with paper and patience: tries every set of counts that would be published just as this one is."""

from collections.abc import Iterator


def given_away(cells, sums, protected, *, hide_to, round_to, window=None, stars_alike=False):
    """The starred cells that have one value in every world that agrees with all that is published.

    `window` looks only at worlds near the truth (enough to prove a cell safe); `stars_alike` is a reader who cannot
    tell a star for a small number from a star that guards one.
    """
    choices = {key: _possible(cells[key], protected[key], hide_to, round_to, window, stars_alike) for key in cells}
    seen = {key: set() for key, cell in protected.items() if cell.suppressed}
    for world in _worlds(choices, sums):
        for key, values in seen.items():
            values.add(world[key])
        if all(len(values) > 1 for values in seen.values()):
            break
    return sorted(key for key, values in seen.items() if len(values) < 2)


def crowded(cells, sums, protected, *, hide_to):
    """Whether a small total has nothing but stars and noughts for parts, so that no more hiding can help."""
    return any(
        0 < cells[total] <= hide_to and all(protected[part].suppressed or not cells[part] for part in parts)
        for total, parts in sums
    )


def _worlds(choices, sums) -> Iterator[dict]:
    keys = list(choices)
    place = {key: number for number, key in enumerate(keys)}
    complete_at = {key: [] for key in keys}
    for total, parts in sums:
        complete_at[keys[max(place[key] for key in (total, *parts))]].append((total, parts))

    def extend(world, number):
        if number == len(keys):
            yield dict(world)
            return
        key = keys[number]
        for value in choices[key]:
            world[key] = value
            if all(world[total] == sum(world[part] for part in parts) for total, parts in complete_at[key]):
                yield from extend(world, number + 1)
        del world[key]

    return extend({}, 0)


def _possible(count, cell, hide_to, round_to, window, stars_alike):
    if cell.suppressed:
        most = hide_to if count <= hide_to and not stars_alike else count + (window or 3)
        values = range(1, most + 1)
    elif cell.published == 0:
        values = range(1)
    else:
        values = [v for v in range(hide_to + 1, cell.published + round_to) if _near(v, cell.published, round_to)]
    if window is not None:
        values = [value for value in values if abs(value - count) <= window]
    return list(values)


def _near(value, published, round_to):
    return abs(value - published) * 2 < round_to
