"""A second, plain implementation of every figure: loops over lists, one figure after the other, nothing shared.

`figures(records, first, last)` gives {(id, ((key, value), ...)): (value, base, missing)}.
"""

import datetime as dt
import math
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from tests.reporting.reference_notes import NotesFigures

Row = dict[str, Any]
Answers = dict[tuple[str, tuple[tuple[str, str], ...]], tuple[Any, Any, Any]]

MEASURES = ["bmi", "fruit_veg_portions", "self_efficacy", "who_5", "life_satisfaction"]
ETHNICITIES = [*"ABCDEFGHJKLMNPRSZ", "99"]
BANDS = ["under 16", "16 to 24", "25 to 34", "35 to 44", "45 to 54", "55 to 64", "65 to 74", "75 to 84", "85 and over"]
DOMAINS = [
    "health behaviour", "mental wellbeing and confidence", "social connection", "money", "housing", "food and fuel",
    "work, learning, volunteering", "access to care", "safety", "caring and family", "justice",
    "skills and qualifications", "language and settling in", "getting online", "community capacity",
    "service or system change", "unsorted",
]  # fmt: skip
DOMAIN_OF_WORDS = {
    "debt letters": "money",
    "benefits form PIP": "money",
    "fuel bills": "food and fuel",
    "food bank voucher": "food and fuel",
    "damp flat / housing": "housing",
    "lonely since bereavement": "social connection",
    "Loneliness": "social connection",
    "looking for work": "work, learning, volunteering",
    "son not in school": "work, learning, volunteering",
    "learning English": "language and settling in",
    "no GP, new to area": "access to care",
    "caring for mum": "caring and family",
    "xyz": "unsorted",
}
DOMAIN_OF_LABEL = {
    "diet": "health behaviour",
    "exercise": "health behaviour",
    "smoking": "health behaviour",
    "alcohol": "health behaviour",
    "emotional wellbeing": "mental wellbeing and confidence",
}
STANDINGS = ["held", "blunt", "left_empty", "no_place"]


@dataclass
class Records:
    """A service's records as plain rows."""

    clients: list[Row] = field(default_factory=list)
    duplicates: list[tuple[Any, Any]] = field(default_factory=list)
    deciles: dict[str, int] = field(default_factory=dict)
    workers: list[Row] = field(default_factory=list)
    referrals: list[Row] = field(default_factory=list)
    sessions: list[Row] = field(default_factory=list)
    plans: list[Row] = field(default_factory=list)
    signposts: list[Row] = field(default_factory=list)
    readings: list[Row] = field(default_factory=list)
    missed: list[Row] = field(default_factory=list)
    case_states: list[Row] = field(default_factory=list)
    tellings: list[Row] = field(default_factory=list)
    living: dict[str, dict[str, int]] = field(default_factory=dict)
    notes_read: dict[Any, Row] = field(default_factory=dict)
    sentences: list[Row] = field(default_factory=list)


def figures(records: Records, first: dt.date, last: dt.date) -> Answers:
    """Every figure of a period."""
    return _Figures(records, first, last).all()


