"""Keeps where a fault happened, without a person's data, for whoever mends it."""

import os
from pathlib import Path

from kith.kernel.days import now
from kith.kernel.faults import kind_and_places


def write_fault(fault: Exception) -> str:
    """Append the kind of fault and the places it passed to a file; returns a sentence for the user."""
    folder = Path(os.environ.get("KITH_DATA", "") or ".")
    kind, *places = kind_and_places(fault)
    try:
        with (folder / "faults.log").open("a", encoding="utf-8") as log:
            log.write("\n".join([f"{now().isoformat()} {kind}", *places, ""]))
    except OSError:
        return f"Kith met a fault of its own ({kind}). Nothing is half done."
    return f"Kith met a fault of its own ({kind}); {folder / 'faults.log'} says where. Nothing is half done."
