"""The store: whole or not there, pseudonymous, one writer at a time, and never two moments in one."""

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from kith.reporting import api
from kith.reporting.domain.errors import NoFiguresError, SharedPseudonymError
from kith.reporting.domain.pseudonyms import Pseudonyms
from kith.reporting.queries import store_state
from kith.reporting.store.folder import CURRENT, MANIFEST, StoreFolder
from tests.reporting.conftest import YEAR
from tests.reporting.made_service import MadeService


@pytest.fixture
def folder(kith_data, service, settings):
    """The store's folder of the service, in a data folder of its own."""
    settings.KITH_DATA = kith_data
    return StoreFolder.of(kith_data, service.id)


def versions(folder):
    return sorted(path.name for path in folder.root.iterdir() if path.is_dir())


def test_store_that_was_never_made_is_said_in_a_sentence(folder, viewer, service):
    with pytest.raises(NoFiguresError, match="never made"):
        api.last_refreshed(viewer, service)


def test_report_makes_the_store_where_there_is_none(folder, viewer, service):
    api.report(viewer, service, YEAR, "service")
    assert api.last_refreshed(viewer, service)


def test_report_makes_the_store_anew_when_a_definition_in_it_changed(folder, small, viewer, service, settings):
    api.report(viewer, service, YEAR, "service")
    before = api.last_refreshed(viewer, service)
    api.report(viewer, service, YEAR, "service")
    assert api.last_refreshed(viewer, service) == before
    settings.KITH_DEPRIVATION_INDEX = "another-index"
    api.report(viewer, service, YEAR, "service")
    assert api.last_refreshed(viewer, service) > before


def test_refresh_keeps_the_version_before_and_no_older_one(folder, viewer, service):
    for _ in range(4):
        api.refresh(viewer, service)
    assert len(versions(folder)) == 2
    assert (folder.root / CURRENT).read_text() == versions(folder)[-1]


def test_refresh_that_fails_leaves_the_old_store_and_its_leftovers_go(folder, small, viewer, service, monkeypatch):
    small.client("2024-05-01")
    api.refresh(viewer, service)
    good = (folder.root / CURRENT).read_text()
    monkeypatch.setattr("kith.reporting.actions.refresh_store.derive", _fail)
    with pytest.raises(RuntimeError):
        api.refresh(viewer, service)
    assert (folder.root / CURRENT).read_text() == good
    assert api.report(viewer, service, YEAR, "service").find("people.clients").value == 1
    assert len(versions(folder)) == 2
    monkeypatch.undo()
    api.refresh(viewer, service)
    unfinished = [name for name in versions(folder) if not (folder.root / name / MANIFEST).is_file()]
    assert unfinished == []


def _fail(*_):
    raise RuntimeError("the lights went out")


KILLED_WRITER = """
import os, signal, sys
from pathlib import Path
from kith.reporting.store import folder
made = folder.StoreFolder(Path(sys.argv[1]))
at = sys.argv[2]
if at == "swap":
    os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
with made.new_version() as version:
    (version / "clients.parquet").write_text("half")
    if at == "write":
        os.kill(os.getpid(), signal.SIGKILL)
    (version / "manifest.json").write_text("{}")
"""


@pytest.mark.parametrize("at", ["write", "swap"])
def test_killed_writer_leaves_the_old_store_and_the_next_completes(folder, small, viewer, service, at):
    small.client("2024-05-01")
    api.refresh(viewer, service)
    good = (folder.root / CURRENT).read_text()
    done = subprocess.run([sys.executable, "-c", KILLED_WRITER, str(folder.root), at], env=os.environ, check=False)
    assert done.returncode == -signal.SIGKILL
    assert (folder.root / CURRENT).read_text() == good
    assert api.report(viewer, service, YEAR, "service").find("people.clients").value == 1
    small.client("2024-05-01")
    api.refresh(viewer, service)
    assert api.report(viewer, service, YEAR, "service").find("people.clients").value == 2
    assert all((folder.root / name / "people.parquet").is_file() for name in versions(folder))


def test_store_holds_no_id_no_name_and_no_words(folder, small, viewer, service):
    client = small.client(
        "2024-05-01", first_name="Zebedee", surname="Quill", postcode="ZZ1 1ZZ", nhs_number="9434765919"
    )
    small.session(client, "2024-05-01", note="a secret note")
    small.plan(client, "2024-05-01", issue="Local issue", issue_words="debt letters of hers")
    small.telling(client, "2024-05-01", "accepted")
    api.refresh(viewer, service)
    secrets = [b"Zebedee", b"Quill", b"ZZ1 1ZZ", b"9434765919", b"secret note", b"letters of hers", b"words"]
    secrets += [str(client.id).encode(), client.id.bytes, client.id.hex.encode()]
    for path in store_state(service.id).tables.values():
        table = pq.read_table(path)
        said = table.to_pandas().to_csv().encode() + path.read_bytes()
        assert [secret for secret in secrets if secret in said and path.stem != "notes"] == []


def test_pseudonyms_need_the_key_and_differ_by_kind_and_service(service, other_service):
    one = Pseudonyms("a secret", service.id).of("client", service.id)
    assert one == Pseudonyms("a secret", service.id).of("client", service.id)
    others = [
        Pseudonyms("another secret", service.id).of("client", service.id),
        Pseudonyms("a secret", other_service.id).of("client", service.id),
        Pseudonyms("a secret", service.id).of("session", service.id),
    ]
    assert one not in others


def test_shared_pseudonym_is_refused(folder, small, viewer, service, monkeypatch):
    small.client("2024-05-01")
    small.client("2024-05-01")
    monkeypatch.setattr(Pseudonyms, "of", lambda *_: 7)
    with pytest.raises(SharedPseudonymError, match="share a pseudonym"):
        api.refresh(viewer, service)


def test_report_is_the_same_bytes_after_each_refresh(folder, viewer, service):
    MadeService(service, 5, clients=60).fill()
    digests = set()
    for _ in range(4):
        api.refresh(viewer, service)
        made = api.report_json(api.report(viewer, service, YEAR, "service"))
        digests.add(hashlib.sha256(made).hexdigest())
    assert len(digests) == 1


def test_compiled_statements_are_kept_and_used_again(folder, viewer, service, monkeypatch):
    api.report(viewer, service, YEAR, "service")
    kept = list(Path(folder.root.parent / "compiled").glob("*.json"))
    assert len(kept) == 1
    monkeypatch.setattr("kith.reporting.store.statements._compiled", _fail)
    api.report(viewer, service, YEAR, "service")
