"""A room's templates and URL names are used by it and by rooms above; rooms below go by the named places of ui."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.rules.tree import Floors, python_files, room_of

QUOTED = re.compile(r"""["']([^"'\n]+)["']""")
URL_IN_TEMPLATE = re.compile(r"""\burl\s*\(?\s*["']([^"'\n]+)["']""")
URL_CALLS = frozenset({"reverse", "reverse_lazy", "redirect", "resolve_url", "url"})
TEMPLATE_FOLDERS = ("jinja2", "templates")
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


@dataclass(frozen=True)
class Use:
    """A name that a file of a room uses."""

    room: str
    path: Path
    name: str


def pages_used_from_below(root: Path, floors: Floors) -> list[str]:
    """Uses of a template or a URL name from a room below its owner or beside it, and names with two owners."""
    templates, urls = list(_templates(root)), list(_url_names(root))
    return [
        *_two_owners(root, templates, "template"),
        *_two_owners(root, urls, "URL name"),
        *_from_below(root, floors, templates, list(_strings_used(root)), "template"),
        *_from_below(root, floors, urls, list(_urls_used(root)), "URL name"),
    ]


def _two_owners(root: Path, owned: list[Use], kind: str) -> Iterator[str]:
    seen: dict[str, Use] = {}
    for each in owned:
        first = seen.setdefault(each.name, each)
        if first.room != each.room:
            yield f"The {kind} {each.name} belongs to {first.room} and to {each.room}."


def _from_below(root: Path, floors: Floors, owned: list[Use], used: list[Use], kind: str) -> Iterator[str]:
    owner = {each.name: each.room for each in owned}
    for use in used:
        if use.name in owner and not floors.may_use(use.room, owner[use.name]):
            yield f"{use.path.relative_to(root)} uses the {kind} {use.name} of {owner[use.name]}, no room below."


def template_files(root: Path) -> Iterator[tuple[str, Path]]:
    """Every template with the name it is called by."""
    for folder in TEMPLATE_FOLDERS:
        for base in sorted((root / "kith").rglob(folder)):
            for path in sorted(each for each in base.rglob("*") if each.is_file()):
                yield str(path.relative_to(base)), path


def _templates(root: Path) -> Iterator[Use]:
    return (Use(room_of(root, path), path, name) for name, path in template_files(root))


def _url_names(root: Path) -> Iterator[Use]:
    for path, module in python_files(root, "**/urls.py"):
        space = _namespace(module)
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and _name_of(node.func) in ("path", "re_path"):
                for keyword in node.keywords:
                    if keyword.arg == "name" and isinstance(keyword.value, ast.Constant):
                        yield Use(room_of(root, path), path, f"{space}{keyword.value.value}")


def _namespace(module: ast.Module) -> str:
    for node in module.body:
        if isinstance(node, ast.Assign) and [_name_of(each) for each in node.targets] == ["app_name"]:
            return f"{ast.literal_eval(node.value)}:"
    return ""


def _strings_used(root: Path) -> Iterator[Use]:
    for path, module in python_files(root):
        for node in ast.walk(module):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield Use(room_of(root, path), path, node.value)
    yield from _in_templates(root, QUOTED)


def _urls_used(root: Path) -> Iterator[Use]:
    for path, module in python_files(root):
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and _name_of(node.func) in URL_CALLS and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield Use(room_of(root, path), path, first.value)
    yield from _in_templates(root, URL_IN_TEMPLATE)


def _in_templates(root: Path, pattern: re.Pattern[str]) -> Iterator[Use]:
    for _, path in template_files(root):
        for found in pattern.finditer(COMMENT.sub("", path.read_text())):
            yield Use(room_of(root, path), path, found.group(1))


def _name_of(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
