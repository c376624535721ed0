"""One- and two-way tables of people, with their totals, protected."""

from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, TypeAlias

from kith.analytics import checks, choices
from kith.analytics.disclosure.cells import protect_cells
from kith.analytics.disclosure.earlier import Earlier
from kith.analytics.disclosure.protected import ProtectedCell
from kith.analytics.disclosure.rules import DEFAULT, Rule
from kith.analytics.disclosure.system import Sum
from kith.analytics.errors import BadNumbers, TooFew, UnbalancedTable, UnequalLengths

TOTAL = "total"
MARGIN = "All"  # what pandas calls the totals of a cross-table

Label: TypeAlias = Hashable
Key: TypeAlias = Hashable


@dataclass(frozen=True)
class Table:
    """Whole counts of people by row label, or by (row, column); totals are worked out, never stored."""

    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    counts: Mapping[Key, int]

    @property
    def two_way(self) -> bool:
        """Whether the cells have a column as well as a row."""
        return bool(self.columns)

    @classmethod
    def of(cls, source: Any) -> "Table":
        """A table from a mapping, a mapping of mappings, a list or a list of lists.

        A label 'total' is taken as the total, and must be right; 'All' too, where it is right for rows and columns
        both, as the margins of a cross-table of pandas are. Lists are labelled 0, 1, 2 and so on.
        Errors: TooFew for an empty table, UnequalLengths for ragged rows, BadNumbers, UnbalancedTable, RepeatedLabel.
        """
        if isinstance(source, Table):
            return source
        cells = _cells(source)
        if not cells:
            raise TooFew("The table has no cells.")
        two_way = any(isinstance(key, _Pair) for key in cells)
        return _two_way(cells) if two_way else _one_way(cells)

    def system(self) -> tuple[dict[Key, int], list[Sum]]:
        """Every cell and total, and the sums between them, in the words of `protect_cells`."""
        if not self.two_way:
            return {**self.counts, TOTAL: sum(self.counts.values())}, [_sum(TOTAL, self.rows)]
        cells = dict(self.counts)
        sums = []
        for row in self.rows:
            sums.append(_sum((row, TOTAL), [(row, column) for column in self.columns]))
        for column in self.columns:
            sums.append(_sum((TOTAL, column), [(row, column) for row in self.rows]))
        for total, parts in sums:
            cells[total] = sum(cells[part] for part in parts)
        cells[TOTAL, TOTAL] = sum(self.counts.values())
        sums.append(_sum((TOTAL, TOTAL), [(row, TOTAL) for row in self.rows]))
        sums.append(_sum((TOTAL, TOTAL), [(TOTAL, column) for column in self.columns]))
        return cells, sums


@dataclass(frozen=True)
class ProtectedTable:
    """A table as it may leave the service. `table["north"]`, `table["north", "women"]`, `table["total"]`."""

    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    cells: Mapping[Key, ProtectedCell]

    def __getitem__(self, key: Key) -> ProtectedCell:
        return self.cells[(TOTAL, TOTAL) if self.columns and key == TOTAL else key]

    @property
    def total(self) -> ProtectedCell:
        """Everybody."""
        return self[TOTAL]

    @property
    def row_totals(self) -> dict[Label, ProtectedCell]:
        """Each row's total; in a one-way table the row itself."""
        return {row: self[(row, TOTAL) if self.columns else row] for row in self.rows}

    @property
    def column_totals(self) -> dict[Label, ProtectedCell]:
        """Each column's total; empty for a one-way table."""
        return {column: self[TOTAL, column] for column in self.columns}

    def lines(self) -> list[list[str]]:
        """Header and rows as printed, totals last."""
        if not self.columns:
            return [[str(row), self[row].shown] for row in (*self.rows, TOTAL)]
        across = (*self.columns, TOTAL)
        header = ["", *map(str, across)]
        return [header, *([str(row), *(self[row, c].shown for c in across)] for row in (*self.rows, TOTAL))]


def protect(table: Any, *, rule: str | Rule = DEFAULT, earlier: Earlier | Sequence[Earlier] = ()) -> ProtectedTable:
    """A one- or two-way table of people with its totals, hidden and rounded so that nothing hidden can be found.

    Shapes: a mapping {label: count}, {(row, column): count} or {row: {column: count}}, a list of counts, a list of
    lists, a data frame or series, or a `Table`; totals need not be given. Units: people. `earlier` releases of the same
    table (see `as_released`) are kept in mind as `protect_cells` says.
    Errors: BadNumbers, TooFew, UnequalLengths, UnbalancedTable, UnknownChoice. Source: METHODS 3.4.
    """
    whole = Table.of(table)
    cells, sums = whole.system()
    return ProtectedTable(whole.rows, whole.columns, protect_cells(cells, sums, rule=rule, earlier=earlier))


