"""The figures of the report by pandas over the store's files, to set the engine's time beside."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from bench.report_pandas_notes import notes_figures
from kith.reporting.domain.usable import UsableNow

Found = dict[tuple[str, str], float]
Living = Mapping[str, Mapping[str, int]]
AGES = [-1, 15, 24, 34, 44, 54, 64, 74, 84, 999]
BANDS = [
    "under 16", "16 to 24", "25 to 34", "35 to 44", "45 to 54", "55 to 64", "65 to 74", "75 to 84", "85 and over",
]  # fmt: skip
STANDINGS = ["held", "blunt", "left_empty", "no_place"]


def figures(tables: Mapping[str, Path], first: dt.date, last: dt.date, living: Living, usable: UsableNow) -> Found:
    """Every figure by its name and group."""
    found = _Figures(tables, first, last, living, usable).all()
    return {(name, group): float(value) for name, group, value in found}


class _Figures:
    def __init__(
        self, tables: Mapping[str, Path], first: dt.date, last: dt.date, living: Living, usable: UsableNow
    ) -> None:
        self.tables, self.first, self.last, self.living, self.usable = tables, first, last, living, usable

    def read(self, name: str, day: str = "") -> pd.DataFrame:
        """A table, or its rows of the period."""
        filters = [(day, ">=", self.first), (day, "<=", self.last)] if day else None
        return pd.read_parquet(self.tables[name], filters=filters)

    def all(self) -> Iterator[tuple[str, str, float]]:
        yield from self.people()
        yield from self.referrals()
        yield from self.sessions()
        yield from self.plans()
        yield from self.change()
        yield from self.workers()
        yield from self.changes()
        yield from self.notes()

    def people(self) -> Iterator[tuple[str, str, float]]:
        active = self.read("activity", "day")["client"].unique()
        people = self.read("people")
        people = people[people["client"].isin(active)]
        age = (int(f"{self.last:%Y%m%d}") - people["born"]) // 10_000
        people["age_band"] = pd.cut(age, AGES, labels=BANDS).astype(object).fillna("not_known")
        yield "people.clients", "", len(people)
        names = {
            "people.sex": "sex", "reach.deprivation_fifth": "fifth", "reach.gp_registration": "gp_registered",
            "reach.ethnicity": "ethnicity", "reach.age_band": "age_band", "how.next_door": "nearness",
            "reach.area_known_by": "area_known_by",
        }  # fmt: skip
        for name, column in names.items():
            yield from each(name, people[column])
        yield "reach.areas_differ", "", people["areas_differ"].sum()
        for division, there in self.living.items():
            held = people[division].value_counts().reindex(there, fill_value=0)
            for value, number in there.items():
                share = held[value] / held.sum()
                yield f"reach.share_{division}", value, share
                yield f"reach.population_{division}", value, number
                yield f"reach.ratio_{division}", value, share / (number / sum(there.values()))
        pairs = self.read("possible_duplicates")
        yield "people.possible_duplicates", "", (pairs["client"].isin(active) | pairs["other"].isin(active)).sum()

    def referrals(self) -> Iterator[tuple[str, str, float]]:
        rows = self.read("referrals", "received_on")
        yield "referrals.received", "", len(rows)
        yield from each("referrals.source", rows["source"].replace("", "not_recorded"))
        yield from each("referrals.decision", rows["decision"])
        reasons = rows.loc[rows["decision"] == "declined", "declined_reason"]
        yield from each("referrals.declined_reason", reasons.replace("", "not_recorded"))
        signposts = self.read("signposts", "made_on")
        yield "signposts.made", "", len(signposts)
        yield from each("signposts.outcome", signposts["outcome"])

    def sessions(self) -> Iterator[tuple[str, str, float]]:
        rows = self.read("timed_sessions", "held_on")
        for attendance, n in rows["attendance"].value_counts().items():
            if attendance != "not_known":
                yield f"sessions.{attendance}", "", n
        attended = rows[rows["attendance"] == "attended"]
        yield "sessions.minutes", "", attended["minutes"].sum()
        times = attended.groupby("time")["minutes"].sum()
        yield from (("how.minutes", str(time), n) for time, n in times.items())
        yield "credit_gap.minutes_with_no_place", "", times.drop("with_plan").sum()
        yield from each("ripples.asked", attended["anything_else"])
        yield "people.seen", "", attended["client"].nunique()
        by_worker = attended.groupby(["client", "worker"]).size().groupby("client")
        yield "how.same_worker", "", by_worker.max().sum() / by_worker.sum().sum()

    def plans(self) -> Iterator[tuple[str, str, float]]:
        rows = self.read("sorted_plans", "set_on")
        yield "plans.set", "", len(rows)
        yield from each("plans.outcome", rows["outcome"])
        yield from each("plans.issue", rows["issue"].replace("", "not_recorded"))
        yield from each("issues.domain", rows.loc[rows["issue_domain"] != "", "issue_domain"])

    def change(self) -> Iterator[tuple[str, str, float]]:
        rows = self.read("baselines", "taken_on")
        rows["second"] = pd.to_datetime(rows["next_other_on"]) <= pd.Timestamp(self.last)
        people = rows.groupby(["client", "measure"]).agg(newest_on=("taken_on", "max"), second=("second", "any"))
        yield from each("change.baseline", people.reset_index()["measure"])
        without = people[~people["second"]].reset_index()
        noted = self.holding("missed_spans")[["client", "measure", "reason"]]
        closed = self.holding("closings")["client"].unique()
        without = without.merge(noted, how="left", on=["client", "measure"])
        new = pd.to_datetime(without["newest_on"]) > pd.Timestamp(self.last) - pd.Timedelta(days=84)
        otherwise = np.where(without["client"].isin(closed), "closed", np.where(new, "not_yet_due", "not_known"))
        without["reason"] = without["reason"].where(without["reason"].notna(), otherwise)
        yield from each("change.no_second_reading", without["measure"] + ", " + without["reason"])
        pairs = self.read("pairs", "last_on").groupby("measure")["difference"].agg(["size", "mean", "std"])
        for measure, row in pairs.iterrows():
            yield "change.paired", str(measure), row["size"]
            yield "change.mean", str(measure), row["mean"] / 1000
            yield "change.sd", str(measure), row["std"] / 1000

    def holding(self, name: str) -> pd.DataFrame:
        """Spans that hold on the last day."""
        spans, last = self.read(name), pd.Timestamp(self.last)
        until = pd.to_datetime(spans["until"])
        return spans[(pd.to_datetime(spans["since"]) <= last) & (until.isna() | (until > last))]

    def workers(self) -> Iterator[tuple[str, str, float]]:
        rows = self.read("workforce")
        started, left = pd.to_datetime(rows["started_on"]), pd.to_datetime(rows["left_on"])
        late, gone = started > pd.Timestamp(self.last), left < pd.Timestamp(self.first)
        rows = rows[~late & ~gone]
        yield from each("workforce.workers", rows["status"])
        yield from each("workforce.home_fifth", rows["fifth"])

    def changes(self) -> Iterator[tuple[str, str, float]]:
        told = self.read("tellings", "told_on")
        told = self.usable_of(told[told["state"] == "proposed"])
        earliest = self.usable_of(self.read("ripple_changes")).sort_values(["day", "recorded"])
        ripples = earliest.drop_duplicates("change")
        ripples = ripples[(ripples["day"] >= self.first) & (ripples["day"] <= self.last)]
        for name, rows in (("ripples.proposed", told), ("ripples.accepted", ripples)):
            yield f"{name}_total", "", len(rows)
            yield from each(name, rows["through"] + ", " + rows["beneficiary"] + ", " + rows["direction"])
        plans = self.read("plan_outcomes", "day")
        plans["rank"] = plans["standing"].map({name: place for place, name in enumerate(STANDINGS)})
        best = plans.groupby(["whose", "by_itself", "domain", "direction"])["rank"].min().reset_index()
        outcomes = pd.DataFrame(
            {
                "account": "client_outcome",
                "standing": best["rank"].map(dict(enumerate(STANDINGS))),
                "direction": best["direction"],
            }
        )
        every = pd.concat([outcomes, ripples[["account", "standing", "direction"]]])
        place = every["account"] + ", " + every["standing"]
        yield from each("credit_gap.changes", place)
        yield from each("credit_gap.by_direction", place + ", " + every["direction"])

    def usable_of(self, tellings: pd.DataFrame) -> pd.DataFrame:
        return tellings[~tellings["from_a_note"] | tellings["telling"].isin(self.usable.found)]

    def notes(self) -> Iterator[tuple[str, str, float]]:
        sentences = self.read("sentences_found", "told_on")
        return notes_figures(self.read("notes_written", "day"), sentences, self.usable)


def each(name: str, column: pd.Series) -> Iterator[tuple[str, str, float]]:
    """How often each value occurs."""
    return ((name, str(value), n) for value, n in column.value_counts().items())
