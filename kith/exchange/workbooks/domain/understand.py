"""From the raw sheets of a workbook to records, problems and questions."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set

from kith.exchange.workbooks.domain.headings import Layout, find_layouts
from kith.exchange.workbooks.domain.matching_sheets import match_sheets
from kith.exchange.workbooks.domain.profile import Profile, SheetProfile
from kith.exchange.workbooks.domain.readers import Surroundings
from kith.exchange.workbooks.domain.references import References
from kith.exchange.workbooks.domain.refused import come_back, is_of_refused_rows
from kith.exchange.workbooks.domain.rows import RowReader
from kith.exchange.workbooks.domain.taking import Taker
from kith.exchange.workbooks.domain.understanding import Column, Question, SheetUnderstanding, Understanding
from kith.files.api import Sheet

SHEET_MISSING = "sheet_missing"
HIDDEN_ROWS = "hidden_rows"
Progress = Callable[[str, int, int], None]


def understand(
    sheets: Sequence[Sheet],
    profile: Profile,
    *,
    today: dt.date,
    known_references: Mapping[str, Set[str]] | None = None,
    progress: Progress | None = None,
) -> Understanding:
    """What the workbook says, sheet by sheet in the profile's order, without a database.

    `known_references`: the ids Kith holds already, by kind ("client", "worker"), written as `read_id` writes them.
    `progress` is told (sheet, sheets done, sheets in all) before each sheet.
    Raises a NotUnderstoodError when the whole workbook cannot be taken; bad rows are refused one by one.
    """
    is_part = is_of_refused_rows(sheets)
    sheets = list(map(come_back, sheets)) if is_part else sheets
    matched = match_sheets(sheets, profile, is_part=is_part)
    layouts = _layouts(matched)
    result = Understanding(profile.name, profile.version, is_part=is_part)
    used = {layout.sheet.name for layout in layouts}
    result.unused_sheets = [sheet.name for sheet in sheets if sheet.name not in used]
    result.missing_sheets = list(dict.fromkeys(wanted.names[0] for wanted, sheet in matched if sheet is None))
    if not is_part:
        result.questions.extend(map(_missing_sheet, result.missing_sheets))
    result.questions.extend(_hidden_rows(layouts))
    called = {wanted.kind: sheet.name if sheet else wanted.names[0] for wanted, sheet in matched}
    surroundings = Surroundings(profile, today, References(known_references or {}), called)
    for done, layout in enumerate(layouts):
        if progress is not None:
            progress(layout.sheet.name, done, len(layouts))
        _understand_sheet(layout, surroundings, result)
    place = {name: at for at, name in enumerate(dict.fromkeys(layout.sheet.name for layout in layouts))}
    result.problems.sort(key=lambda problem: (place[problem.sheet], problem.row))
    return result


def _layouts(matched: Sequence[tuple[SheetProfile, Sheet | None]]) -> list[Layout]:
    """In the profile's order; the parts of one sheet are looked for together."""
    parts: defaultdict[str, list[SheetProfile]] = defaultdict(list)
    there = [(wanted, sheet) for wanted, sheet in matched if sheet is not None]
    for wanted, sheet in there:
        parts[sheet.name].append(wanted)
    sheets = {sheet.name: sheet for _, sheet in there}
    found = {each.profile.kind: each for name, several in parts.items() for each in find_layouts(sheets[name], several)}
    return [found[wanted.kind] for wanted, _ in there]


def _missing_sheet(name: str) -> Question:
    sentence = f"The workbook has no sheet called {name}. The rest was read without it: please look."
    return Question(SHEET_MISSING, name, None, "", "", sentence)


def _hidden_rows(layouts: Sequence[Layout]) -> Iterator[Question]:
    for layout in {layout.sheet.name: layout for layout in layouts}.values():
        first = layout.sheet.first_row + layout.first_index
        hidden = [
            row for row, cells in layout.sheet.numbered() if row >= first and cells and row in layout.sheet.hidden.rows
        ]
        if hidden:
            told = f"{len(hidden):,} rows are hidden" if len(hidden) > 1 else "This row is hidden"
            sentence = f"{told} in the file, by hand or by a filter. Nothing was left out: please look."
            yield Question(HIDDEN_ROWS, layout.sheet.name, hidden[0], "", "", sentence)


def _understand_sheet(layout: Layout, surroundings: Surroundings, result: Understanding) -> None:
    sheet = SheetUnderstanding(
        sheet=layout.sheet.name,
        kind=layout.profile.kind,
        heading_row=layout.heading_row,
        columns=_columns(layout),
        missing_columns=layout.missing,
        part=layout.profile.part,
        heading_rows=layout.heading_rows,
        fields=_fields(layout),
        rows_agree=any("again" in column.options for column in layout.profile.columns),
    )
    result.sheets.append(sheet)
    Taker(layout, sheet, result, surroundings.references).take_all(RowReader(layout, surroundings))


def _fields(layout: Layout) -> frozenset[str]:
    found = {match.column.field for match in layout.matches}
    given = {field for group in layout.groups for field in group.given}
    options = [match.column.options for match in layout.matches]
    beside = {each["beside"]["field"] for each in options if "beside" in each}
    return frozenset(found | given | beside | {each["given"] for each in options if "given" in each})


def _columns(layout: Layout) -> list[Column]:
    """Every column that has a heading or anything below it."""
    fields = {match.index: match.column.field for match in layout.matches}
    below = layout.sheet.rows[layout.first_index :]
    width = max(map(len, [layout.headings, *below]))
    columns = []
    for index in range(width):
        heading = layout.headings[index] if index < len(layout.headings) else ""
        cells = [row[index] for row in below if index < len(row)]
        filled = len(cells) - cells.count("")
        if heading or filled:
            letter, hidden = layout.sheet.column_letter(index), layout.sheet.hides_column(index)
            columns.append(Column(heading, letter, fields.get(index), filled, hidden))
    return columns
