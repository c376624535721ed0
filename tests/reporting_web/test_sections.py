"""What each section says of figures made by hand."""

import pytest

from kith.reporting.domain.issue_words import IssueWords
from kith.reporting.domain.report import COMMISSIONER
from kith.reporting.reading.around import around
from kith.reporting.reading.change import change
from kith.reporting.reading.counts import Counts
from kith.reporting.reading.glance import glance
from kith.reporting.reading.how import how
from kith.reporting.reading.left_out import left_out
from kith.reporting.reading.plans import plans
from kith.reporting.reading.reach import reach
from kith.reporting.reading.referrals import referrals
from kith.reporting.reading.signposts import signposts
from kith.reporting.reading.trust import trust

HOW_MANY = {"1": 50, "2": 20, "3": 10, "4": 10, "5": 6, "unknown": 4}
FIFTHS = {("reach.deprivation_fifth", fifth): n for fifth, n in HOW_MANY.items()}
SEXES = {("people.sex", "female"): 60, ("people.sex", "male"): 37, ("people.sex", "not_known"): 3}


def piece(section, metric):
    return next(each for each in section.pieces if each.metric == metric)


def test_reach_says_how_many_live_in_the_poorest_areas(by_hand):
    report = by_hand({"people.clients": 100, **FIFTHS}, missing={"reach.deprivation_fifth": 4})
    found = piece(reach(Counts(report)), "reach.deprivation_fifth")
    assert found.title == "Half of the clients live in the poorest fifth of areas"
    assert "50 (50%) of 100 clients" in found.sentence
    assert ("Not known", "4", "4%") in found.rows
    assert found.base == "Out of 100 clients. Not known for 4."
    assert all(f">{word}<" in found.picture for word in ("Not", "known"))


def test_reach_with_the_poorest_fifth_hidden_says_nothing_of_it(by_hand):
    report = by_hand(
        {"people.clients": 100, **FIFTHS}, audience=COMMISSIONER, hidden=(("reach.deprivation_fifth", "1"),)
    )
    found = piece(reach(Counts(report)), "reach.deprivation_fifth")
    assert found.title == "Where clients live, from the poorest fifth of areas to the least poor"
    assert found.rows[0] == ("1 = poorest fifth", "*", "*")
    assert "50" not in found.sentence


def test_unknown_stays_in_the_picture_with_nobody_in_it(by_hand):
    report = by_hand({"people.clients": 97, **SEXES, ("people.sex", "not_known"): 0}, bases={"people.sex": 97})
    found = piece(reach(Counts(report)), "people.sex")
    assert "Not known" in found.picture
    assert "Other" not in found.picture


def test_reach_of_nobody(by_hand):
    section = reach(Counts(by_hand({"people.clients": 0})))
    assert section.lead == ("There are no clients in this period.",)
    assert not section.pieces


def test_referrals_name_the_most_common_source_and_not_the_blank(by_hand):
    report = by_hand({
        "referrals.received": 100, ("referrals.source", "GP"): 30, ("referrals.source", "not_recorded"): 70,
        ("referrals.decision", "accepted"): 90, ("referrals.decision", "declined"): 10,
        ("referrals.declined_reason", "Out of area"): 6, ("referrals.declined_reason", "Other"): 4,
    })  # fmt: skip
    section = referrals(Counts(report))
    assert piece(section, "referrals.source").title == "Three in ten of the referrals came from one source: GP"
    assert piece(section, "referrals.decision").title == "One in ten of the referrals were declined"
    assert piece(section, "referrals.declined_reason").title == "The most common reason for declining: Out of area"


def test_two_sources_alike_are_not_ranked(by_hand):
    report = by_hand({"referrals.received": 40, ("referrals.source", "GP"): 20, ("referrals.source", "Self"): 20})
    assert piece(referrals(Counts(report)), "referrals.source").title == "Where referrals came from"


def test_labels_that_differ_only_in_spaces_are_drawn_apart(by_hand):
    report = by_hand({"referrals.received": 40, ("referrals.source", "GP"): 25, ("referrals.source", "GP "): 15})
    found = piece(referrals(Counts(report)), "referrals.source")
    assert "GP (2)" in found.picture


def test_a_label_of_great_length_is_cut_in_the_picture_only(by_hand):
    label = "x" * 3000
    report = by_hand({"referrals.received": 40, ("referrals.source", label): 40})
    found = piece(referrals(Counts(report)), "referrals.source")
    assert label not in found.picture
    assert found.rows[0][0] == label


