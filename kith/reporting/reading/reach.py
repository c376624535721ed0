"""Whom the service reaches: sex, age, ethnicity, neighbourhood, GP; the not known stay visible."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from kith.reporting.reading.charted import Numbers, Wording, bars_piece, gradient_piece
from kith.reporting.reading.counts import Count, Counts, Line, added, largest, published
from kith.reporting.reading.phrases import listed, people_in_all, share_words, so_many
from kith.reporting.reading.pieces import Piece, Section

FIFTH_WORDS = {
    "1": "1 = poorest fifth",
    "2": "2",
    "3": "3",
    "4": "4",
    "5": "5 = least poor fifth",
    "no_fixed_abode": "No fixed abode",
    "unknown": "Not known",
}
OLDER = ("65 to 74", "75 to 84", "85 and over")
NOT_SAID = ("Z", "99")


def reach(counts: Counts) -> Section:
    """Pictures of the same people."""
    everybody = counts.of("people.clients")
    title = _("Whom the service reaches")
    if published(everybody) == 0:
        return Section("reach", title, lead=(_("There are no clients in this period."),))
    lead = (
        _("Each picture shows the same %(clients)s of the period; those whose answer is not known are always in it.")
        % {"clients": people_in_all(everybody)},
    )
    return Section("reach", title, lead=lead, pieces=tuple(_pieces(counts, everybody)))


def _pieces(counts: Counts, everybody: Count) -> Iterator[Piece]:
    yield _where(counts, everybody)
    yield _known_by(counts, everybody)
    yield _ethnicity(counts, everybody)
    yield _sex(counts, everybody)
    yield _age(counts, everybody)
    yield _gp(counts, everybody)


def _where(counts: Counts, everybody: Count) -> Piece:
    lines = counts.lines("reach.deprivation_fifth", {key: _(words) for key, words in FIFTH_WORDS.items()})
    poorest = counts.of("reach.deprivation_fifth", fifth="1")
    share = share_words(poorest, everybody)
    title = (
        _("%(share)s of the clients live in the poorest fifth of areas") % {"share": share}
        if share
        else _("Where clients live, from the poorest fifth of areas to the least poor")
    )
    sentence = _(
        "%(poorest)s of %(clients)s live in one of the poorest fifth of neighbourhoods; for %(unknown)s the "
        "neighbourhood is not known. Were all alike, each fifth would hold about one in five."
    ) % {
        "poorest": so_many(poorest, everybody),
        "clients": people_in_all(everybody),
        "unknown": so_many(counts.of("reach.deprivation_fifth", fifth="unknown"), everybody),
    }
    note = _("A fifth describes the neighbourhood, not the person.")
    words = Wording(title, sentence, _("Neighbourhoods"), _("client"), _("clients"), note)
    missing = counts.missing("reach.deprivation_fifth")
    return gradient_piece("reach.deprivation_fifth", words, Numbers(lines, everybody, missing))


def _known_by(counts: Counts, everybody: Count) -> Piece:
    lines = counts.lines("reach.area_known_by")
    unknown = counts.missing("reach.area_known_by")
    share = share_words(unknown, everybody)
    title = _("How clients' neighbourhoods are known")
    if share and published(unknown):
        title = _("For %(share)s of the clients no neighbourhood is known") % {"share": share.lower()}
    sentence = _("The postcode governs; where it gives none, the neighbourhood that stood in a file stands in. For "
                 "%(differ)s the two differ.") % {
        "differ": so_many(counts.of("reach.areas_differ"), everybody)
    }  # fmt: skip
    note = _("People of no fixed abode have no neighbourhood and are not among the not known.")
    words = Wording(title, sentence, _("How it is known, or why not"), _("client"), _("clients"), note)
    return bars_piece("reach.area_known_by", words, Numbers(lines, everybody, unknown))


def _ethnicity(counts: Counts, everybody: Count) -> Piece:
    lines = [_with_code(each) for each in counts.lines("reach.ethnicity")]
    groups = [each for each in lines if each.key not in NOT_SAID]
    other = added([each.count for each in groups if each.key != "A"])
    share = share_words(other, everybody)
    title = (
        _("%(share)s of the clients are of a group other than White British") % {"share": share}
        if share
        else _("Clients by ethnicity")
    )
    most = largest(groups)
    sentence = _("Not stated or not known for %(missing)s of %(clients)s.") % {
        "missing": so_many(counts.missing("reach.ethnicity"), everybody),
        "clients": people_in_all(everybody),
    }
    if most:
        first = _("The largest group is %(label)s: %(n)s.") % {
            "label": most.label,
            "n": so_many(most.count, everybody),
        }
        sentence = f"{first} {sentence}"
    note = _("Groups with nobody in them stand in the table. The words that people gave stand in their records.")
    words = Wording(title, sentence, _("Ethnicity and its code"), _("client"), _("clients"), note)
    numbers = Numbers(lines, everybody, counts.missing("reach.ethnicity"))
    return bars_piece("reach.ethnicity", words, numbers)


def _with_code(line: Line) -> Line:
    return replace(line, label=f"{line.label} ({line.key})")


def _sex(counts: Counts, everybody: Count) -> Piece:
    female = counts.of("people.sex", sex="female")
    share = share_words(female, everybody)
    title = _("%(share)s of the clients are female") % {"share": share} if share else _("Clients by sex")
    words = Wording(title, _sex_sentence(counts, everybody), _("Sex"), _("client"), _("clients"))
    numbers = Numbers(counts.lines("people.sex"), everybody, counts.missing("people.sex"))
    return bars_piece("people.sex", words, numbers)


def _sex_sentence(counts: Counts, everybody: Count) -> str:
    parts = [
        f"{so_many(counts.of('people.sex', sex=key), everybody)} {words}"
        for key, words in (("female", _("are female")), ("male", _("are male")), ("other", _("gave another answer")))
    ]
    return _("Of %(clients)s, %(parts)s; for %(missing)s it is not known.") % {
        "clients": people_in_all(everybody),
        "parts": listed(parts),
        "missing": so_many(counts.missing("people.sex"), everybody),
    }


def _age(counts: Counts, everybody: Count) -> Piece:
    lines = counts.lines("reach.age_band")
    older = added([each.count for each in lines if each.key in OLDER])
    share = share_words(older, everybody)
    title = _("%(share)s of the clients are 65 or older") % {"share": share} if share else _("Clients by age")
    sentence = _("Of %(clients)s, %(older)s are 65 or older; for %(missing)s the age is not known.") % {
        "clients": people_in_all(everybody),
        "older": so_many(older, everybody),
        "missing": so_many(counts.missing("reach.age_band"), everybody),
    }
    note = _("Age on the last day of the period.")
    words = Wording(title, sentence, _("Age"), _("client"), _("clients"), note)
    return bars_piece("reach.age_band", words, Numbers(lines, everybody, counts.missing("reach.age_band")))


def _gp(counts: Counts, everybody: Count) -> Piece:
    without = counts.of("reach.gp_registration", registered="no")
    share = share_words(without, everybody)
    title = _("%(share)s of the clients had no GP") % {"share": share} if share else _("Clients registered with a GP")
    sentence = _("%(without)s of %(clients)s had no GP; for %(missing)s it is not known.") % {
        "without": so_many(without, everybody),
        "clients": people_in_all(everybody),
        "missing": so_many(counts.missing("reach.gp_registration"), everybody),
    }
    words = Wording(title, sentence, _("Registered with a GP"), _("client"), _("clients"))
    numbers = Numbers(counts.lines("reach.gp_registration"), everybody, counts.missing("reach.gp_registration"))
    return bars_piece("reach.gp_registration", words, numbers)
