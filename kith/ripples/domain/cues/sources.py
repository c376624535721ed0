"""Makes the lexicon of the reviewed lists: who, what about, turns of speech, cues, and words that make it no fact."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kith.kernel import definitions
from kith.ripples.domain.cues.carried import Cue, Lean, Scope, Topic, Turn, Who
from kith.ripples.domain.cues.lexicon import Lexicon
from kith.ripples.domain.cues.patterns import Entry
from kith.ripples.domain.cues.votes import Votes, pairs_in, words_in

KIND = "cues"
ABOUT = ("topic", "cue", "lean", "danger")
TELLING = ("cue", "lean")
LISTS = (
    "notes-shortened",
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
    "notes-cues-figures",
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
    about: Votes
    which_way: Votes
    shortened: Mapping[str, tuple[str, ...]]


def read_lists() -> tuple[Mapping[str, Any], ...]:
    """The lists as they stand, the service's own before the package's. Raises DefinitionWrongError."""
    return tuple(definitions.load(KIND, name) for name in LISTS)


def cue_list(lists: tuple[Mapping[str, Any], ...]) -> CueList:
    """The lists, ready for reading."""
    whole = _together(lists)
    left_out = frozenset(whole["left_out"])
    shortened = {short: tuple(long.split()) for short, long in whole["read_as"].items()}
    made, guarding = list(_entries(whole, shortened)), ("withheld", "harmless")
    common = left_out, frozenset(whole["passed_over"]), whole["right_as_they_stand"], whole["classes"]
    lexicon = Lexicon(made, *common)
    guard = Lexicon((entry for entry in made if entry.kind in guarding), *common)
    nothing = frozenset(whole["about_nothing"]) | left_out
    about = Votes(
        ((_domain_of(each), words_in(each.pattern, nothing)) for each in made if _speaks_of_it(each)),
        evened=0.5,
        sure_after=1,
    )
    which_way = Votes(
        ((each.carries.direction, pairs_in(each.pattern)) for each in made if each.kind in TELLING),
        evened=0.7,
        sure_after=0,
    )
    digest = hashlib.sha256(json.dumps(lists, sort_keys=True).encode()).hexdigest()
    version = ".".join(str(each["version"]) for each in lists)
    return CueList(f"{version}-{digest[:10]}", lexicon, guard, left_out, whole["combine"], about, which_way, shortened)


def _together(lists: tuple[Mapping[str, Any], ...]) -> dict[str, Any]:
    """One mapping of all lists; what several of them hold under one name stands in their order."""
    whole: dict[str, Any] = {}
    for each in lists:
        for key, value in each.items():
            held = whole.get(key)
            whole[key] = [*held, *value] if isinstance(held, list) else value
    return whole


def _speaks_of_it(entry: Entry) -> bool:
    """Whether the words of an entry say what a sentence is about."""
    return entry.kind in ABOUT and not (entry.kind == "cue" and entry.carries.loose)


def _domain_of(entry: Entry) -> str:
    return str(entry.carries if entry.kind == "danger" else entry.carries.domain)


def _entries(whole: Mapping[str, Any], read_as: Mapping[str, tuple[str, ...]]) -> Iterator[Entry]:
    """Each entry once, in the words a note is read in."""
    made = (replace(entry, pattern=tuple(_read_as(entry.pattern, read_as))) for entry in _as_listed(whole))
    yield from dict.fromkeys(made)


def _read_as(pattern: tuple[str, ...], read_as: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The pattern in the words a note is read in: a short form or a synonym in a list stands for what it is read as."""
    for part in pattern:
        if "|" in part:
            yield "|".join(read_as[each][0] if len(read_as.get(each, ())) == 1 else each for each in part.split("|"))
        else:
            yield from read_as.get(part, (part,))


def _as_listed(whole: Mapping[str, Any]) -> Iterator[Entry]:
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
            group.get("loose", False),
        )
        yield from (replace(entry, aside=bool(cue.only)) for entry in _each(group, "cue", cue))
    for group in whole["leanings"]:
        yield from _each(group, "lean", Lean(group["domain"], group["direction"]))
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
