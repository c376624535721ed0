"""The plain implementation's figures of notes: what was read, what was found, and what samples of it say."""

from collections import Counter
from typing import Any

Row = dict[str, Any]
SURE = {"accept": 1, "yes": 1, "reject": 0, "no": 0}
ANSWERS = ["accept", "reject", "not_sure"]


class NotesFigures:
    """A part of the plain implementation, which gives it the records, `put`, `put_all` and `inside`."""

    def standing(self, session: Row, client: Row) -> str:
        if client["evaluation"] != "yes":
            return "unread"
        read = self.r.notes_read.get(session["id"])
        if session["restricted"] or (read and read["withheld"]):
            return "withheld"
        return "read" if read and read["as_of_version"] == session["version"] else "waiting"

    def ethnic_group(self, code: str) -> str:
        for name, codes in {"white": "ABC", "mixed": "DEFG", "asian": "HJKL", "black": "MNP", "other": "RS"}.items():
            if code in codes:
                return name
        return "not_known"

    def notes(self) -> None:
        whose = {client["id"]: client for client in self.r.clients}
        written = [(s, whose[s["client"]]) for s in self.r.sessions if s["words"] and self.inside(s["on"])]
        became = [self.standing(session, client) for session, client in written]
        n, has = len(written), Counter(became)
        allowed = n - has["unread"]
        self.put("notes.written", n, n)
        self.put("notes.allowed", allowed, n)
        self.put("notes.unread", has["unread"], n)
        for name in ("read", "withheld"):
            self.put(f"notes.{name}", has[name], allowed, has["waiting"])
        self.put("notes.waiting", has["waiting"], allowed)
        self.read_and_waiting, self.estimates = (has["read"], has["waiting"]), {}
        self.quiet([self.r.notes_read[s["id"]] for (s, _), each in zip(written, became, strict=True) if each == "read"])
        for answer in ("no", "not_asked"):
            unread = sum(client["evaluation"] == answer for _, client in written)
            self.put("notes.unread_why", unread, has["unread"], evaluation=answer)
        fifths = [*"12345", "no_fixed_abode", "unknown"]
        self.notes_by("fifth", "fifth", [self.fifth_of(c) for _, c in written], became, fifths)
        groups = ["white", "mixed", "asian", "black", "other", "not_known"]
        held = [self.ethnic_group(c["ethnicity"]) for _, c in written]
        self.notes_by("ethnicity", "ethnicity_group", held, became, groups)

    def notes_by(self, name: str, key: str, held: list[str], became: list[str], values: list[str]) -> None:
        pairs, everything = list(zip(held, became, strict=True)), len(held)
        for value in values:
            inside, group = [standing for each, standing in pairs if each == value], {key: value}
            unread = inside.count("unread")
            self.put(f"notes.written_{name}", len(inside), everything, **group)
            self.put(f"notes.unread_{name}", unread, len(inside), **group)
            self.put(f"notes.allowed_{name}", len(inside) - unread, len(inside), **group)

    def quiet(self, read: list[Row]) -> None:
        """Notes read without a find: how many, and what their sample says."""
        quiet = [each for each in read if each["found"] == 0]
        self.put("notes.quiet", len(quiet), len(read))
        self.sample("quiet_", quiet, "missed")

    def sample(self, kind: str, rows: list[Row], name: str) -> None:
        frames: dict[str, list[Row]] = {}
        for row in rows:
            if row["frame"]:
                frames.setdefault(row["frame"], []).append(row)
        covered, estimate = 0, 0.0
        for frame, inside in frames.items():
            self.put(f"notes.{kind}in_frame", len(inside), len(rows), frame=frame)
            drawn = [row["answer"] for row in inside if row["drawn"]]
            for answer, n in Counter(drawn).items():
                unread = drawn.count("unanswered")
                self.put(f"notes.{kind}drawn", n, len(inside), unread, frame=frame, answer=answer)
            sure = [SURE[answer] for answer in drawn if answer in SURE]
            if sure:
                covered += len(inside)
                estimate += len(inside) * sum(sure) / len(sure)
        missing = len(rows) - covered
        self.put(f"notes.{name}", estimate if covered else None, covered, missing)
        self.put(f"notes.{name}_share", estimate / covered if covered else None, covered, missing)
        self.estimates[name] = estimate if covered else None

    def sentences(self) -> None:
        rows = [s for s in self.r.sentences if self.inside(s["on"]) and self.may_use(s)]
        for row in rows:
            sure = [answer for answer in row["answers"] if answer in SURE]
            row["answer"] = sure[0] if sure else "not_sure" if row["answers"] else "unanswered"
            waiting = "not_sure" if row["answers"] else "waiting"
            row["became"] = waiting if row["state"] == "proposed" else row["state"]
        n, became = len(rows), [row["became"] for row in rows]
        self.put("notes.found", n, n)
        values = ["accepted", "rejected", "queried", "not_sure", "waiting", "withdrawn"]
        self.put_all("notes.became", "became", values, became, ["waiting"])
        judged = n - became.count("waiting") - became.count("withdrawn")
        self.put("notes.judged", judged, n, became.count("waiting"))
        self.sample("", rows, "right")
        self.two_readers([row["answers"] for row in rows if row["read_twice"]])
        right, missed = self.estimates["right"], self.estimates["missed"]
        known = right is not None and missed is not None and right + missed > 0
        self.put("notes.share_found", right / (right + missed) if known else None, *self.read_and_waiting)

    def two_readers(self, twice: list[list[str]]) -> None:
        pairs = [tuple(answers[:2]) for answers in twice if len(answers) > 1]
        n, waiting, agreed = len(pairs), len(twice) - len(pairs), sum(one == two for one, two in pairs)
        self.put("notes.read_by_two", n, len(twice), waiting)
        self.put("notes.two_agree", agreed, n)
        for first in ANSWERS:
            for second in ANSWERS:
                self.put("notes.two_readers", pairs.count((first, second)), n, first=first, second=second)
        self.put("notes.agreement", agreed / n if n else None, n, waiting)
        kappa, ac1 = self.beyond_chance(pairs)
        self.put("notes.kappa", kappa, n, waiting)
        self.put("notes.ac_one", ac1, n, waiting)

    def beyond_chance(self, pairs: list[tuple[str, ...]]) -> tuple[float | None, float | None]:
        """Cohen's kappa and Gwet's AC1, by their definitions."""
        n = len(pairs)
        if n == 0:
            return None, None
        agreed = sum(one == two for one, two in pairs) / n
        first = [sum(pair[0] == each for pair in pairs) / n for each in ANSWERS]
        second = [sum(pair[1] == each for pair in pairs) / n for each in ANSWERS]
        by_chance = sum(one * two for one, two in zip(first, second, strict=True))
        usual = [(one + two) / 2 for one, two in zip(first, second, strict=True)]
        ac1_chance = sum(each * (1 - each) for each in usual) / 2
        kappa = None if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)
        return kappa, (agreed - ac1_chance) / (1 - ac1_chance)
