"""The page for production can be followed as written, on a PostgreSQL of its own.

Its folders are put under a temporary one. What would change the machine itself (packages, users, owners, services, the
source) is a stand-in that only says yes; everything else is the real program.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.factories.workbook import write_workbook
from tests.postgres import cluster, programs

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "production" / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+) (runnable|file=(\S+))\n(.*?)^```", re.MULTILINE | re.DOTALL)
ON_THE_MACHINE = (
    "/etc/kith", "/etc/systemd/system", "/etc/nginx/conf.d", "/etc/pgbouncer", "/srv", "/var/backups", "/usr/local/bin",
)  # fmt: skip
SAYS_YES = ("apt-get", "adduser", "systemctl", "chown", "git", "make")
SUDO = """#!/bin/bash
while [[ "$1" == -* ]]; do [[ "$1" == -u ]] && shift; shift; done
exec "$@"
"""
WATCH = 'find "{folder}/etc/kith" -type f -name "*.env" -size +0 -perm /077 >> "{folder}/open" 2>/dev/null || :'
"""Before each command: the files of settings, with a password in them, that anybody but their owner can read."""
NGINX = """events {{}}
error_log stderr;
pid {folder}/nginx.pid;
http {{ include {folder}/etc/nginx/conf.d/*.conf; }}
"""


def moved(text: str, folder: Path, port: int) -> str:
    """The same, with the machine's folders under one of ours."""
    for name in ON_THE_MACHINE:
        text = re.sub(rf"(?<![\w.]){re.escape(name)}", f"{folder}{name}", text)
    text = text.replace("/opt/kith/.venv/bin", str(Path(sys.executable).parent)).replace("/opt/kith", str(ROOT))
    return text.replace("localhost:5432", f"127.0.0.1:{port}").replace("5432/", f"{port}/")


def script(block: str) -> str:
    """The commands of a console block: lines after `$ `, continued after `> `."""
    return "\n".join(line[2:] for line in block.splitlines() if line[:2] in ("$ ", "> "))


def stand_ins(folder: Path) -> Path:
    """Programs that say yes, and a `sudo` that stays who it is."""
    made = folder / "stand-ins"
    made.mkdir()
    (made / "sudo").write_text(SUDO)
    for name in SAYS_YES:
        (made / name).write_text("#!/bin/sh\nexit 0\n")
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder))
    (made / "nginx").write_text(f'#!/bin/sh\nexec /usr/sbin/nginx -c {folder}/nginx.conf "$@"\n')
    for each in made.iterdir():
        each.chmod(0o755)
    return made


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder in which the page was followed from top to bottom."""
    folder = tmp_path_factory.mktemp("production")
    for name in ON_THE_MACHINE[1:]:
        (folder / name.removeprefix("/")).mkdir(parents=True)
    write_workbook(folder / "srv" / "export.xlsx", clients=5)
    with cluster() as url:
        port = urlsplit(url).port or 0
        steps = [
            "set -euo pipefail",
            f"cd() {{ builtin cd '{folder}'; }}",
            f"trap '{WATCH.format(folder=folder)}' DEBUG",
        ]
        for _, _, name, body in BLOCK.findall(PAGE):
            if name:
                steps.append(f"cat > {folder}{name} <<'END_OF_FILE'\n{moved(body, folder, port)}END_OF_FILE")
            else:
                steps.append(moved(script(body), folder, port))
        (folder / "all.sh").write_text("\n".join(steps))
        path = [stand_ins(folder), folder / "usr/local/bin", programs(), *os.environ["PATH"].split(os.pathsep)]
        env = {"PATH": os.pathsep.join(map(str, path)), "HOME": str(folder), "LANG": "C.UTF-8"}
        env |= {"PGHOST": "127.0.0.1", "PGPORT": str(port), "PGUSER": "kith", "PGDATABASE": "postgres"}
        done = subprocess.run(["bash", "all.sh"], cwd=folder, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-3000:]
        (folder / "said").write_text(done.stdout)
        yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_every_command_of_the_page_was_run(followed: Path) -> None:
    fenced = re.findall(r"^```(.*)$", PAGE, flags=re.MULTILINE)[::2]
    assert [each for each in fenced if not re.fullmatch(r"console runnable|(sh|ini|nginx) file=\S+", each)] == []
    assert "The file was taken." in (followed / "said").read_text()


def test_each_file_of_the_page_is_named_in_its_text() -> None:
    without_boxes = re.sub(r"^```.*?^```", "", PAGE, flags=re.MULTILINE | re.DOTALL)
    names = re.findall(r"^```\w+ file=(\S+)$", PAGE, flags=re.MULTILINE)
    assert [name for name in names if f"`{name}`" not in without_boxes] == []


def test_each_package_that_is_named_is_installed() -> None:
    (named,) = re.findall(r"^\| packages \| (.*) \|$", PAGE, flags=re.MULTILINE)
    wanted = {word for part in re.findall("`(.*?)`", named) for word in part.split()}
    assert wanted == {word for line in re.findall(r"apt-get install --yes (.*)", PAGE) for word in line.split()}


def test_page_followed_to_its_end_says_that_all_is_well(followed: Path) -> None:
    said = (followed / "said").read_text()
    assert "UNWELL" not in said
    assert said.count("nothing was touched") == 2
    assert "Restored" in said


def test_secrets_are_for_their_owner_alone(followed: Path) -> None:
    assert (followed / "open").read_text() == ""
    assert not (followed / "srv/export.xlsx").exists()
    for name in ("etc/kith/kith.env", "etc/kith/pooled.env", "etc/kith-backup/key", "srv/kith/secret"):
        assert (followed / name).stat().st_mode & 0o077 == 0, name


def test_units_are_as_the_service_manager_reads_them(followed: Path) -> None:
    units = [str(path) for path in sorted((followed / "etc/systemd/system").iterdir())]
    assert len(units) == 3
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, check=False
    )
    faults = [line for line in done.stderr.splitlines() if str(followed) in line or "kith" in line.split(":")[0]]
    assert faults == []
