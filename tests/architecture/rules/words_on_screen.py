"""Analysts' words stay off the pages of trainers and clients: the glossary's first table says which they are."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

from jinja2 import Environment, nodes

from tests.architecture.rules.names_of_pages import QUOTED, template_files
from tests.architecture.rules.tree import place, python_files, room_of

ROOMS_OF_TRAINERS = ("desk", "shell", "doorstep")
SPOKEN_ATTRIBUTES = re.compile(r"""\b(?:alt|title|placeholder|aria-label|content)\s*=\s*["']([^"']*)["']""")
CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", re.DOTALL)


def analysts_words(root: Path) -> tuple[str, ...]:
    """The first column of the glossary's first table."""
    lines = (root / "GLOSSARY.md").read_text().splitlines()
    start = next(at for at, line in enumerate(lines) if "on the trainer's screen" in line)
    cells = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        cells += [word.strip() for word in line.split("|")[1].split(",")]
    return tuple(cells)


def analysts_words_on_screen(root: Path) -> list[str]:
    """Templates, and sentences in the Python of `web`, that say to a trainer what only an analyst says."""
    words = _pattern(analysts_words(root))
    return [
        f"{where} says '{found.group(0)}' to a trainer."
        for where, text in [*_said_by_templates(root), *_said_by_python(root)]
        for found in words.finditer(text)
    ]


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:" + "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in words) + r")(?:e?s)?\b", re.I
    )


def _said_by_templates(root: Path) -> Iterator[tuple[str, str]]:
    for _, path in template_files(root):
        if room_of(root, path) not in ROOMS_OF_TRAINERS:
            continue
        said = _said_by_jinja if path.suffix == ".jinja" else _said_by_plain
        for line, text in said(path.read_text()):
            yield place(root, path, line), text


def _said_by_plain(source: str) -> Iterator[tuple[int, str]]:
    """A template of the sign-in library's engine: what stands between its tags, and the words within them."""
    for number, line in enumerate(CODE.sub(_words_within, source).splitlines(), start=1):
        yield number, TAG.sub(" ", line)
        yield number, " ".join(SPOKEN_ATTRIBUTES.findall(line))


def _words_within(code: re.Match[str]) -> str:
    lines = "\n" * code.group(0).count("\n")
    spoken = (
        [] if code.group(0).startswith("{#") else [text for text in QUOTED.findall(code.group(0)) if _is_speech(text)]
    )
    return " ".join(spoken) + lines


def _said_by_jinja(source: str) -> Iterator[tuple[int, str]]:
    tree = Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(source)
    for data in tree.find_all(nodes.TemplateData):
        yield data.lineno, TAG.sub(" ", data.data)
        yield data.lineno, " ".join(SPOKEN_ATTRIBUTES.findall(data.data))
    for constant in tree.find_all(nodes.Const):
        if isinstance(constant.value, str) and _is_speech(constant.value):
            yield constant.lineno, constant.value


def _said_by_python(root: Path) -> Iterator[tuple[str, str]]:
    for room in ROOMS_OF_TRAINERS:
        for path, module in python_files(root, f"{room}/**/*.py"):
            silent = {id(node) for node in _docstrings(module)}
            for node in ast.walk(module):
                if _is_string(node) and id(node) not in silent and _is_speech(node.value):
                    yield place(root, path, node.lineno), node.value


def _is_string(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _docstrings(module: ast.Module) -> Iterator[ast.Constant]:
    for node in ast.walk(module):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first.value


def _is_speech(text: str) -> bool:
    """Words for a person, not a name in code: with a space, or beginning with a capital."""
    return (" " in text.strip() or text[:1].isupper()) and not re.fullmatch(r"[\w./:-]+\.\w+", text)
