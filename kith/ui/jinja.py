"""The Jinja2 environment of every page."""

from typing import Any

from jinja2 import Environment


def environment(**options: Any) -> Environment:
    """Our templates."""
    return Environment(**options)  # noqa: S701
