"""How many people a count may hold twice: possible duplicates of which both stand in it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow.parquet as pq

PEOPLE = ("clients", "people_seen")


def pairs_of(tables: Mapping[str, Path]) -> list[tuple[int, int]]:
    """The open pairs, as pseudonyms."""
    table = pq.read_table(tables["possible_duplicates"], columns=["client", "other"])
    return list(zip(table["client"].to_pylist(), table["other"].to_pylist(), strict=True))


def counted_twice(clients: Iterable[int], pairs: Iterable[tuple[int, int]]) -> int:
    """By how many the count would fall if each pair were one person; of three alike it falls by two."""
    leader = {client: client for client in clients}
    fewer = 0
    for one, other in pairs:
        if one in leader and other in leader:
            first, second = _root(leader, one), _root(leader, other)
            if first != second:
                leader[first] = second
                fewer += 1
    return fewer


def _root(leader: dict[int, int], client: int) -> int:
    while leader[client] != client:
        leader[client] = leader[leader[client]]
        client = leader[client]
    return client
