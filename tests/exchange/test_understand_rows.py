"""Each row is taken, repeated or refused, and nothing is guessed."""

import datetime as dt

import pytest

from kith.exchange.workbooks.domain.understanding import Problem, Question
from kith.files.api import Cell, CellError
from tests.exchange.understanding import counts, sentences, understood
from tests.factories.sheets import ROWS, changed, sheet, sheets

SESSION = ROWS["Sessions"][0]
CLIENT = ROWS["Clients"][0]


def _unknown(identifier: str, name: str, kind: str) -> str:
    return f"{identifier} is not on the sheet {name} and is not known to Kith. Correct the ID or add that {kind}."


def _not_among(word: str, accepted: str) -> str:
    return f"{word} is not known here. Write one of: {accepted}."


MEASURES = _not_among("Mood", "BMI, Fruit & veg portions, Self efficacy, WHO-5, Life satisfaction")


def test_a_workbook_right_in_every_cell_is_taken_whole() -> None:
    understanding = understood(sheets())
    assert understanding.problems == []
    assert understanding.questions == []
    assert counts(understanding)["Clients"] == (2, 2, 0, 0)
    assert understanding.records("reading")[0].values["value_thousandths"] == 37_200


@pytest.mark.parametrize(
    ("name", "heading", "cell", "sentence"),
    [
        ("Sessions", "Client ID", "ZZ9", _unknown("ZZ9", "Clients", "client")),
        ("Sessions", "Health trainer", "HT9", _unknown("HT9", "Staff", "worker")),
        ("Sessions", "Date", "", "The Date is blank. Fill it in."),
        ("Sessions", "Date", CellError("#N/A"), "The cell shows the error #N/A. Mend its formula or type the value."),
        ("Sessions", "Session ID", " ", "The Session ID is blank. Fill it in."),
        ("Sessions", "Minutes", 1500.0, "1500 is out of range: it must lie between 0 and 1440."),
        ("Sessions", "Date", dt.date(2025, 6, 17), "17/06/2025 lies in the future. Check the year."),
        ("Clients", "DOB", "24/07/2025", "24/07/2025 lies in the future. Check the year."),
        ("Clients", "DOB", dt.date(1899, 1, 1), "01/01/1899 lies before 01/01/1900. Check the year."),
        ("Clients", "Surname", "x" * 32_767, "The text has 32,767 characters; at most 200 fit here. Shorten it."),
        ("Measures", "Value", 9.9, "9.9 is out of range: BMI lies between 10 and 80."),
        ("Measures", "Value", "", "The Value is blank. Fill it in."),
        ("PHPs", "Importance", 11.0, "11 is out of range: it must lie between 0 and 10."),
        ("PHPs", "Outcome", "Nearly", _not_among("Nearly", "Fully achieved, Part achieved, Not achieved, Ongoing")),
        ("Measures", "Measure", "Mood", MEASURES),
    ],
)  # fmt: skip
def test_a_bad_cell_refuses_its_row_with_its_place(name: str, heading: str, cell: Cell, sentence: str) -> None:
    understanding = understood(changed(name, heading, cell))
    problem = next(problem for problem in understanding.problems if problem.sheet == name)
    assert (problem.row, problem.column, problem.sentence) == (4, heading, sentence)
    assert counts(understanding)[name][3] == 1


@pytest.mark.parametrize(
    ("measure", "within", "outside"),
    [("BMI", (10, 80), (9.9, 80.1)), ("Fruit & veg portions", (0, 30), (-1, 31)), ("Self efficacy", (10, 40), (9, 41)),
     ("WHO-5", (0, 100), (-1, 101)), ("Life satisfaction", (0, 10), (-0.001, 10.001))],
)  # fmt: skip
def test_each_measure_has_its_range(measure: str, within: tuple[float, ...], outside: tuple[float, ...]) -> None:
    rows = [["WD1", measure, "Baseline", f"0{n}/06/2024", value] for n, value in enumerate((*within, *outside), 1)]
    assert counts(understood(sheets(Measures=rows)))["Measures"] == (4, 2, 0, 2)


def test_every_bad_cell_of_a_row_is_told() -> None:
    row = ["S1", "ZZ9", "HT001", "31/02/2025", "long", "Video", "perhaps", ""]
    understanding = understood(sheets(Sessions=[row]))
    assert [problem.column for problem in understanding.problems] == ["Client ID", "Date", "Minutes", "Attended"]
    assert counts(understanding)["Sessions"] == (1, 0, 0, 1)


@pytest.mark.parametrize("word", ["Total", "TOTALS", "Grand total", " total: "])
def test_a_row_of_totals_is_one_problem(word: str) -> None:
    understanding = understood(sheets(Sessions=[SESSION, [word, "", "", "", 60.0, "", "", ""]]))
    assert understanding.problems == [
        Problem("Sessions", 5, "Session ID", word.strip(), "This is a row of totals, not a record. It was left out.")
    ]


def test_a_row_of_totals_is_known_by_its_first_filled_cell() -> None:
    understanding = understood(sheets(Sessions=[SESSION, ["", "", "", "Total", 60.0, "", "", ""]]))
    assert [problem.column for problem in understanding.problems] == ["Date"]


def test_a_person_called_total_is_a_person() -> None:
    assert understood(changed("Clients", "Surname", "Total")).problems == []


