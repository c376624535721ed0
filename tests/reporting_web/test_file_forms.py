"""The report as PDF, Excel and CSV says what its JSON says, and for a commissioner no more."""

import csv
import io
import json
import re
from contextlib import closing

import openpyxl
import pytest
from pypdf import PdfReader

from kith.cli.commands.report import FORMS
from kith.reporting import api
from tests.files.pdf_tags import tags_of
from tests.reporting_web.conftest import YEAR

AUDIENCES = pytest.mark.parametrize("audience", ["service", "commissioner"])


def sheets_of(report):
    with closing(openpyxl.load_workbook(io.BytesIO(api.report_file(report, "xlsx")), read_only=True)) as book:
        return {sheet.title: [tuple(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def told(report):
    return json.loads(api.report_json(report))["figures"]


@AUDIENCES
def test_every_figure_stands_in_the_workbook_as_in_the_json(filled, viewer, audience):
    report = api.report(viewer, filled, YEAR, audience)
    rows = sheets_of(report)["Figures"][1:]
    for row, figure in zip(rows, told(report), strict=True):
        assert row[9] == figure["id"]
        assert row[2] == ("*" if figure["suppressed"] else pytest.approx(figure["value"]))
        assert row[4] == ("*" if figure["base"] is None else figure["base"])
        assert row[5] == ("*" if figure["missing"] is None else figure["missing"])
        assert row[6:8] == (tuple(pytest.approx(end) for end in figure["interval"] or ()) or (None, None))


def test_every_figure_of_the_workbook_has_its_definition(filled, viewer):
    sheets = sheets_of(api.report(viewer, filled, YEAR, "service"))
    defined = {row[0] for row in sheets["Definitions"][1:] if row[2] == "What it counts" and row[3]}
    assert {row[9] for row in sheets["Figures"][1:]} <= defined


def test_workbook_has_each_line_of_the_return(filled, viewer):
    report = api.report(viewer, filled, YEAR, "service")
    rows = sheets_of(report)["Standard return"][1:]
    assert [(row[0], row[1], row[2]) for row in rows] == [
        (line.section, line.wording, line.figure.value) for line in report.return_lines
    ]


@AUDIENCES
def test_csv_holds_the_same_figures_as_the_workbook(filled, viewer, audience):
    report = api.report(viewer, filled, YEAR, audience)
    rows = list(csv.reader(io.StringIO(api.report_file(report, "csv").decode("utf-8-sig"), newline="")))
    shown = sheets_of(report)["Figures"]
    for row, figure in zip(rows[1:], shown[1:], strict=True):
        assert [row[9], row[10]] == [figure[9], figure[10] or ""]
        assert row[2] == "*" if figure[2] == "*" else float(row[2] or "nan") == pytest.approx(figure[2], nan_ok=True)


def test_the_commissioners_tables_hold_no_count_that_was_not_rounded(filled, viewer):
    report = api.report(viewer, filled, YEAR, "commissioner")
    sheets = sheets_of(report)
    hidden = [row for row in sheets["Figures"][1:] if row[2] == "*"]
    assert hidden
    for row in [*sheets["Figures"][1:], *sheets["Standard return"][1:]]:
        for cell in row[2:6]:
            assert not isinstance(cell, int) or cell % 5 == 0, row
    whole = " ".join(str(cell) for rows in sheets.values() for row in rows for cell in row)
    assert "debt letters" not in whole
    assert "Worker 1" not in whole


@AUDIENCES
def test_pdf_is_tagged_and_says_every_picture_in_words(filled, viewer, audience):
    report = api.report(viewer, filled, YEAR, audience)
    made = api.report_file(report, "pdf")
    tags = tags_of(made)
    pictures = [each.words for each in tags if each.kind == "Figure"]
    assert len(pictures) == api.report_html(report).decode().count("<svg")
    assert all(pictures)
    assert {"H1", "H2", "H3", "Table", "TH", "Caption"} <= {each.kind for each in tags}
    with PdfReader(io.BytesIO(made)) as read:
        assert filled.name in read.metadata.title
        words = " ".join(page.extract_text() for page in read.pages)
    if audience == "commissioner":
        assert "A star (*) stands for" in re.sub(r"\s+", " ", words)
        assert "Worker 1" not in words


def test_same_report_gives_the_same_bytes_in_each_form(filled, viewer):
    report = api.report(viewer, filled, YEAR, "service")
    for form in set(api.FILE_FORMS) - {"pdf"}:
        assert api.report_file(report, form) == api.report_file(report, form), form


def test_command_and_page_know_the_same_forms():
    assert set(FORMS) == set(api.FILE_FORMS)
