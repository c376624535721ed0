"""The invented areas of the demonstration: an index file such as a real one."""

import random

CODES = tuple(f"D{number:08d}" for number in range(1, 41))
INDEX = "demo-areas"


def index_file(chance: random.Random) -> bytes:
    """A CSV of area and decile; most of the areas are among the poorer ones."""
    deciles = random.Random(chance.random()).choices(range(1, 11), weights=(8, 7, 6, 5, 4, 3, 2, 2, 1, 1), k=len(CODES))
    lines = ["area,decile", *(f"{code},{decile}" for code, decile in zip(CODES, deciles, strict=True))]
    return "\n".join(lines).encode()