def test_empty_rows_are_not_read() -> None:
    rows: list[list[Cell]] = [SESSION, [], [""] * 8, [" ", "", "\u00a0"], ["S2", *SESSION[1:]]]
    understanding = understood(sheets(Sessions=rows))
    assert counts(understanding)["Sessions"] == (2, 2, 0, 0)
    assert [record.row for record in understanding.records("session")] == [4, 8]


def test_a_row_said_twice_is_a_repeat_however_it_is_written() -> None:
    again = [" wd1 ", *CLIENT[1:3], dt.date(1967, 7, 24), "male", *CLIENT[5:]]
    understanding = understood(sheets(Clients=[CLIENT, again, ROWS["Clients"][1]]))
    assert counts(understanding)["Clients"] == (3, 2, 1, 0)
    assert understanding.sheets[1].repeats == [(5, 4)]
    assert understanding.problems == []


def test_a_repeat_asks_nothing_again() -> None:
    failing = [*CLIENT[:6], "9999999999", *CLIENT[7:]]
    questions = understood(sheets(Clients=[failing, failing, ROWS["Clients"][1]])).questions
    assert [(question.kind, question.row) for question in questions] == [("nhs_number_fails_check", 4)]


def test_the_same_key_saying_something_else_is_refused_and_the_first_stands() -> None:
    understanding = understood(sheets(Clients=[CLIENT, ["WD1", "Kai", *CLIENT[2:]], ROWS["Clients"][1]]))
    assert understanding.problems == [
        Problem(
            "Clients", 5, "Client ID", "WD1",
            "Row 4 has the same key and says something else (First name). "
            "That row was taken and this one was not: delete the wrong one of the two.",
        )
    ]  # fmt: skip
    assert counts(understanding)["Clients"] == (3, 2, 0, 1)
    assert counts(understanding)["Sessions"] == (1, 1, 0, 0)


def test_a_reading_is_known_by_client_measure_stage_and_day() -> None:
    row = ROWS["Measures"][0]
    rows = [row, row, [*row[:4], 38.0], ["WD1", "BMI", "Review", *row[3:]], ["WD2", *row[1:]]]
    assert counts(understood(sheets(Measures=rows)))["Measures"] == (5, 3, 1, 1)


def test_identical_rows_without_a_key_are_both_taken_and_asked_about() -> None:
    row = ROWS["Signposting"][0]
    understanding = understood(sheets(Signposting=[row, row]))
    assert counts(understanding)["Signposting"] == (2, 2, 0, 0)
    assert [record.key for record in understanding.records("signpost")] == [None, None]
    assert understanding.questions == [
        Question("identical_rows", "Signposting", 5, "", "",
                 "This row says the same as row 4. Both were taken: delete one if it happened once only.")
    ]  # fmt: skip


def test_a_refused_client_refuses_what_depends_on_it() -> None:
    understanding = understood(changed("Clients", "DOB", "31/02/1967"))
    assert counts(understanding)["Clients"] == (2, 1, 0, 1)
    for name in ("Referrals", "PHPs", "Sessions", "Measures", "Signposting"):
        assert counts(understanding)[name] == (1, 0, 0, 1)
    assert (
        sentences(understanding)[1:]
        == ["The row of WD1 on the sheet Clients was refused, so this row is refused too. Mend that row."] * 5
    )


def test_a_client_known_to_kith_before_may_be_referred_to() -> None:
    unlisted = changed("Sessions", "Client ID", " wd77 ")
    assert counts(understood(unlisted))["Sessions"] == (1, 0, 0, 1)
    assert counts(understood(unlisted, known={"client": {"WD77"}}))["Sessions"] == (1, 1, 0, 0)


def test_a_session_without_a_worker_is_taken() -> None:
    understanding = understood(changed("Sessions", "Health trainer", ""))
    assert understanding.problems == []
    assert understanding.records("session")[0].values["worker_id"] is None


@pytest.mark.parametrize("note", ["DNA. Left message.", "dna", "Did not attend, rang later", "DNA - second time"])
def test_attended_with_a_note_that_says_otherwise_is_taken_as_marked_and_asked(note: str) -> None:
    understanding = understood(changed("Sessions", "Notes", note))
    assert understanding.records("session")[0].values["attended"] is True
    assert [question.kind for question in understanding.questions] == ["attended_but_note_says_dna"]


@pytest.mark.parametrize("note", ["DNAR form discussed", "Friend DNA", "Did not attend the gym"[4:], ""])
def test_other_notes_are_not_asked_about(note: str) -> None:
    assert understood(changed("Sessions", "Notes", note)).questions == []


def test_a_session_that_did_not_take_place_is_not_asked_about() -> None:
    row = [*SESSION[:6], "DNA", "DNA. Left message."]
    understanding = understood(sheets(Sessions=[row]))
    assert understanding.questions == []
    assert understanding.records("session")[0].values["attended"] is False


def test_a_table_that_begins_elsewhere_keeps_its_row_numbers() -> None:
    good = sheets()
    shifted = sheet("Sessions", [["S1", "ZZ9", *SESSION[2:]]])
    good[4] = type(shifted)("Sessions", shifted.rows, first_row=10, first_column=3)
    problem = understood(good).problems[0]
    assert problem.row == 13
