"""Writes the generated documents, or with --check says which are stale."""

import os
import sys
from pathlib import Path

from docs._generate.page import FOLDER, Page

KINDS = ("metrics", "returns")


def pages() -> list[Page]:
    """Every generated page."""
    from docs._generate import article_30, commands, evidence, metrics, notes, returns, rooms, second_lock, settings

    return [
        rooms.page(),
        settings.page(),
        commands.page(),
        article_30.page(),
        second_lock.page(),
        evidence.page(),
        *metrics.pages(),
        *notes.pages(),
        *returns.pages(),
    ]


def main(arguments: list[str]) -> int:
    """Write, or check."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    import django

    django.setup()
    wanted = {FOLDER / page.path: page.text for page in pages()}
    stale = [path for path, text in wanted.items() if not path.is_file() or path.read_text() != text]
    if "--check" in arguments:
        return _report(stale + _left_over(set(wanted)))
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[path])
    for path in _left_over(set(wanted)):
        path.unlink()
    return 0


def _left_over(wanted: set[Path]) -> list[Path]:
    return [path for kind in KINDS for path in (FOLDER / kind).glob("*.md") if path not in wanted]


def _report(stale: list[Path]) -> int:
    for path in stale:
        print(f"docs/{path.relative_to(FOLDER)} is stale: run make docs.", file=sys.stderr)
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