PLANS = {
    "plans.set": 100, ("plans.outcome", "full"): 30, ("plans.outcome", "part"): 20, ("plans.outcome", "none"): 40,
    ("plans.outcome", "ongoing"): 10, ("plans.issue", "Diet"): 60, ("plans.issue", "Local issue"): 40,
    ("issues.domain", "money"): 12, ("issues.domain", "housing"): 8,
}  # fmt: skip


def with_words(report):
    words = (IssueWords("money", (("debt letters", 3),), 2),)
    return type(report)(**{**vars(report), "issue_words": words})


def test_plans_show_the_words_of_local_issues_inside_the_service_only(by_hand):
    inside = plans(Counts(with_words(by_hand(PLANS, bases={"issues.domain": 40}))))
    assert [each.title for each in inside.pieces][0] == "Half of the plans were achieved, fully or in part"
    words = inside.pieces[-1]
    assert words.rows == (("debt letters", "Money", "3"),)
    assert "The words of 2 plans are left out" in words.note
    outside = plans(Counts(with_words(by_hand(PLANS, audience=COMMISSIONER, bases={"issues.domain": 40}))))
    assert "debt letters" not in str(outside)


CHANGES = {
    ("change.baseline", "who_5"): 100, ("change.paired", "who_5"): 60, ("change.mean", "who_5"): 10.726,
    ("change.sd", "who_5"): 15.6, ("change.no_second_reading", "who_5", "declined"): 5,
    ("change.no_second_reading", "who_5", "not_known"): 35,
}  # fmt: skip


def test_change_has_its_spread_its_interval_and_who_is_missing(by_hand):
    report = by_hand(CHANGES, missing={"change.mean": 40}, intervals={("change.mean", "who_5"): (8.4, 13.05)})
    section = change(Counts(report))
    assert "does not show that the service caused it" in section.lead[0]
    changes, missing = section.pieces
    assert changes.title == "People with two readings did better on 1 of 1 measure"
    assert changes.points == (
        "WHO-5 wellbeing rose by 10.73 points of 0 to 100 on average (95% interval +8.40 to +13.05, SD 15.60, "
        "60 people).",
    )
    assert changes.rows == (("WHO-5 wellbeing", "100", "60", "+10.73", "15.60", "+8.40 to +13.05", "40"),)
    assert missing.title == "Four in ten of the first readings have no second one yet"
    assert missing.rows[0][:3] == ("WHO-5 wellbeing", "100", "40 (40%)")


def test_change_whose_interval_holds_nought_is_not_called_better(by_hand):
    report = by_hand(CHANGES, missing={"change.mean": 40}, intervals={("change.mean", "who_5"): (-1.0, 3.0)})
    assert change(Counts(report)).pieces[0].title == "People with two readings did better on 0 of 1 measure"


def test_change_of_too_few_is_hidden_everywhere(by_hand):
    hidden = (("change.paired", "who_5"), ("change.mean", "who_5"), ("change.sd", "who_5"))
    report = by_hand(CHANGES, audience=COMMISSIONER, hidden=hidden, missing={"change.mean": 40})
    changes = change(Counts(report)).pieces[0]
    assert changes.rows[0][2:6] == ("*", "*", "*", "*")
    assert "too few people to show" in changes.picture
    assert changes.points == ()


def test_signposts_keep_not_known_in_sight(by_hand):
    report = by_hand({
        "signposts.made": 100, ("signposts.outcome", "taken_up"): 50, ("signposts.outcome", "not_taken_up"): 20,
        ("signposts.outcome", "not_known"): 30,
    }, missing={"signposts.outcome": 30})  # fmt: skip
    (found,) = signposts(Counts(report)).pieces
    assert found.title == "Half of the signposts are known to have been taken up"
    assert "for 30 (30%) nobody knows yet" in found.sentence


def test_how_it_works_says_what_came_before_a_plan(by_hand):
    report = by_hand({
        "sessions.minutes": 1000, ("how.minutes", "before_plan"): 200, ("how.minutes", "with_plan"): 400,
        ("how.minutes", "never_planned"): 400, "how.same_worker": 0.875, "sessions.attended": 20,
        "people.clients": 10,
        ("how.next_door", "same_area"): 2, ("how.next_door", "same_fifth"): 3, ("how.next_door", "neither"): 4,
        ("how.next_door", "not_known"): 1,
    })  # fmt: skip
    section = how(Counts(report))
    assert (
        piece(section, "how.minutes").title == "Six in ten of the time with clients came before a plan, or without one"
    )
    assert section.cards[0].value == "87.5%"
    assert "Never shown by worker" in section.lead[0]


