"""A reader of a published report who wants a hidden count: knows the rule, what adds up to what, and has a solver."""

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

Name = str
MOST = 10_000
UNITS = ("minutes", "proportion", "ratio", "people living there", "sentences, estimated", "notes, estimated")
NUMBERS_OF_NOTES = re.compile(r"notes\.(written|allowed|unread|read|withheld|waiting)(_fifth|_ethnicity|_why|$)")
NOT_IN_GROUPS = ("other", "not_known", "unknown", "no_fixed_abode", "Z", "99")
WHOLE = {
    "people.sex": "people.clients",
    "reach.area_known_by": "people.clients",
    "reach.deprivation_fifth": "people.clients",
    "reach.gp_registration": "people.clients",
    "reach.ethnicity": "people.clients",
    "reach.age_band": "people.clients",
    "how.next_door": "people.clients",
    "referrals.source": "referrals.received",
    "referrals.decision": "referrals.received",
    "plans.outcome": "plans.set",
    "plans.issue": "plans.set",
    "signposts.outcome": "signposts.made",
    "ripples.asked": "sessions.attended",
    "ripples.accepted": "ripples.accepted_total",
    "ripples.proposed": "ripples.proposed_total",
    "notes.became": "notes.found",
    "notes.two_readers": "notes.read_by_two",
}
UNKNOWN = {
    "people.sex": "not_known",
    "reach.deprivation_fifth": "unknown",
    "reach.gp_registration": "not_known",
    "how.next_door": "not_known",
    "signposts.outcome": "not_known",
    "ripples.asked": "not_asked",
    "reach.age_band": "not_known",
}


@dataclass
class Attack:
    """All counts of a report as unknowns, with what is known of each and of their sums."""

    low: dict[Name, int] = field(default_factory=dict)
    high: dict[Name, int] = field(default_factory=dict)
    hidden: list[Name] = field(default_factory=list)
    shown: set[Name] = field(default_factory=set)
    repeating: set[Name] = field(default_factory=set)
    sums: list[tuple[Name, list[Name]]] = field(default_factory=list)

    def learn(self, name: Name, published: int | None, *, repeats: bool = False) -> Name:
        """What the page shows of a count; one that repeats an earlier report's is not known by itself."""
        if repeats:
            self.repeating.add(name)
            low, high = 0, MOST
        elif published is None:
            low, high = 1, MOST
            self.hidden.append(name)
        elif published == 0:
            low, high = 0, 0
            self.shown.add(name)
        else:
            self.shown.add(name)
            low, high = max(8, published - 2), published + 2
        self.low[name] = max(low, self.low.get(name, 0))
        self.high[name] = min(high, self.high.get(name, MOST))
        return name

    def given_away(self) -> list[Name]:
        """Hidden counts that have one possible value."""
        return [name for name in sorted(set(self.hidden)) if self._extreme(name, 1) == self._extreme(name, -1)]

    def _extreme(self, name: Name, sign: int) -> int:
        place = {each: index for index, each in enumerate(self.low)}
        matrix = lil_array((len(self.sums), len(place)))
        for row, (total, parts) in enumerate(self.sums):
            matrix[row, place[total]] = 1
            for part in parts:
                matrix[row, place[part]] = -1
        aim = [0.0] * len(place)
        aim[place[name]] = float(sign)
        bounds = Bounds(list(self.low.values()), list(self.high.values()))
        constraints = LinearConstraint(matrix.tocsr(), 0, 0)
        answer = milp(aim, integrality=[1] * len(place), bounds=bounds, constraints=constraints)
        if answer.x is None:
            raise AssertionError("The published report contradicts itself.")
        return round(float(answer.x[place[name]]))


