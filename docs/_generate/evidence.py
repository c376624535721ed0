"""docs/analytics/evidence.md: what each function of the bench is checked against, read from its tests and pages.

A test marked `printed` compares with an example that somebody printed, one marked `independent` with another
implementation, one with `given` holds a property for whatever is drawn; a worked example stands in a page of the bench.
Where a kind is lacking, evidence.yaml says why.
"""

import ast
import doctest
import importlib
import inspect
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from docs._generate.page import FOLDER, ROOT, Page, table

PARTS = (
    *("intervals", "rates", "inequality", "change", "spc", "funnel"),
    *("disclosure", "economics", "agreement", "sampling"),
)
KINDS = {
    "printed": "printed example",
    "independent": "other implementation",
    "given": "property",
    "page": "worked example",
}
TESTS = ROOT / "tests" / "analytics"
PAGES = FOLDER / "analytics"


class Evidence(NamedTuple):
    """One check: its kind, what the reader is told of it, the file it stands in, and the functions it checks."""

    kind: str
    said: str
    file: Path
    functions: frozenset[str]


@cache
def public() -> dict[str, Callable[..., Any]]:
    """Every public function of the bench, as its users write it."""
    return {
        f"{part}.{name}": function
        for part in PARTS
        for name, function in vars(importlib.import_module(f"kith.analytics.{part}")).items()
        if inspect.isfunction(function) and function.__module__.startswith(f"kith.analytics.{part}") and name[0] != "_"
    }


@cache
def found() -> tuple[Evidence, ...]:
    """All evidence there is, in the order of the files."""
    tests = [each for path in sorted(TESTS.rglob("test_*.py")) for each in _in_tests(path)]
    return (*tests, *(_in_page(path) for path in sorted(PAGES.glob("*.md"))))


def reasons() -> Mapping[str, Mapping[str, str]]:
    """Why a function has no evidence of a kind: by kind, then by function."""
    given: Mapping[str, Mapping[str, list[str]]] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text())
    return {kind: {name: why for why, names in said.items() for name in names} for kind, said in given.items()}


def page() -> Page:
    """One table for each part of the bench."""
    evidence, why = found(), reasons()
    lines = [
        "Each function is checked against an example that somebody printed beside its data, against another",
        "implementation, and by a property that holds for whatever is drawn; a worked example runs as a test. Where a",
        "kind is lacking, the table says why. Besides, each is handed",
        "[what it is not for](../../tests/analytics/test_bad_kinds.py) and gives a figure without NaN, or a sentence.",
        "The pictures of [Charts](charts.md) are not in the table: they draw these figures and work out none.",
    ]
    for part in PARTS:
        names = [name for name in public() if name.startswith(f"{part}.")]
        rows = [(f"`{name}`", *(_cell(name, kind, evidence, why) for kind in KINDS)) for name in names]
        lines += ["", f"## {part}", "", *table(("function", *KINDS.values()), rows)]
    return Page("analytics/evidence.md", "What the figures are checked against", tuple(lines))


def _cell(name: str, kind: str, evidence: Sequence[Evidence], why: Mapping[str, Mapping[str, str]]) -> str:
    links = [
        f"[{each.said}]({os.path.relpath(each.file, PAGES)})"
        for each in evidence
        if each.kind == kind and name in each.functions
    ]
    return "; ".join(dict.fromkeys(links)) or why.get(kind, {}).get(name, "")


def _in_tests(path: Path) -> Iterator[Evidence]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = _imported(tree)
    helpers = {each.name: each for each in tree.body if isinstance(each, ast.FunctionDef)}
    for test in helpers.values():
        for kind, said in _marks(test) if test.name.startswith("test_") else ():
            yield Evidence(kind, said, path, _called(test, names, helpers))


def _marks(test: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    for each in test.decorator_list:
        match each:
            case ast.Call(func=ast.Attribute(attr="printed" | "independent" as kind), args=[ast.Constant(value=said)]):
                yield kind, str(said)
            case ast.Call(func=ast.Name(id="given")):
                yield "given", test.name.removeprefix("test_").replace("_", " ")


def _in_page(path: Path) -> Evidence:
    examples = doctest.DocTestParser().get_examples(path.read_text(encoding="utf-8"))
    tree = ast.parse("".join(example.source for example in examples))
    return Evidence("page", path.name, path, _called(tree, _imported(tree), {}))


def _imported(tree: ast.Module) -> dict[str, str]:
    """The name in this file of each part and function of the bench."""
    return {
        alias.asname or alias.name: f"{each.module}.{alias.name}".removeprefix("kith.analytics.")
        for each in tree.body
        if isinstance(each, ast.ImportFrom) and (each.module or "").startswith("kith.analytics")
        for alias in each.names
    }


def _called(node: ast.AST, names: Mapping[str, str], helpers: Mapping[str, ast.FunctionDef]) -> frozenset[str]:
    """The functions of the bench that are named here, or in the file's own helpers named here."""
    said: set[str] = set()
    for each in ast.walk(node):
        match each:
            case ast.Attribute(value=ast.Name(id=part), attr=name) if part in names:
                said.add(f"{names[part]}.{name}")
            case ast.Name(id=name) if name in names:
                said.add(names[name])
            case ast.Name(id=name) if name in helpers and helpers[name] is not node:
                said |= _called(helpers[name], names, helpers)
    return frozenset(said & public().keys())