ACCEPTED = {
    "ripples.accepted_total": 4, "ripples.proposed_total": 1, "sessions.attended": 20,
    ("ripples.asked", "something"): 4, ("ripples.asked", "nothing"): 6, ("ripples.asked", "not_asked"): 10,
    ("ripples.accepted", "client", "family", "gain"): 2, ("ripples.accepted", "client", "client", "harm"): 1,
    ("ripples.accepted", "worker", "family", "none"): 1, ("ripples.proposed", "client", "friend", "gain"): 1,
}  # fmt: skip


def test_what_else_changed_shows_harm_and_no_change_beside_gain(by_hand):
    section = around(Counts(by_hand(ACCEPTED)))
    accepted = piece(section, "ripples.accepted")
    assert accepted.headings == (
        "For whom", "Better", "Held steady", "Stopped getting worse", "No change", "Worse", "All",
    )  # fmt: skip
    assert accepted.rows == (
        ("The client", "0", "0", "0", "0", "1", "1"),
        ("Their family or household", "2", "0", "0", "0", "0", "2"),
        ("Through a worker: Their family or household", "0", "0", "0", "1", "0", "1"),
    )
    assert accepted.title == "3 of the accepted changes were for somebody other than the client"
    assert [card.value for card in section.cards] == ["4", "1", "10 (50%)"]


GAP = {
    ("credit_gap.changes", "client_outcome", "held"): 40, ("credit_gap.changes", "client_outcome", "blunt"): 12,
    ("credit_gap.changes", "client_outcome", "left_empty"): 3, ("credit_gap.changes", "ripple", "no_place"): 30,
    ("credit_gap.by_direction", "ripple", "no_place", "harm"): 2,
    ("credit_gap.by_direction", "ripple", "no_place", "gain"): 28, "credit_gap.minutes_with_no_place": 600,
    "sessions.minutes": 1000, "sessions.attended": 20, ("ripples.asked", "nothing"): 5,
}  # fmt: skip


def test_work_left_out_is_a_count_by_account_and_never_a_percentage_of_changes(by_hand):
    section = left_out(Counts(by_hand(GAP)))
    changes, directions, meanings = section.pieces
    assert changes.title == "30 changes have no place in the return"
    assert changes.rows[0] == ("Clients' own plans", "40", "12", "3", "0", "100")
    assert not any("%" in cell for each in section.pieces for row in each.rows for cell in row)
    assert directions.rows[-1] == ("What else changed, through a client: no place", "28", "0", "0", "0", "2")
    assert dict(meanings.rows)["No place"].endswith("Only the contract can mend this.")
    assert section.cards[0].value == "10 hours"
    assert "5 (25%) of 20 visits and calls" in section.lead[0]


def test_trust_lists_what_is_blank_and_the_index(by_hand):
    report = by_hand({"people.possible_duplicates": 3, **SEXES, **FIFTHS}, missing={"people.sex": 3})
    report = type(report)(**{**vars(report), "notes": ("Deprivation by an index.",)})
    section = trust(Counts(report))
    assert section.lead[0] == "Deprivation by an index."
    assert "not yet been checked by a second person" in section.lead[1]
    by_what = {fact.what: (fact.number, fact.of) for fact in section.facts}
    assert by_what["Pairs of clients who may be one person"] == ("3", "")
    assert by_what["Clients whose sex is not known"] == ("3", "100")


def test_glance_says_what_could_not_be_said(by_hand):
    report = by_hand({"people.clients": 100, **FIFTHS, "sessions.minutes": 90}, missing={"reach.deprivation_fifth": 4})
    section = glance(Counts(report))
    assert section.lead == ("What could not be said: where 4 clients live.",)
    assert all(card.base for card in section.cards)


@pytest.mark.parametrize("section", [glance, reach, referrals, plans, change, signposts, how, around, left_out, trust])
def test_every_piece_has_a_base_or_says_that_there_is_nothing(by_hand, section):
    made = section(Counts(by_hand({})))
    assert made.lead or made.cards or made.pieces
    assert not any(each.picture for each in made.pieces)


def test_glance_speaks_of_one_in_the_singular(by_hand):
    report = by_hand({"people.clients": 100, **FIFTHS}, missing={"reach.deprivation_fifth": 1})
    assert glance(Counts(report)).lead == ("What could not be said: where 1 client lives.",)