def attack_on(report: bytes) -> Attack:
    """Everything an outsider knows from one report."""
    attack, figures = Attack(), json.loads(report)["figures"]
    counts = [
        each
        for each in figures
        if each["unit"] not in UNITS and each["id"][7:] not in ("mean", "sd") and not NUMBERS_OF_NOTES.match(each["id"])
    ]
    by_id: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in counts:
        by_id[each["id"]].append(each)
        attack.learn(_name(each), each["value"], repeats=_repeats(each, "value"))
    for each in counts:
        _learn_base_and_missing(attack, each)
    for each in figures:
        if each["id"].startswith("reach.share_"):
            _learn_share(attack, each)
    for part, whole in WHOLE.items():
        if by_id[part] or part.startswith(("ripples", "notes")):
            attack.sums.append((f"{whole}{{}}", [_name(each) for each in by_id[part]]))
    _more_sums(attack, by_id)
    return attack


def _name(figure: dict[str, Any]) -> Name:
    return f"{figure['id']}{json.dumps(figure['group'])}"


def _repeats(figure: dict[str, Any], *parts: str) -> bool:
    return any(part in figure.get("repeats", ()) for part in parts)


def _learn_base_and_missing(attack: Attack, figure: dict[str, Any]) -> None:
    whole = WHOLE.get(figure["id"])
    if whole:
        attack.learn(f"{whole}{{}}", figure["base"], repeats=_repeats(figure, "base"))
    unknown = UNKNOWN.get(figure["id"])
    if unknown:
        (key,) = figure["group"]
        name = f"{figure['id']}{json.dumps({key: unknown})}"
        attack.learn(name, figure["missing"], repeats=_repeats(figure, "missing"))


def _learn_share(attack: Attack, figure: dict[str, Any]) -> None:
    """A share's base is what is known of its groups, all but the missing; the share times it is the group's count."""
    of = {"sex": "people.sex", "fifth": "reach.deprivation_fifth"}
    ((key, value),) = figure["group"].items()
    groups = of.get(key, f"reach.{key}")
    rest = f"{groups} not known"
    known = attack.learn(f"{groups} known", figure["base"], repeats=_repeats(figure, "base"))
    attack.low.setdefault(rest, 0)
    attack.high.setdefault(rest, MOST)
    if figure["missing"] is not None:
        attack.learn(rest, figure["missing"], repeats=_repeats(figure, "missing"))
    if figure["value"] is not None and figure["base"] and not _repeats(figure, "value", "base"):
        attack.learn(f"{groups}{json.dumps({key: value})}", round(figure["value"] * figure["base"]))
    inside = [each for each in attack.low if each.startswith(groups + "{")]
    parts = [each for each in inside if not any(f'"{word}"' in each for word in NOT_IN_GROUPS)]
    if (known, parts) not in attack.sums:
        attack.sums += [(known, parts), ("people.clients{}", [known, rest])]


def _more_sums(attack: Attack, by_id: dict[str, list[dict[str, Any]]]) -> None:
    declined = 'referrals.decision{"decision": "declined"}'
    attack.sums.append((declined, [_name(each) for each in by_id["referrals.declined_reason"]]))
    (attended,), (missed,) = by_id["sessions.attended"], by_id["sessions.not_attended"]
    everything = attack.learn("sessions", attended["base"], repeats=_repeats(attended, "base"))
    unsure = attack.learn("sessions?", attended["missing"], repeats=_repeats(attended, "missing"))
    attack.sums.append((everything, [_name(attended), _name(missed), unsure]))
    for each in by_id["change.baseline"]:
        group = json.dumps(each["group"])
        without = [other for other in by_id["change.no_second_reading"] if other["group"]["measure"] in group]
        (pair,) = (other for other in by_id["change.paired"] if other["group"] == each["group"])
        missing = attack.learn(f"missing{group}", pair["missing"], repeats=_repeats(pair, "missing"))
        attack.learn(_name(each), pair["base"], repeats=_repeats(pair, "base"))
        attack.sums.append((missing, [_name(other) for other in without]))
        attack.low[f"again{group}"], attack.high[f"again{group}"] = 0, MOST
        attack.sums.append((_name(each), [missing, f"again{group}"]))
    for account in ("client_outcome", "ripple", "workforce"):
        rows = [each for each in by_id["credit_gap.changes"] if each["group"]["account"] == account]
        whole = attack.learn(f"changes {account}", rows[0]["base"], repeats=_repeats(rows[0], "base"))
        attack.sums.append((whole, [_name(each) for each in rows]))
        for row in rows:
            inside = [d for d in by_id["credit_gap.by_direction"] if row["group"].items() <= d["group"].items()]
            attack.sums.append((_name(row), [_name(each) for each in inside]))
    attack.sums.append(("ripples.accepted_total{}", ["changes ripple", "changes workforce"]))
    for through, account in (("client", "ripple"), ("worker", "workforce")):
        told = [each for each in by_id["ripples.accepted"] if each["group"]["through"] == through]
        attack.sums.append((f"changes {account}", [_name(each) for each in told]))
    _sums_of_sentences(attack, by_id)
    for name in ("workforce.workers", "workforce.home_fifth"):
        whole = attack.learn("workers", by_id[name][0]["base"], repeats=_repeats(by_id[name][0], "base"))
        attack.sums.append((whole, [_name(each) for each in by_id[name]]))


