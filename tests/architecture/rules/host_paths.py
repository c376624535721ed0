"""Nothing in the repository names one machine's folders or its way to where packages come from."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

HOST = re.compile(
    r"(?<![\w.}/-])/(?:root|home|Users)/[\w.-]+"
    r"|[A-Z]:\\Users\\"
    r'|"resolved":\s*"https?:'
    r"|(?:^|\s)--(?:extra-)?index-url[ =]\S+"
)


def tracked_files(root: Path) -> list[Path]:
    """The files git keeps."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True).stdout
    return [root / name for name in listed.split("\0") if name]


def host_paths(root: Path, files: Iterable[Path]) -> list[str]:
    """Lines that hold only on the machine where they were written; the checkout's own folder among them."""
    here = re.compile(rf"{HOST.pattern}|(?<![\w.}}/-]){re.escape(str(root))}(?![\w-])")
    return [
        f"{path.relative_to(root)}:{number} names {found.group().strip()}."
        for path in files
        if path.is_file()
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), start=1)
        if (found := here.search(line))
    ]
