"""Says where a lock and the file it was made from disagree: `python -m requirements.agree`. It needs no network."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FOLDER = Path(__file__).parent
PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==([^\s;\\]+)")
ASKED_BY = re.compile(r"-r (?:requirements/)?(\w+)\.in")


def disagreements() -> list[str]:
    """One sentence each."""
    base, dev = _pins("base"), _pins("dev")
    return [
        *_unmet("base", base),
        *_unmet("dev", dev),
        *_without_a_hash("base"),
        *_without_a_hash("dev"),
        *_no_longer_asked_for("base"),
        *_no_longer_asked_for("dev"),
        *(f"{name} is {version} in base.txt and {dev.get(name, 'absent')} in dev.txt." for name, version in base.items()
          if dev.get(name) != version),
        *(f"{lock}.txt has a line that names a host or a folder: {line}" for lock in ("base", "dev")
          for line in _lines(f"{lock}.txt") if "://" in line),
    ]  # fmt: skip


def _unmet(name: str, pins: dict[str, str]) -> Iterator[str]:
    for wanted in _asked(name):
        pinned = pins.get(canonicalize_name(wanted.name))
        if pinned is None or not wanted.specifier.contains(pinned, prereleases=True):
            yield f"{name}.in asks for {wanted}, and {name}.txt has {pinned or 'none'}: run make lock."
        elif str(wanted.specifier).startswith("==") and not wanted.specifier.contains(pinned):
            yield f"{name}.in pins {wanted}, and {name}.txt has {pinned}: run make lock."


def _no_longer_asked_for(name: str) -> Iterator[str]:
    asked = {each: {canonicalize_name(wanted.name) for wanted in _asked(each)} for each in ("base", "dev")}
    current = ""
    for line in _lines(f"{name}.txt"):
        if found := PIN.match(line):
            current = canonicalize_name(found.group(1))
        for source in ASKED_BY.findall(line):
            if current not in asked[source]:
                yield f"{name}.txt holds {current} for {source}.in, which no longer asks for it: run make lock."


def _without_a_hash(name: str) -> Iterator[str]:
    blocks = re.split(r"\n(?=[A-Za-z0-9])", (FOLDER / f"{name}.txt").read_text())
    for block in blocks:
        if (pin := PIN.match(block)) and "--hash=sha256:" not in block:
            yield f"{pin.group(1)} in {name}.txt has no hash: run make lock."


def _asked(name: str) -> list[Requirement]:
    lines = (line.split(" #")[0].strip() for line in _lines(f"{name}.in"))
    return [Requirement(line) for line in lines if line and not line.startswith(("#", "-"))]


def _pins(name: str) -> dict[str, str]:
    found = (PIN.match(line) for line in _lines(f"{name}.txt"))
    return {canonicalize_name(pin.group(1)): pin.group(2) for pin in found if pin}


def _lines(name: str) -> list[str]:
    return (FOLDER / name).read_text().splitlines()


if __name__ == "__main__":
    faults = disagreements()
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(bool(faults))
