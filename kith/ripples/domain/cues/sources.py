"""Makes the lexicon of the reviewed lists: who, what about, turns of speech, cues, and words that make it no fact."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kith.kernel import definitions
from kith.ripples.domain.cues.carried import Cue, Lean, Scope, Topic, Turn, Who
from kith.ripples.domain.cues.lexicon import Entry, Lexicon

KIND = "cues"
LISTS = (
    "notes-classes",
    "notes-people",
    "notes-topics",
    "notes-turns",
    "notes-cues-wellbeing",
    "notes-cues-ties",
    "notes-cues-living",
    "notes-cues-work",
    "notes-cues-access",
    "notes-cues-skills",
    "notes-leanings",
    "notes-scope",
)


@dataclass(frozen=True)
class CueList:
    """All that reading rests on, and the version of it; `guard` knows only the words for which a note is withheld."""

    version: str
    lexicon: Lexicon
    guard: Lexicon
    left_out: frozenset[str]
    combine: Mapping[str, Mapping[str, str]]


def read_lists() -> tuple[Mapping[str, Any], ...]:
    """The lists as they stand, the service's own before the package's. Raises DefinitionWrongError."""
    return tuple(definitions.load(KIND, name) for name in LISTS)


def cue_list(lists: tuple[Mapping[str, Any], ...]) -> CueList:
    """The lists, ready for reading."""
    whole = _together(lists)
    left_out = frozenset(whole["left_out"])
    made, guarding = list(_entries(whole)), ("withheld", "harmless")
    common = left_out, frozenset(whole["passed_over"]), whole["right_as_they_stand"], whole["classes"]
    lexicon = Lexicon(made, *common)
    guard = Lexicon((entry for entry in made if entry.kind in guarding), *common)
    digest = hashlib.sha256(json.dumps(lists, sort_keys=True).encode()).hexdigest()
    version = ".".join(str(each["version"]) for each in lists)
    return CueList(f"{version}-{digest[:10]}", lexicon, guard, left_out, whole["combine"])


def _together(lists: tuple[Mapping[str, Any], ...]) -> dict[str, Any]:
    """One mapping of all lists; what several of them hold under one name stands in their order."""
    whole: dict[str, Any] = {}
    for each in lists:
        for key, value in each.items():
            held = whole.get(key)
            whole[key] = [*held, *value] if isinstance(held, list) else value
    return whole


def _entries(whole: Mapping[str, Any]) -> Iterator[Entry]:
    for group in whole["people"]:
        yield from _each(
            group,
            "who",
            Who(group["circle"], group.get("gender", ""), group.get("through", "client")),
        )
    for group in whole["topics"]:
        yield from _each(
            group,
            "topic",
            Topic(group["domain"], group["kind"], group.get("whom", ""), _beyond(group)),
        )
    for group in whole["turns"]:
        yield from _each(
            group,
            "turn",
            Turn(group["turn"], group["looks"], group.get("earlier", False)),
        )
    for group in whole["cues"]:
        cue = Cue(
            group["domain"],
            group["direction"],
            group.get("whom", ""),
            group.get("only", ""),
            _beyond(group),
        )
        yield from (replace(entry, aside=bool(cue.only)) for entry in _each(group, "cue", cue))
    for group in whole["leanings"]:
        yield from _each(group, "lean", Lean(group["domain"], group["direction"] == "gain"))
    for group in whole["scope"]:
        yield from _each(group, "scope", Scope(group["scope"], group["reach"]))
    for group in whole["dangers"]:
        yield from _each(group, "danger", group["domain"])
    for group in whole["marks"]:
        yield from _each(group, group["mark"], group.get("means", ""))


def _beyond(group: Mapping[str, Any]) -> bool:
    """Whether a client's gain of this kind lies beyond the goals of her plan."""
    return bool(group.get("beyond_plan", False))


def _each(group: Mapping[str, Any], kind: str, carries: Any) -> Iterator[Entry]:
    return (Entry(_pattern(words), kind, carries) for words in group["words"])


def _pattern(words: str) -> tuple[str, ...]:
    """The words as a note's own words are cut: without hyphens, and without the 's of an owner."""
    plain = words.replace("-", " ").replace("'s", "").replace("'", "").replace("a&e", "ae")
    return tuple(plain.split())
