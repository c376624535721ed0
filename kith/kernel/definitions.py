"""Reviewed definitions: YAML that a service lead may change by review, checked against a schema."""

import json
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema

from kith.kernel.errors import KithError, NotFoundError
from kith.kernel.plain_yaml import PlainYamlError, parse

PACKAGED = Path(__file__).resolve().parent.parent / "definitions"
OVERLAY_SETTING = "KITH_DEFINITIONS"


class DefinitionNotFoundError(NotFoundError):
    """No definition of that kind and name, in the service's folder or the package."""


class DefinitionWrongError(KithError):
    """A definition cannot be read, or does not keep to its schema."""


def load(kind: str, name: str) -> dict[str, Any]:
    """One definition of a kind, such as ("imports", "health-trainer-export").

    The folder named in KITH_DEFINITIONS goes before the package's own. The result is shared
    between callers: read it, never change it. Raises DefinitionNotFoundError, DefinitionWrongError.
    """
    return _checked(_find(f"{kind}/{name}.yaml"), f"{kind}.json")


def load_single(name: str) -> dict[str, Any]:
    """A definition of which there is one only, such as "disclosure". Otherwise like `load`."""
    return _checked(_find(f"{name}.yaml"), f"{name}.json")


def names(kind: str) -> list[str]:
    """The names of all definitions of a kind, sorted."""
    return sorted({path.stem for folder in _folders() for path in (folder / kind).glob("*.yaml")})


def _folders() -> list[Path]:
    overlay = os.environ.get(OVERLAY_SETTING, "")
    return [Path(overlay), PACKAGED] if overlay else [PACKAGED]


def _find(relative: str) -> Path:
    wanted = Path(relative)
    if wanted.is_absolute() or ".." in wanted.parts:
        raise DefinitionNotFoundError(f"{relative} is not the name of a definition.")
    for folder in _folders():
        if (folder / wanted).is_file():
            return folder / wanted
    raise DefinitionNotFoundError(_not_found(wanted))


def _not_found(wanted: Path) -> str:
    if wanted.parent == Path():
        return f"There is no definition called {wanted.stem}."
    known = ", ".join(names(str(wanted.parent))) or "none"
    return f"There is no definition called {wanted.stem} among the {wanted.parent}. There are: {known}."


def _checked(path: Path, schema_name: str) -> dict[str, Any]:
    schema = PACKAGED / "schemas" / schema_name
    if not schema.is_file():
        raise DefinitionWrongError(f"There is no schema {schema_name} to check the definition {path.name} against.")
    return _load(path, schema, path.stat().st_mtime_ns, schema.stat().st_mtime_ns)


@lru_cache(maxsize=512)
def _load(path: Path, schema: Path, changed: int, schema_changed: int) -> dict[str, Any]:  # noqa: ARG001
    try:
        document = parse(path.read_text(encoding="utf-8"))
    except (PlainYamlError, UnicodeDecodeError) as wrong:
        raise DefinitionWrongError(f"The definition {path.name} cannot be read: {wrong}") from wrong
    validator = jsonschema.Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
    fault = jsonschema.exceptions.best_match(validator.iter_errors(document))
    if fault is not None:
        raise DefinitionWrongError(_fault_sentence(path, fault))
    return document


def _fault_sentence(path: Path, fault: jsonschema.ValidationError) -> str:
    where = " > ".join(str(part) for part in fault.absolute_path) or "the top of the file"
    return f"The definition {path.name} does not keep to its schema at {where}: {fault.message}."
