"""YAML as people mean it: `no` is a word, a date is text, and no key is written twice."""

import re
from typing import Any, ClassVar

import yaml

from kith.kernel.errors import KithError


class PlainYamlError(KithError):
    """The text is not YAML, holds no mapping, or writes a key twice."""


class _PlainLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The safe loader, without the readings of YAML 1.1 that surprise people.

    `yes`, `no`, `on`, `off` and `Y` stay words, days stay text as JSON has them, and only
    plain decimal figures are numbers (so that `010` and `12:30` stay text).
    """

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


def _unique_mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in seen:
            raise PlainYamlError(f"line {key_node.start_mark.line + 1} writes {key} a second time.")
        seen.add(key)
    return loader.construct_mapping(node, deep=True)


def _teach(tag: str, pattern: str, first: str) -> None:
    _PlainLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


_teach("bool", r"^(?:true|false)$", "tf")
_teach("null", r"^(?:null|~)$", "n~")
_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^$"), [""])
_teach("int", r"^-?(?:0|[1-9][0-9]*)$", "-0123456789")
_teach("float", r"^-?(?:0|[1-9][0-9]*)\.[0-9]+$", "-0123456789")
_PlainLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _unique_mapping)


def parse(text: str) -> dict[str, Any]:
    """The mapping a YAML text holds. Raises PlainYamlError."""
    try:
        document = yaml.load(text, Loader=_PlainLoader)  # noqa: S506
    except yaml.MarkedYAMLError as wrong:
        line = wrong.problem_mark.line + 1 if wrong.problem_mark else 1
        raise PlainYamlError(f"line {line} is not YAML ({wrong.problem}).") from wrong
    except yaml.YAMLError as wrong:
        raise PlainYamlError(f"it is not YAML ({wrong}).") from wrong
    if not isinstance(document, dict):
        raise PlainYamlError("it holds no list of names and values.")
    return document