def as_released(name: str, table: Any, published: ProtectedTable) -> Earlier:
    """A table and what was published of it, for the `earlier` of the next release; `name` may be its day.

    Errors: those of `Table.of`; BadNumbers where they have different cells or the name is no text. Source: METHODS 3.4.
    """
    if not isinstance(name, str) or not name:
        raise BadNumbers("An earlier release has a name, such as its day.")
    cells, sums = Table.of(table).system()
    if not isinstance(published, ProtectedTable) or set(published.cells) != set(cells):
        raise BadNumbers("The published table has other cells than the table it was made from.")
    return Earlier(name, cells, published.cells, tuple(sums))


class _Pair(tuple[Label, Label]):
    """A row and a column, told from a row whose label happens to be a tuple."""

    __slots__ = ()


def _cells(source: Any) -> dict[Any, Any]:
    if hasattr(source, "to_pylist"):
        source = source.to_pylist()
    source = choices.labelled(source)
    if isinstance(source, Mapping):
        items: Iterable[tuple[Any, Any]] = source.items()
    elif _is_row(source):
        items = enumerate(source)
    else:
        raise BadNumbers("A table is a mapping or a list of whole counts.")
    cells: dict[Any, Any] = {}
    for key, value in items:
        if isinstance(value, Mapping):
            cells |= {_Pair((key, column)): count for column, count in value.items()}
        elif _is_row(value):
            cells |= {_Pair((key, column)): count for column, count in enumerate(value)}
        else:
            cells[_Pair(key) if isinstance(key, tuple) and len(key) == 2 else key] = value
    return cells


def _is_row(value: Any) -> bool:
    # A lone number of numpy has a length to ask for and none to give.
    # A set has neither an order nor two equal counts.
    return hasattr(value, "__len__") and not isinstance(value, str | bytes | Set) and getattr(value, "ndim", 1) > 0


def _one_way(cells: Mapping[Any, Any]) -> Table:
    counts = {key: checks.whole(value, "counts") for key, value in cells.items()}
    totals = [counts.pop(key) for key in list(counts) if _is_total(key)]
    if any(total != sum(counts.values()) for total in totals):
        raise UnbalancedTable("The total given with the table is not the sum of its cells.")
    return Table(tuple(counts), (), counts)


def _two_way(cells: Mapping[Any, Any]) -> Table:
    if not all(isinstance(key, _Pair) for key in cells):
        raise UnequalLengths("Some cells of the table have a column and others have none.")
    counts = {key: checks.whole(value, "counts") for key, value in cells.items()}
    margins = _with_margins(counts)
    if margins:
        table = _inner(margins)
        if not _wrong_totals(table, margins):
            return table
    table = _inner(counts)
    if _wrong_totals(table, counts):
        raise UnbalancedTable("A total given with the table is not the sum of its cells.")
    return table


def _with_margins(counts: Mapping[Any, int]) -> dict[Any, int]:
    """The counts with the margins of a cross-table called what they are; empty if it has none."""
    if any(all(pair[axis] != MARGIN for pair in counts) for axis in (0, 1)):
        return {}
    named = {_Pair(TOTAL if label == MARGIN else label for label in pair): count for pair, count in counts.items()}
    return named if len(named) == len(counts) else {}


def _inner(counts: Mapping[Any, int]) -> Table:
    rows = tuple(dict.fromkeys(row for row, _ in counts if not _is_total(row)))
    columns = tuple(dict.fromkeys(column for _, column in counts if not _is_total(column)))
    inner = [_Pair((row, column)) for row in rows for column in columns]
    if not counts.keys() >= set(inner):
        raise UnequalLengths("The rows of the table do not all have the same columns.")
    if not inner:
        raise TooFew("The table has no cells, or totals only.")
    return Table(rows, columns, {tuple(pair): counts[pair] for pair in inner})


def _wrong_totals(table: Table, counts: Mapping[Any, int]) -> bool:
    right, _ = table.system()
    named = (((TOTAL if _is_total(r) else r, TOTAL if _is_total(c) else c), count) for (r, c), count in counts.items())
    return any(count != right[key] for key, count in named)


def _is_total(label: Label) -> bool:
    return isinstance(label, str) and label.strip().lower() == TOTAL


def _sum(total: Key, parts: Sequence[Key]) -> Sum:
    return Sum(total, tuple(parts))
