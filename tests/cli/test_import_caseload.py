"""`kith import-workbook` with a caseload spreadsheet: the account, the refused rows, and the corrected ones."""

import json

from openpyxl import load_workbook

from tests.deployments import TAKE_CASELOAD, Deployment, deployment
from tests.factories.caseload import write_caseload

__all__ = ["deployment"]


def test_refused_rows_are_written_corrected_and_brought_in(deployment: Deployment) -> None:
    path, refused = deployment.folder / "caseload.xlsx", deployment.folder / "refused.xlsx"
    planted = write_caseload(path, clients=10)
    account = json.loads(deployment.kith("import-workbook", path, *TAKE_CASELOAD, "--refused", refused).stdout)
    kinds = ("read", "taken", "repeated", "refused")
    told = {each["sheet"]: [each[kind] for kind in kinds] for each in account["sheets"]}
    visits = [planted.read["visits"], planted.taken("visits"), planted.repeated["visits"], planted.refused["visits"]]
    assert told["Caseload: visits"] == visits
    places = {(each["row"], each["column"]): each["sentence"] for each in account["problems"]}
    assert places[16, "Visit 2 Date (column Z)"].startswith("6wk f/up is not a date.")
    before = deployment.counts()["casework_session"]

    book = load_workbook(refused)
    sheet = book["Caseload"]
    row = next(n for n in range(3, sheet.max_row + 1) if "6wk f/up" in str(sheet.cell(n, 1).value))
    sheet.cell(row, 27).value = "03/07/2024"
    book.save(refused)
    deployment.kith("import-workbook", refused, *TAKE_CASELOAD)
    assert deployment.counts()["casework_session"] == before + 1
    deployment.kith("import-workbook", refused, *TAKE_CASELOAD)
    assert deployment.counts()["casework_session"] == before + 1