class _Figures(NotesFigures):
    def __init__(self, records: Records, first: dt.date, last: dt.date) -> None:
        self.r, self.first, self.last = records, first, last
        self.answers: Answers = {}

    def all(self) -> Answers:
        for part in (self.people, self.referrals, self.sessions, self.how, self.plans, self.signposts):
            part()
        for part in (self.change, self.workers, self.ripples, self.notes, self.sentences, self.credit_gap):
            part()
        return self.answers

    def put(self, figure: str, value: Any, base: Any, missing: Any = 0, **group: str) -> None:
        self.answers[figure, tuple(group.items())] = (value, base, missing)

    def put_all(
        self, figure: str, key: str, values: Iterable[str], rows: list[Any], missing: Iterable[str] = ()
    ) -> None:
        """One figure for each value: how many rows have it; the base is all rows."""
        has = Counter(rows)
        for value in values:
            self.put(figure, has[value], len(rows), sum(has[each] for each in missing), **{key: value})

    def inside(self, day: dt.date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    # people

    def active(self) -> set[Any]:
        found = {c["id"] for c in self.r.clients if self.inside(c["first_contact"])}
        for rows, day in ((self.r.referrals, "on"), (self.r.sessions, "on"), (self.r.plans, "set_on")):
            found |= {row["client"] for row in rows if self.inside(row[day])}
        return found

    def fifth(self, area: str | None) -> str:
        decile = self.r.deciles.get(area or "")
        return "unknown" if decile is None else str(math.ceil(decile / 2))

    def band(self, born: dt.date | None) -> str:
        if born is None:
            return "not_known"
        age = self.last.year - born.year - (1 if (self.last.month, self.last.day) < (born.month, born.day) else 0)
        for limit, band in zip((16, 25, 35, 45, 55, 65, 75, 85), BANDS, strict=False):
            if age < limit:
                return band
        return BANDS[-1]

    def nearness(self, client: Row) -> str:
        area, home = client["area"], client["worker_home"]
        if not area or not home:
            return "not_known"
        if area == home:
            return "same_area"
        if "unknown" in (self.fifth(area), self.fifth(home)):
            return "not_known"
        return "same_fifth" if self.fifth(area) == self.fifth(home) else "neither"

    def fifth_of(self, client: Row) -> str:
        return "no_fixed_abode" if client["known_by"] == "no_fixed_abode" else self.fifth(client["area"])

    def people(self) -> None:
        active = self.active()
        clients = [c for c in self.r.clients if c["id"] in active]
        n = len(clients)
        self.put("people.clients", n, n)
        seen = {s["client"] for s in self.r.sessions if s["attended"] is True and self.inside(s["on"])}
        self.put("people.seen", len(seen), n)
        pairs = [pair for pair in self.r.duplicates if pair[0] in active or pair[1] in active]
        self.put("people.possible_duplicates", len(pairs), len(pairs))
        unknown, not_known = ["unknown"], ["not_known"]
        sexes, yes_no = ["female", "male", "other", "not_known"], ["yes", "no", "not_known"]
        self.put_all("people.sex", "sex", sexes, [c["sex"] for c in clients], not_known)
        lived = [self.fifth_of(c) for c in clients]
        fifths = [*"12345", *["no_fixed_abode"] * ("no_fixed_abode" in lived), "unknown"]
        self.put_all("reach.deprivation_fifth", "fifth", fifths, lived, unknown)
        ways = ["postcode", "file", "no_fixed_abode", "ended", "not_held", "elsewhere", "not_looked_up", "nothing"]
        self.put_all("reach.area_known_by", "known_by", ways, [c["known_by"] for c in clients], ways[3:])
        self.put("reach.areas_differ", sum(c["differs"] for c in clients), n)
        self.put_all("reach.gp_registration", "registered", yes_no, [c["gp"] for c in clients], not_known)
        self.put_all("reach.ethnicity", "ethnicity", ETHNICITIES, [c["ethnicity"] for c in clients], ["Z", "99"])
        bands = [*BANDS, "not_known"]
        self.put_all("reach.age_band", "age_band", bands, [self.band(c["born"]) for c in clients], not_known)
        self.beside("sex", sexes[:2], [c["sex"] for c in clients])
        self.beside("fifth", [*"12345"], lived)
        self.beside("ethnicity", ETHNICITIES[:-2], [c["ethnicity"] for c in clients])
        self.beside("age_band", BANDS, [self.band(c["born"]) for c in clients])
        near = ["same_area", "same_fifth", "neither", "not_known"]
        self.put_all("how.next_door", "nearness", near, [self.nearness(c) for c in clients], not_known)

    def beside(self, key: str, values: list[str], rows: list[str]) -> None:
        """Shares of the known; with a population, the people and the one share by the other."""
        known = [each for each in rows if each in values]
        people = self.r.living.get(key, {})
        everybody = sum(people.get(value, 0) for value in values)
        for value in values:
            missing, group = len(rows) - len(known), {key: value}
            share = known.count(value) / len(known) if known else None
            self.put(f"reach.share_{key}", share, len(known), missing, **group)
            if people:
                number = people.get(value, 0)
                self.put(f"reach.population_{key}", number, everybody, **group)
                ratio = share / (number / everybody) if known and number else None
                self.put(f"reach.ratio_{key}", ratio, len(known), missing, **group)

    # referrals

    def referrals(self) -> None:
        rows = [r for r in self.r.referrals if self.inside(r["on"])]
        self.put("referrals.received", len(rows), len(rows))
        sources = [r["source"] or "not_recorded" for r in rows]
        self.put_all("referrals.source", "source", sorted(set(sources)), sources, ["not_recorded"])
        decisions = [r["decision"] for r in rows]
        shown = ["accepted", "declined"] + ["waiting"] * ("waiting" in decisions)
        self.put_all("referrals.decision", "decision", shown, decisions, ["waiting"])
        reasons = [r["reason"] or "not_recorded" for r in rows if r["decision"] == "declined"]
        self.put_all("referrals.declined_reason", "reason", sorted(set(reasons)), reasons, ["not_recorded"])

    # sessions

    def attended(self) -> list[Row]:
        return [s for s in self.r.sessions if s["attended"] is True and self.inside(s["on"])]

    def sessions(self) -> None:
        rows = [s for s in self.r.sessions if self.inside(s["on"])]
        not_known = sum(s["attended"] is None for s in rows)
        attended = self.attended()
        self.put("sessions.attended", len(attended), len(rows), not_known)
        self.put("sessions.not_attended", sum(s["attended"] is False for s in rows), len(rows), not_known)
        untimed = sum(s["minutes"] is None for s in attended)
        self.put("sessions.minutes", sum(s["minutes"] or 0 for s in attended), len(attended), untimed)
        answers = [s["anything_else"] for s in attended]
        self.put_all("ripples.asked", "answer", ["something", "nothing", "not_asked"], answers, ["not_asked"])

    def how(self) -> None:
        attended = self.attended()
        planned: dict[Any, dt.date] = {}
        for plan in self.r.plans:
            planned[plan["client"]] = min(plan["set_on"], planned.get(plan["client"], plan["set_on"]))
        minutes = {"before_plan": 0, "with_plan": 0, "never_planned": 0}
        for s in attended:
            day = planned.get(s["client"])
            time = "never_planned" if day is None else "before_plan" if s["on"] < day else "with_plan"
            minutes[time] += s["minutes"] or 0
        untimed = sum(s["minutes"] is None for s in attended)
        for time, number in minutes.items():
            self.put("how.minutes", number, len(attended), untimed, time=time)
        nowhere = minutes["before_plan"] + minutes["never_planned"]
        self.put("credit_gap.minutes_with_no_place", nowhere, len(attended), untimed)
        by_client: dict[Any, Counter[Any]] = defaultdict(Counter)
        for s in attended:
            if s["worker"] is not None:
                by_client[s["client"]][s["worker"]] += 1
        known = sum(sum(each.values()) for each in by_client.values())
        usual = sum(max(each.values()) for each in by_client.values())
        self.put("how.same_worker", usual / known if known else None, known, len(attended) - known)

    # plans

    def plans(self) -> None:
        rows = [p for p in self.r.plans if self.inside(p["set_on"])]
        self.put("plans.set", len(rows), len(rows))
        self.put_all("plans.outcome", "outcome", ["full", "part", "none", "ongoing"], [p["outcome"] for p in rows])
        issues = [p["issue"] or "not_recorded" for p in rows]
        self.put_all("plans.issue", "issue", sorted(set(issues)), issues, ["not_recorded"])
        local = [p for p in rows if self.label_standing(p["issue"]) == "blunt"]
        speechless = sum(not p["words"] for p in local)
        has = Counter(DOMAIN_OF_WORDS[p["words"]] for p in rows if p["words"])
        for domain in DOMAINS:
            self.put("issues.domain", has[domain], len(local), speechless, domain=domain)

    def signposts(self) -> None:
        rows = [s["outcome"] for s in self.r.signposts if self.inside(s["on"])]
        self.put("signposts.made", len(rows), len(rows))
        outcomes = ["taken_up", "not_taken_up", "not_known"]
        self.put_all("signposts.outcome", "outcome", outcomes, rows, ["not_known"])

    # change

    def change(self) -> None:
        for measure in MEASURES:
            by_client: dict[Any, list[Row]] = defaultdict(list)
            for reading in self.r.readings:
                if reading["measure"] == measure:
                    by_client[reading["client"]].append(reading)
            differences = [d for d in map(self.difference, by_client.values()) if d is not None]
            reasons = [r for r in (self.why_not(measure, c, rows) for c, rows in by_client.items()) if r]
            baselines = sum(any(self.baseline_inside(r) for r in rows) for rows in by_client.values())
            self.put("change.baseline", baselines, baselines, measure=measure)
            n, missing = len(differences), len(reasons)
            self.put("change.paired", n, baselines, missing, measure=measure)
            mean = float(sum(map(Fraction, differences)) / n / 1000) if n else None
            sd = statistics.stdev([d / 1000 for d in differences]) if n > 1 else None
            self.put("change.mean", mean, n, missing, measure=measure)
            self.put("change.sd", sd, n, missing, measure=measure)
            has = Counter(reasons)
            for reason in ("not_yet_due", "declined", "not_reached", "not_offered", "closed", "not_known"):
                group = {"measure": measure, "reason": reason}
                self.put("change.no_second_reading", has[reason], baselines, has["not_known"], **group)

    def baseline_inside(self, reading: Row) -> bool:
        return reading["stage"] == "baseline" and self.inside(reading["on"])

    def difference(self, rows: list[Row]) -> int | None:
        """Last less first, if there are both and the last lies in the period."""
        baselines = sorted((r["on"], r["recorded"], r["value"]) for r in rows if r["stage"] == "baseline")
        if not baselines:
            return None
        on, _, value = baselines[0]
        after = sorted((r["on"], r["recorded"], r["value"]) for r in rows if r["stage"] != "baseline" and r["on"] >= on)
        return after[-1][2] - value if after and self.inside(after[-1][0]) else None

    def why_not(self, measure: str, client: Any, rows: list[Row]) -> str | None:
        """Why somebody with a baseline in the period has no later reading by its end."""
        inside = [r["on"] for r in rows if self.baseline_inside(r)]
        if not inside or any(r["stage"] != "baseline" and min(inside) <= r["on"] <= self.last for r in rows):
            return None
        noted = [
            (m["on"], m["recorded"], m["reason"])
            for m in self.r.missed
            if m["client"] == client and m["measure"] == measure and m["on"] <= self.last
        ]
        if noted:
            return max(noted)[2]
        if self.closed(client):
            return "closed"
        return "not_yet_due" if (self.last - max(inside)).days < 84 else "not_known"

    def closed(self, client: Any) -> bool:
        plans = [p for p in self.r.plans if p["client"] == client and p["set_on"] <= self.last]
        if plans:
            newest = max(p["set_on"] for p in plans)
            ends = [p["signed_off_on"] for p in plans if p["set_on"] == newest and p["signed_off_on"]]
            if any(end <= self.last for end in ends):
                return True
        states = [s for s in self.r.case_states if s["client"] == client and s["opened_on"] <= self.last]
        if not states:
            return False
        newest = max(s["opened_on"] for s in states)
        for case in {s["case"] for s in states if s["opened_on"] == newest}:
            history = [(s["since"], s["recorded"], s["state"]) for s in states if s["case"] == case]
            history = [each for each in history if each[0] <= self.last]
            if history and max(history)[2] == "closed":
                return True
        return False

    # workers

    def workers(self) -> None:
        employed = [
            w
            for w in self.r.workers
            if (w["started"] is None or w["started"] <= self.last) and (w["left"] is None or w["left"] >= self.first)
        ]
        statuses = ["qualified", "trainee", "senior", "champion", "not_known"]
        self.put_all("workforce.workers", "status", statuses, [w["status"] for w in employed], ["not_known"])
        homes = [self.fifth(w["home"]) for w in employed]
        self.put_all("workforce.home_fifth", "fifth", [*"12345", "unknown"], homes, ["unknown"])

    # ripples

    def stands(self, telling: Row) -> bool:
        """What was found in a note stands only while the note may be used."""
        return telling["note_of"] is None or self.may_use(telling)

    def may_use(self, found: Row) -> bool:
        """Her newest answer is yes, and the visit is as it was read, its note neither withheld nor restricted."""
        read = self.r.notes_read[found["note_of"]]
        (session,) = (each for each in self.r.sessions if each["id"] == found["note_of"])
        as_read = session["version"] == read["as_of_version"] and not session["restricted"]
        return self.said(found["client"]) == "yes" and as_read and not read["withheld"]

    def said(self, client: Any) -> str:
        return next(each["evaluation"] for each in self.r.clients if each["id"] == client)

    def changes_told(self) -> list[Row]:
        by_change: dict[Any, list[Row]] = defaultdict(list)
        for telling in self.r.tellings:
            if telling["state"] == "accepted" and self.stands(telling):
                by_change[telling["change"]].append(telling)
        earliest = [min(each, key=lambda t: (t["told_on"], t["recorded"])) for each in by_change.values()]
        return [t for t in earliest if self.inside(t["told_on"])]

    def ripples(self) -> None:
        waiting = [t for t in self.r.tellings if t["state"] == "proposed" and self.stands(t)]
        proposed = [t for t in waiting if self.inside(t["told_on"])]
        for name, rows in (("ripples.proposed", proposed), ("ripples.accepted", self.changes_told())):
            self.put(f"{name}_total", len(rows), len(rows))
            has = Counter((t["through"], t["beneficiary"], t["direction"]) for t in rows)
            for (through, beneficiary, direction), n in has.items():
                self.put(name, n, len(rows), through=through, beneficiary=beneficiary, direction=direction)

    # credit gap

    def label_standing(self, label: str) -> str:
        name = " ".join(label.lower().split())
        if not name:
            return "left_empty"
        if name in ("local issue", "other"):
            return "blunt"
        return "held" if name in DOMAIN_OF_LABEL else "no_place"

    def credit_gap(self) -> None:
        changes: dict[Any, list[str]] = defaultdict(list)
        for plan in self.r.plans:
            if plan["outcome"] != "ongoing" and self.inside(plan["signed_off_on"]):
                name = " ".join(plan["issue"].lower().split())
                domain = DOMAIN_OF_LABEL.get(name) or DOMAIN_OF_WORDS.get(plan["words"], "unsorted")
                direction = "none" if plan["outcome"] == "none" else "gain"
                itself = plan["id"] if domain == "unsorted" else None
                whose = plan["case"] or plan["client"]
                changes[whose, domain, direction, itself].append(self.label_standing(plan["issue"]))
        rows = [("client_outcome", min(standings, key=STANDINGS.index), key[2]) for key, standings in changes.items()]
        for told in self.changes_told():
            account = "workforce" if told["through"] == "worker" else "ripple"
            rows.append((account, "no_place", told["direction"]))
        for account in ("client_outcome", "ripple", "workforce"):
            whole = sum(row[0] == account for row in rows)
            for standing in STANDINGS:
                n = sum(row[:2] == (account, standing) for row in rows)
                self.put("credit_gap.changes", n, whole, account=account, standing=standing)
                for direction in ("gain", "maintained", "averted", "none", "harm"):
                    group = {"account": account, "standing": standing, "direction": direction}
                    self.put("credit_gap.by_direction", rows.count((account, standing, direction)), n, **group)
