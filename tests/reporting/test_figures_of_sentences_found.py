"""Sentences found in notes: what people said of them, what samples say of the rest, how far two agree."""

import pytest

from kith.analytics.sampling import how_many
from kith.casework.models import Session
from kith.desk.actions.answer_consent import answer_consent
from kith.reporting import api
from kith.reporting.reading.whole import whole
from kith.ripples.models import Proposal
from tests.reporting.conftest import YEAR
from tests.reporting.notes_made import Notes


@pytest.fixture
def notes(small):
    return Notes(small)


@pytest.fixture
def client(notes):
    return notes.client("yes")


def test_sentence_is_waiting_unsure_or_decided(notes, client, value):
    for answers in ((), ("not_sure",), ("accept",), ("reject",)):
        notes.sentence(client, *answers)
    notes.sentence(client, "accept", "reject", state="queried")
    values = ("accepted", "rejected", "queried", "not_sure", "waiting", "withdrawn")
    assert tuple(value("notes.became", became=each) for each in values) == (1, 1, 1, 1, 1, 0)
    assert (value("notes.found"), value("notes.judged"), value("ripples.accepted_total")) == (5, 4, 1)
    assert value.figure("notes.judged").missing == 1


def test_estimate_is_of_everything_drawn_from_and_its_interval_knows_how_much_was_drawn(notes, client, value):
    frame = notes.frame()
    for place, answer in enumerate([*["accept"] * 6, *["reject"] * 2], start=1):
        notes.sentence(client, answer, frame=frame, place=place)
    for _ in range(12):
        notes.sentence(client, frame=frame)
    notes.sentence(client)
    figure, share = value.figure("notes.right"), value.figure("notes.right_share")
    assert (figure.value, figure.base, figure.missing) == (15, 20, 1)
    assert figure.interval == how_many(6, 8, 20)[1:3]
    assert share.value == 0.75
    assert share.interval == tuple(end / 20 for end in figure.interval)


def test_estimate_does_not_touch_what_was_accepted_one_by_one(notes, client, value):
    frame = notes.frame()
    notes.sentence(client, "accept", frame=frame, place=1)
    notes.sentence(client, frame=frame)
    assert (value("notes.right"), value("ripples.accepted_total"), value("notes.became", became="accepted")) == (
        2,
        1,
        1,
    )


def test_sample_nobody_has_read_says_nothing(notes, client, value):
    notes.sentence(client, frame=notes.frame(), place=1)
    figure = value.figure("notes.right")
    assert (figure.value, figure.interval, figure.base, figure.missing) == (None, None, 0, 1)
    assert value("notes.drawn", frame="2024-04-01", answer="unanswered") == 1


def test_unsure_answers_are_left_out_of_the_value_and_widen_the_interval(notes, client, value):
    frame = notes.frame()
    for place, answer in enumerate(["accept", "accept", "reject", "not_sure"], start=1):
        notes.sentence(client, answer, frame=frame, place=place)
    figure = value.figure("notes.right")
    assert figure.value == pytest.approx(4 * 2 / 3)
    assert figure.interval == (2.0, 3.0)


@pytest.mark.parametrize("change", [{"note_restricted": True}, {"note": "others", "version": 2}])
def test_note_restricted_or_corrected_takes_what_was_found_in_it_out_of_the_figures_at_once(
    change, notes, client, small, system
):
    frame = notes.frame()
    found = notes.sentence(client, "accept", "accept", frame=frame, place=1)
    later = notes.sentence(client, "accept", change_id=found.change_id, on="2024-07-01")
    small.telling(client, "2024-08-01", "accepted", change_id=found.change_id)
    waiting = notes.sentence(client)
    quiet = notes.quiet(client, "yes", frame=frame, place=1)
    api.refresh(system, small.service)

    def values():
        names = (
            "notes.found", "ripples.accepted_total", "ripples.proposed_total", "notes.right", "notes.read_by_two",
            "notes.quiet", "notes.read", "notes.withheld", "notes.waiting",
        )  # fmt: skip
        report = api.report(system, small.service, YEAR, "service")
        return [report.find(name).value for name in names]

    def opened(figure):
        records = api.figure_records(system, small.service, figure, {}, YEAR).records
        return {each.id for each in records}

    assert values() == [3, 1, 1, 1, 1, 1, 4, 0, 0]
    assert opened("ripples.accepted_total") == {found.id}
    restricted = "note_restricted" in change
    change_notes([found, waiting], quiet, change)
    assert values() == [1, 1, 0, None, 0, 0, 1, *([3, 0] if restricted else [0, 3])]
    assert opened("ripples.accepted_total") == {later.id}
    change_notes([later], None, change)
    assert values()[:3] == [0, 1, 0]
    assert opened("ripples.accepted_total").isdisjoint({found.id, later.id})
    assert opened("notes.found") == set()


def change_notes(found, quiet, change):
    """The visits under which these stand, as a correction or a file leaves them."""
    sources = Proposal.objects.filter(telling__in=found).values_list("note__source_id", flat=True)
    Session.objects.filter(id__in=[*sources, *([quiet.source_id] if quiet else [])]).update(**change)


