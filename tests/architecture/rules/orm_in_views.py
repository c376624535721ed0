"""A view names no model and makes no query: it calls a query, an action, a form, a presenter."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.rules.tree import imported_modules, place, python_files

QUERY_CALLS = frozenset(
    ("aggregate", "alias", "annotate", "bulk_create", "bulk_update", "exclude", "filter", "get_or_create", "in_bulk",
     "order_by", "prefetch_related", "raw", "save", "select_for_update", "select_related", "update_or_create", "using",
     "values_list")
)  # fmt: skip
SHORTCUTS = frozenset(("get_object_or_404", "get_list_or_404"))


def orm_in_views(root: Path) -> list[str]:
    """Imports of models, and calls of the query language, in any `web` folder."""
    return [fault for path, module in python_files(root, "**/web/**/*.py") for fault in _faults(root, path, module)]


def _faults(root: Path, path: Path, module: ast.Module) -> Iterator[str]:
    for name, line in imported_modules(module):
        parts = name.split(".")
        if parts[:2] == ["django", "db"] or (parts[0] == "kith" and "models" in parts) or parts[-1] in SHORTCUTS:
            yield f"{place(root, path, line)} imports {name}."
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and node.attr == "objects":
            yield f"{place(root, path, node.lineno)} reaches for a model's objects."
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in QUERY_CALLS:
            yield f"{place(root, path, node.lineno)} calls {node.func.attr}."
