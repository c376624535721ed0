"""One row while it is read, with what was found wrong or doubtful in it."""

from dataclasses import dataclass, field

from kith.exchange.workbooks.domain.outcomes import Aside
from kith.exchange.workbooks.domain.readings.text import shown
from kith.exchange.workbooks.domain.understanding import Problem, Question, Value
from kith.files.api import Cell


@dataclass(slots=True)
class Row:
    """A row's values by field, its problems and its questions."""

    sheet: str
    number: int
    values: dict[str, Value]
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def refuse(self, column: str, cell: Cell, sentence: str) -> None:
        """Notes a cell for which the row cannot be taken."""
        self.problems.append(Problem(self.sheet, self.number, column, shown(cell).strip(), sentence))

    def ask(self, kind: str, column: str, cell: Cell, sentence: str) -> None:
        """Notes something to be looked at; the row is taken as it stands."""
        self.questions.append(Question(kind, self.sheet, self.number, column, shown(cell).strip(), sentence))

    def put_aside(self, aside: Aside, column: str, cell: Cell) -> None:
        """Takes in what a cell gave beside its value."""
        if aside.fields is not None:
            self.values.update(aside.fields)
        if aside.also is not None:
            self._settle(*aside.also, column, cell)
        if aside.problem is not None:
            self.refuse(column, cell, aside.problem)
        if aside.question is not None:
            kind, sentence = aside.question
            self.ask(kind, column, cell, sentence)

    def _settle(self, field: str, value: Value, column: str, cell: Cell) -> None:
        if self.values.get(field) in (None, "", value):
            self.values[field] = value
        else:
            self.refuse(column, cell, f"This cell says otherwise than the one for {field}. Make the two say the same.")
