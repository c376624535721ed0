"""A return beside Kith's figures: each difference in its parts, and what is left over as it is."""

import datetime as dt
import json
from uuid import UUID

import pytest

from kith.access.api import roles
from kith.audit.models import AuditRow
from kith.files.api import Sheet, Table, xlsx_bytes
from kith.kernel.days import Period
from kith.kernel.errors import NotAllowedError, NotFoundError, NotPossibleError
from kith.kernel.ids import earliest_id
from kith.people.models import Client, Person, PossibleDuplicate
from kith.reporting import api
from kith.reporting.domain.last_return import BesideLine, Part
from kith.reporting.models import SubmittedReturn
from kith.reporting.reading.whole import whole
from tests.factories.other_kinds import as_csv, as_ods, as_xls
from tests.reporting.conftest import YEAR

PROFILE = "health-trainer-national"
HEADING = "line,group,value"


def give(viewer, service, *rows, name="return.csv", period=YEAR, **given):
    content = "\n".join([HEADING, *rows]).encode()
    file = api.ReturnFile(name, content, **given)
    return api.import_return(viewer=viewer, service_id=service.id, period=period, profile=PROFILE, file=file)


def entered(small, day, first_contact="2024-05-01", **person):
    """A client whose record was made on a day."""
    moment = dt.datetime.fromisoformat(f"{day}T12:00+00:00")
    made = UUID(int=earliest_id(moment).int + Client.objects.count())
    return Client.objects.create(
        id=made, person=Person.objects.create(**person), service=small.service, first_contact_on=first_contact
    )


def line_of(report, figure, **group):
    return next(each for each in report.last_return.lines if each.figure == figure and dict(each.group) == group)


def beside(small, system, audience="service"):
    api.refresh(system, small.service)
    return api.report(system, small.service, YEAR, audience)


def test_parts_of_a_difference_worked_by_hand(small, system):
    early = [entered(small, "2025-04-01", sex="female") for _ in range(10)]
    decision = UUID(int=earliest_id(dt.datetime(2025, 4, 30, 21, tzinfo=dt.UTC)).int)
    small.referral(early[0], "2024-05-01", decision="declined", id=decision)
    for _ in range(3):
        entered(small, "2025-06-01", "2024-06-01", sex="female")
    entered(small, "2025-06-01", "2023-06-01")
    for one, other in ((0, 1), (1, 2)):
        PossibleDuplicate.objects.create(service=small.service, first=early[one], second=early[other])
    rows = ("people.clients,,8", "people.sex,female,5", "Referrals received,,1")
    give(system, small.service, *rows, submitted_on=dt.date(2025, 4, 30))
    report = beside(small, system)
    clients = line_of(report, "people.clients")
    assert (clients.submitted, clients.kith, clients.difference) == (8000, 13000, 5000)
    assert (clients.part.late, clients.part.twice, clients.part.most) == (3000, 2000, 1000)
    assert clients.not_explained == 0
    female = line_of(report, "people.sex", sex="female")
    assert (female.difference, female.part.late, female.part.twice) == (8000, 3000, 2000)
    assert female.not_explained == 3000
    assert line_of(report, "referrals.received").same
    assert report.last_return.notes == ("4 rows of any period were entered after that.",)


def test_rows_of_the_first_day_of_the_record_are_not_called_late(small, system):
    entered(small, "2025-09-01")
    entered(small, "2025-10-01")
    give(system, small.service, "people.clients,,1", submitted_on=dt.date(2025, 4, 30))
    report = beside(small, system)
    line = line_of(report, "people.clients")
    assert (line.kith, line.part.late, line.not_explained) == (2000, 1000, 0)
    assert "Kith's own record begins on 1 September 2025" in report.last_return.notes[0]


def test_without_the_day_of_submission_late_rows_are_not_told(small, system):
    small.client("2024-05-01")
    give(system, small.service, "people.clients,,3")
    report = beside(small, system)
    line = line_of(report, "people.clients")
    assert (line.part.late, line.not_explained) == (None, -2000)
    assert "late rows cannot be told" in report.last_return.notes[0]


@pytest.mark.parametrize(
    ("submitted", "kith", "part", "left"),
    [
        (10, 10, Part(late=3), 0),
        (10, 13, Part(late=3), 0),
        (10, 13, Part(late=1), 2),
        (10, 13, Part(late=1, twice=1), 1),
        (10, 13, Part(late=1, twice=5), 0),
        (10, 8, Part(twice=5), -2),
        (10, 8, Part(rounding=2), 0),
        (10, 7, Part(rounding=2), -1),
        (10, 14, Part(most=3), 1),
        (10, 14, Part(most=-3), 4),
        (10, 7, Part(most=-3), 0),
        (10, 13, Part(most=None, definition="Counted otherwise"), 3),
        (None, 13, Part(), None),
    ],
)
def test_nothing_is_forced_to_add_up(submitted, kith, part, left):
    line = BesideLine("", "", "people.clients", {}, submitted, kith, part)
    assert line.not_explained == left


def test_rounding_reaches_as_far_as_the_return_was_rounded(small, system):
    for _ in range(12):
        small.client("2024-05-01")
    give(system, small.service, "people.clients,,10", rounded_to=5)
    line = line_of(beside(small, system), "people.clients")
    assert (line.part.rounding, line.not_explained) == (2000, 0)


def test_a_line_nobody_is_in_is_nought_and_labels_are_compared_whatever_their_capitals(small, system):
    small.referral(small.client("2024-05-01"), "2024-05-01", source="GP")
    give(system, small.service, "Source of referral,gp,1", "Source of referral,Prison,2")
    report = beside(small, system)
    assert line_of(report, "referrals.source", source="gp").same
    assert line_of(report, "referrals.source", source="Prison").kith == 0