def _sums_of_sentences(attack: Attack, by_id: dict[str, list[dict[str, Any]]]) -> None:
    became = {each["group"]["became"]: _name(each) for each in by_id["notes.became"]}
    judged = [became[each] for each in ("accepted", "rejected", "queried", "not_sure")]
    attack.sums.append(("notes.judged{}", judged))
    _part(attack, "ripples.proposed_total{}", [became["not_sure"], became["waiting"]])
    (by_two,) = by_id["notes.read_by_two"]
    waiting = attack.learn("waiting for a second reader", by_two["missing"], repeats=_repeats(by_two, "missing"))
    tenth = attack.learn("one in ten", by_two["base"], repeats=_repeats(by_two, "base"))
    attack.sums.append((tenth, ["notes.read_by_two{}", waiting]))
    pairs = by_id["notes.two_readers"]
    agreeing = [_name(each) for each in pairs if each["group"]["first"] == each["group"]["second"]]
    attack.sums.append(("notes.two_agree{}", agreeing))
    for kind, whole in (("", "notes.found{}"), ("quiet_", "notes.quiet{}")):
        frames = by_id[f"notes.{kind}in_frame"]
        for each in frames:
            drawn = [_name(d) for d in by_id[f"notes.{kind}drawn"] if each["group"].items() <= d["group"].items()]
            _part(attack, _name(each), drawn)
        _part(attack, whole, [_name(each) for each in frames])


def _part(attack: Attack, whole: Name, parts: list[Name]) -> None:
    """Parts of something that may have others."""
    rest = f"{whole} less {parts}"
    attack.low[rest], attack.high[rest] = 0, MOST
    attack.sums.append((whole, [*parts, rest]))


def attack_on_both(first: bytes, second: bytes) -> Attack:
    """Two reports of one period side by side: what repeats moved by a few, the rest stayed or moved by at least 8."""
    both = Attack()
    before, after = attack_on(first), attack_on(second)
    for which, one in (("first ", before), ("second ", after)):
        both.low |= {which + name: low for name, low in one.low.items()}
        both.high |= {which + name: high for name, high in one.high.items()}
        both.hidden += [which + name for name in one.hidden]
        both.sums += [(which + total, [which + part for part in parts]) for total, parts in one.sums]
    for name in before.shown & (after.shown | after.repeating):
        _compare(both, name, before, after)
    return both


def _compare(both: Attack, name: Name, before: Attack, after: Attack) -> None:
    moved = f"moved {name}"
    if name in after.repeating:
        both.low[moved], both.high[moved] = -7, 7
        both.hidden.append(moved)
    elif (before.low[name], before.high[name]) == (after.low[name], after.high[name]):
        both.low[moved] = both.high[moved] = 0
    else:
        grown = after.high[name] > before.high[name]
        both.low[moved], both.high[moved] = (8, MOST) if grown else (-MOST, -8)
    both.sums.append((f"second {name}", [f"first {name}", moved]))