def test_person_who_says_yes_again_is_counted_once_her_notes_are_read_again(notes, client, small, system):
    notes.sentence(client, "accept")
    api.refresh(system, small.service)
    for answer in ("no", "yes"):
        answer_consent(viewer=system, client=client, purpose="evaluation", answer=answer)
    report = api.report(system, small.service, YEAR, "service")
    assert [report.find(name).value for name in ("notes.found", "ripples.accepted_total")] == [0, 0]


def test_missed_changes_are_estimated_from_random_notes_without_a_find(notes, client, value):
    frame = notes.frame()
    for place, answer in enumerate(["yes", *["no"] * 9], start=1):
        notes.quiet(client, answer, frame=frame, place=place)
    for _ in range(30):
        notes.quiet(client, frame=frame)
    missed, share = value.figure("notes.missed"), value.figure("notes.missed_share")
    assert (missed.value, missed.base, share.value) == (4, 40, 0.1)
    assert missed.interval == how_many(1, 10, 40)[1:3]
    assert value("notes.quiet") == 40


def test_share_found_is_of_what_was_found_or_missed(notes, client, value):
    frame = notes.frame()
    for place, answer in enumerate(["accept", "accept", "accept", "reject"], start=1):
        notes.sentence(client, answer, frame=frame, place=place)
    assert value("notes.share_found") is None
    for place, answer in enumerate(["yes", "no"], start=1):
        notes.quiet(client, answer, frame=frame, place=place)
    figure = value.figure("notes.share_found")
    assert figure.value == 0.75
    assert figure.interval == (0.75, 0.75)
    assert (figure.base, figure.missing) == (6, 0)


def test_two_readers_agree_so_often_and_so_far_beyond_chance(notes, client, value):
    for answers in (("accept", "accept"), ("accept", "accept"), ("reject", "reject"), ("accept", "reject")):
        notes.sentence(client, *answers)
    notes.sentence(client, "accept", read_twice=True)
    notes.sentence(client, "accept")
    share, kappa = value.figure("notes.agreement"), value.figure("notes.kappa")
    assert (share.value, share.base, share.missing) == (0.75, 4, 1)
    assert kappa.value == pytest.approx(0.5)
    assert kappa.interval[0] < 0.5 < kappa.interval[1]
    assert value("notes.ac_one") == pytest.approx((0.75 - 0.234375) / (1 - 0.234375))
    assert value("notes.two_readers", first="accept", second="reject") == 1


def test_no_takes_back_what_was_found_in_her_notes_at_once_and_leaves_what_was_told(notes, client, small, system):
    other = notes.client("yes")
    frame = notes.frame()
    found = notes.sentence(client, "accept", frame=frame, place=1)
    small.telling(client, "2024-09-01", "accepted", change_id=found.change_id)
    notes.sentence(client, "accept", "accept")
    notes.sentence(client)
    notes.sentence(other, "accept", frame=frame, place=2)
    small.telling(client, "2024-06-01", "accepted")
    api.refresh(system, small.service)
    before = api.report(system, small.service, YEAR, "service")
    small.consent(client, "no")
    after = api.report(system, small.service, YEAR, "service")

    def values(report):
        names = ("notes.found", "ripples.accepted_total", "ripples.proposed_total", "notes.right", "notes.read_by_two")
        return [report.find(name).value for name in names]

    assert values(before) == [4, 4, 1, 2, 1]
    assert values(after) == [1, 3, 0, 1, 0]
    for name in ("credit_gap.changes", "credit_gap.by_direction"):
        assert sum(figure.value for figure in after.all_of(name)) == 3
    opened = api.figure_records(system, small.service, "ripples.accepted_total", {}, YEAR)
    assert found.id not in {each.id for each in opened.records}
    assert opened.in_scope == 3


def test_sentences_open_to_what_was_found_within_scope(notes, client, small, system):
    found = notes.sentence(client, "reject")
    api.refresh(system, small.service)
    opened = api.figure_records(system, small.service, "notes.became", {"became": "rejected"}, YEAR)
    assert [(each.kind, each.id) for each in opened.records] == [("telling", found.id)]


def test_page_tells_of_the_sample_and_of_two_readers(notes, client, small, system):
    frame = notes.frame()
    for place, answer in enumerate([*["accept"] * 6, *["reject"] * 2], start=1):
        notes.sentence(client, answer, frame=frame, place=place)
    notes.sentence(client, "accept", "accept")
    report = api.report(system, small.service, YEAR, "service")
    (section,) = (each for each in whole(report).sections if each.id == "notes")
    titles = " ".join(piece.title for piece in section.pieces)
    assert "About 75.0% of the sentences found tell of a change" in titles
    assert "Two readers of one sentence say the same for 100.0%" in titles
    assert "never added" in " ".join(piece.sentence for piece in section.pieces)
    (card,) = (card for card in section.cards if card.metric == "notes.right")
    assert "6 to 6" in card.base


def test_commissioner_sees_no_estimate_that_rests_on_few(notes, client, small, system):
    frame = notes.frame()
    for place, answer in enumerate([*["accept"] * 30, *["reject"] * 3], start=1):
        notes.sentence(client, answer, frame=frame, place=place)
    report = api.report(system, small.service, YEAR, "commissioner")
    for name in ("notes.right", "notes.right_share"):
        figure = report.find(name)
        assert (figure.value, figure.interval, figure.suppressed) == (None, None, True)
