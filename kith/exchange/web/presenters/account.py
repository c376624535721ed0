"""What the page of one file says."""

from collections import Counter
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.exchange.web.presenters.earlier import STATE_WORDS

SHOWN = 200
QUESTION_WORDS = {
    "attended_but_note_says_dna": _("Marked attended, but the note begins DNA"),
    "nhs_number_fails_check": _("NHS number fails its check"),
    "identical_rows": _("Rows that stand there twice, each taken"),
    "postcode_malformed": _("Not written as postcodes are"),
    "area_code_malformed": _("Not written as area codes are"),
    "unknown_value": _("Words this kind of file does not usually hold"),
    "out_of_order": _("A visit that lies before one with a smaller number"),
    "day_as_number": _("A day written as Excel counts days"),
    "hidden_rows": _("Rows that are hidden in the file"),
    "sheet_missing": _("A sheet that is not in the file"),
    "no_longer_in_file": _("In an earlier file, not in this one"),
    "kept_as_corrected_here": _("Corrected in Kith since, and kept"),
}


def account_page(given: Any, account: dict[str, Any]) -> dict[str, Any]:
    """Sheets, refused rows, questions and columns, as tables of plain words."""
    return {
        "title": _title(given.state),
        "given": given,
        "state": STATE_WORDS[given.state],
        "summary": _summary(account),
        "sheets": [_sheet(each) for each in account["sheets"]],
        "problems": [_place_row(each) for each in account["problems"][:SHOWN]],
        "problems_left": max(0, len(account["problems"]) - SHOWN),
        "questions": _questions(account["questions"]),
        "duplicates": account["possible_duplicates"],
        "columns": [(each["sheet"], _columns(each), each["missing"]) for each in account["columns"]],
    }


def _title(state: str) -> str:
    return {
        "staged": _("Check the file before it is taken"),
        "taken": _("The file was taken"),
        "refused": _("The file was not taken"),
        "abandoned": _("The file was put aside"),
    }[state]


def _summary(account: dict[str, Any]) -> str:
    taken, refused = (sum(each[what] for each in account["sheets"]) for what in ("taken", "refused"))
    if {each["sheet"] for each in account["sheets"]} - {each["sheet"] for each in account["columns"]}:
        return _("%(taken)s records can be taken, %(refused)s are refused. What is refused does not stop the rest.") % {
            "taken": f"{taken:,}", "refused": f"{refused:,}",
        }  # fmt: skip
    rows = ngettext("%(n)s row can be taken", "%(n)s rows can be taken", taken) % {"n": f"{taken:,}"}
    left = ngettext("%(n)s row is refused", "%(n)s rows are refused", refused) % {"n": f"{refused:,}"}
    return _("%(rows)s, %(left)s. Refused rows do not stop the rest.") % {"rows": rows, "left": left}


def _sheet(each: dict[str, Any]) -> list[Any]:
    counts = ("read", "taken", "repeated", "refused", "new", "changed", "unchanged")
    return [each["sheet"], *(f"{each[count]:,}" for count in counts)]


def _place_row(each: dict[str, Any]) -> list[Any]:
    row = str(each["row"]) if each["row"] else _("whole sheet")
    return [f"{each['sheet']}, {row}", each["column"], each["value"], each["sentence"]]


def _questions(questions: list[dict[str, Any]]) -> list[tuple[str, int, list[list[Any]]]]:
    counts = Counter(each["kind"] for each in questions)
    return [
        (
            QUESTION_WORDS.get(kind, _("Please look")),
            count,
            [_place_row(each) for each in questions if each["kind"] == kind][:SHOWN],
        )
        for kind, count in counts.most_common()
    ]


def _columns(sheet: dict[str, Any]) -> list[list[Any]]:
    return [[_heading(each), _use(each["field"]), f"{each['filled']:,}"] for each in sheet["columns"]]


def _heading(column: dict[str, Any]) -> str:
    heading = str(column["heading"] or column["letter"])
    return _("%(heading)s, hidden in the file") % {"heading": heading} if column.get("hidden") else heading


def _use(field: str | None) -> str:
    return field.replace("_", " ").removesuffix(" thousandths") if field else _("not used")