def test_a_later_file_is_a_new_version_and_none_is_replaced(small, system):
    assert give(system, small.service, "people.clients,,3").version == 1
    again = give(system, small.service, "people.clients,,3")
    assert (again.version, again.changed) == (1, False)
    assert give(system, small.service, "people.clients,,4").version == 2
    assert give(system, small.service, "people.clients,,9", period=Period(YEAR.first, YEAR.first)).version == 1
    assert [each.figures[0]["thousandths"] for each in SubmittedReturn.objects.order_by("at")] == [3000, 4000, 9000]
    assert AuditRow.objects.filter(record_type="submitted_return").count() == 3
    small.client("2024-05-01")
    assert line_of(beside(small, system), "people.clients").submitted == 4000


def test_a_report_of_another_period_has_no_return(small, system):
    give(system, small.service, "people.clients,,3")
    report = api.report(system, small.service, Period(YEAR.first, dt.date(2024, 6, 30)), "service")
    assert report.last_return is None
    assert "last_return" not in json.loads(api.report_json(report))
    assert "last_return" not in [each.id for each in whole(report).sections]


def test_a_workbook_is_taken_as_well(small, system):
    content = xlsx_bytes([Table("Return", ["Line", "Value"], [["Clients seen in the period", 7]])])
    file = api.ReturnFile("return.xlsx", content)
    taken = api.import_return(viewer=system, service_id=small.service.id, period=YEAR, profile=PROFILE, file=file)
    assert (taken.figures, taken.not_understood) == (1, ())


KINDS = {
    "semicolons": lambda sheet: as_csv(sheet, encoding="cp1252", between=";"),
    "two bytes a letter": lambda sheet: as_csv(sheet, encoding="utf-16", between="\t"),
    "xls": lambda sheet: as_xls([sheet]),
    "ods": lambda sheet: as_ods([sheet]),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_return_is_read_from_every_kind_of_file_and_its_rows_have_their_numbers(kind, small, system):
    rows = [
        ["Return of the Caf\N{LATIN SMALL LETTER E WITH ACUTE}"],
        ["Clients seen in the period", 7.0],
        ["Quits", 3.0],
    ]
    file = api.ReturnFile("return", KINDS[kind](Sheet("Return", rows, first_row=3)))
    taken = api.import_return(viewer=system, service_id=small.service.id, period=YEAR, profile=PROFILE, file=file)
    assert (taken.figures, [each.row for each in taken.not_understood]) == (1, [5])


@pytest.mark.parametrize("day", [dt.date(2024, 3, 31), dt.date(2999, 1, 1)])
def test_a_return_is_submitted_on_a_day_of_its_period_or_after(small, system, day):
    with pytest.raises(NotPossibleError, match="on a day of its period or after"):
        give(system, small.service, "people.clients,,3", submitted_on=day)


@pytest.mark.parametrize(
    "role", [roles.WORKER, roles.TEAM_LEADER, roles.EVALUATOR, roles.COMMISSIONER, roles.ADMINISTRATOR]
)
def test_only_the_manager_brings_in_a_return(role, service, other_service, make_viewer):
    with pytest.raises(NotAllowedError):
        give(make_viewer(role), service, "people.clients,,3")
    manager = make_viewer(roles.SERVICE_MANAGER)
    assert give(manager, service, "people.clients,,3").version == 1
    with pytest.raises(NotFoundError):
        give(manager, other_service, "people.clients,,3")


def test_a_commissioner_sees_both_numbers_protected(small, system):
    for sex, number in (("female", 31), ("male", 3)):
        for _ in range(number):
            entered(small, "2025-04-01", sex=sex)
    entered(small, "2025-06-01", sex="female")
    rows = ("people.clients,,23", "people.sex,female,21", "people.sex,male,12", "Referrals received,,4")
    give(system, small.service, *rows, submitted_on=dt.date(2025, 4, 30))
    report = beside(small, system, "commissioner")
    clients = line_of(report, "people.clients")
    assert (clients.submitted, clients.kith, clients.difference) == (25_000, 35_000, 10_000)
    assert clients.part.late is None
    male = line_of(report, "people.sex", sex="male")
    assert (male.submitted, male.kith, male.hidden, male.not_explained) == (None, None, True, None)
    received = line_of(report, "referrals.received")
    assert (received.submitted, received.kith, received.hidden) == (None, 0, True)
    said = json.loads(api.report_json(report))["last_return"]
    for each in said["lines"]:
        for number in (each["submitted"], each["kith"], each["late_rows"], each["possible_duplicates"]):
            assert number is None or number % 5 == 0 or number == 7
    assert "brought in by" not in str(whole(report))


def test_the_section_says_how_many_agree_and_shows_every_part(small, system):
    for _ in range(4):
        small.client("2024-05-01", sex="female")
    give(system, small.service, "people.clients,,4", "people.sex,female,2", "Age on the last day,16 to 24,2")
    report = beside(small, system)
    section = next(each for each in whole(report).sections if each.id == "last_return")
    assert "Of 3 lines that can be compared, 1 agree;" in section.lead[1]
    (piece,) = section.pieces
    assert piece.rows[0][:4] == ("Clients in contact in the period", "4", "4", "0")
    assert piece.rows[1] == (
        "Sex: Female",
        "2",
        "4",
        "+2",
        "\N{EN DASH}",
        "\N{EN DASH}",
        "\N{EN DASH}",
        "\N{EN DASH}",
        "+2",
    )
    assert piece.rows[2][7] == "size not known"
    assert "age on the last day" in piece.points[0]
    assert "Last year's return" in api.report_html(report).decode().replace("&#39;", "'")
