"""The standard return as a table: its lines in its own order and wording, each answered by figures."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kith.reporting.domain.figures import Figure
from kith.reporting.domain.report import ReturnLine


def lines_of(definition: Mapping[str, Any], figures: Sequence[Figure]) -> tuple[ReturnLine, ...]:
    """The lines of a return; one that names a grouped figure without a group has a line for each."""
    return tuple(_lines(definition, figures))


def _lines(definition: Mapping[str, Any], figures: Sequence[Figure]) -> Iterator[ReturnLine]:
    for section in definition["lines"]:
        for line in section["lines"]:
            wanted = line.get("group", {})
            for figure in figures:
                if figure.id == line["figure"] and wanted.items() <= dict(figure.group).items():
                    yield ReturnLine(section["section"], line["wording"], figure)
