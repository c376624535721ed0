"""docs/settings.md: every setting a deployment may make."""

from docs._generate.page import Page
from kith.config.known import KNOWN, Setting


def page() -> Page:
    """One section a setting."""
    lines = [
        "Kith is set by the environment. With `DATABASE_URL` and `KITH_DATA` every command works. A setting that",
        "cannot be used stops the start with a sentence.",
    ]
    for setting in KNOWN.values():
        lines += ["", *_section(setting)]
    return Page("settings.md", "Settings", tuple(lines))


def _section(setting: Setting) -> list[str]:
    return [
        f"## `{setting.name}`",
        "",
        setting.meaning,
        "",
        f"- default: {f'`{setting.default}`' if setting.default else 'none'}",
        f"- example: {setting.example}",
    ]
