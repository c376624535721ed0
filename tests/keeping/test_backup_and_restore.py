"""A backup holds everything, and a restore brings it back: as somebody at a terminal meets it."""

import json
import shutil
from pathlib import Path

import pytest

from kith.keeping.domain.place import OPEN_RESTORE
from tests.deployments import Deployment, deployed
from tests.keeping.tables import tables_of, tables_restored_by_its_own_tool


@pytest.fixture(scope="module")
def filled(deployment: Deployment) -> Deployment:
    """With a service in it, its figures made."""
    deployment.bring_in(8)
    deployment.report()
    return deployment


def records(deployment: Deployment) -> dict[str, int]:
    """How many rows there are of what people recorded."""
    rooms = ("people_", "casework_", "measures_", "ripples_", "workforce_", "reporting_")
    return {table: rows for table, rows in deployment.counts().items() if table.startswith(rooms)}


def verdict(deployment: Deployment) -> dict:
    return json.loads(deployment.kith("audit", "verify", "--format", "json").stdout)


def test_what_was_lost_comes_back_with_the_same_figures_and_an_untouched_trail(filled):
    before, path = filled.report(), filled.backup("whole.kithbackup")
    (filled.data / "definitions").mkdir(exist_ok=True)
    (filled.data / "definitions" / "stray.yaml").write_text("not in the backup")
    stores = {each.name for each in (filled.data / "store").iterdir()}
    filled.bring_in(12)  # the same eight and four more: whoever said no here would still say so after the restore
    filled.kith("restore", path, "--key-file", filled.key, "--replace-what-is-there")
    assert filled.report() == before
    assert verdict(filled)["faults"] == []
    assert {each.name for each in (filled.data / "store").iterdir()} == stores
    assert not (filled.data / "definitions" / "stray.yaml").exists()


def test_restore_into_an_empty_place_needs_nothing_but_backup_and_key(filled, tmp_path_factory):
    before, path = records(filled), filled.backup("to-elsewhere.kithbackup")
    with deployed(tmp_path_factory.mktemp("another")) as elsewhere:
        shutil.rmtree(elsewhere.data)
        elsewhere.kith("restore", path, "--key-file", filled.key)
        assert records(elsewhere) == before
        assert tables_of(elsewhere.url) == tables_restored_by_its_own_tool(filled.url)
        assert (elsewhere.data / "secret").read_text() == (filled.data / "secret").read_text()
        assert verdict(elsewhere)["faults"] == []


def test_restore_over_records_is_refused_unless_told_in_words(filled):
    before, path = records(filled), filled.backup("refused.kithbackup")
    assert "would replace them all" in filled.refused("restore", path, "--key-file", filled.key)
    assert records(filled) == before


def test_damaged_backup_changes_nothing(filled):
    before, path = records(filled), filled.backup("damaged.kithbackup")
    content = bytearray(path.read_bytes())
    content[-30] ^= 1
    path.write_bytes(content)
    assert "damaged" in filled.refused("backup", path, "--key-file", filled.key, "--check")
    assert "damaged" in filled.refused("restore", path, "--key-file", filled.key, "--replace-what-is-there")
    assert records(filled) == before
    assert not (filled.data / OPEN_RESTORE).exists()


def test_backup_is_never_written_over_nor_beside_its_records(filled):
    path = filled.backup("once.kithbackup")
    assert "is there already" in filled.refused("backup", path, "--key-file", filled.key)
    assert "in KITH_DATA" in filled.refused("backup", filled.data / "x.kithbackup", "--key-file", filled.key)
    assert "Make it first" in filled.refused("backup", filled.folder / "no" / "x", "--key-file", filled.key)


def test_folder_keeps_the_newest_and_says_how_many_went(filled):
    folder = filled.folder / "dated"
    folder.mkdir()
    for name in ("kith-20240101T000000Z.kithbackup", "kith-20240102T000000Z.kithbackup", "of-somebody-else.txt"):
        (folder / name).write_text("older")
    told = json.loads(filled.kith("backup", folder, "--key-file", filled.key, "--keep", 2, "--format", "json").stdout)
    assert told["removed"] == 1
    left = sorted(path.name for path in folder.iterdir())
    assert left == [left[0], Path(told["file"]).name, "of-somebody-else.txt"]
    assert left[0] == "kith-20240102T000000Z.kithbackup"


def test_check_reads_a_whole_backup(filled):
    path = filled.backup("checked.kithbackup")
    told = json.loads(filled.kith("backup", path, "--key-file", filled.key, "--check", "--format", "json").stdout)
    assert told["entries"] > 5
    assert path.stat().st_mode & 0o077 == 0


def test_no_word_of_the_records_can_be_read_in_the_backup(filled):
    content = filled.backup("unreadable.kithbackup").read_bytes()
    assert (filled.data / "secret").read_bytes() not in content
    assert b"Weirdale" not in content


def test_key_file_is_made_once_and_for_its_owner_alone(filled):
    assert filled.key.stat().st_mode & 0o077 == 0
    assert "is there already" in filled.refused("backup-key", filled.key)
    loose = filled.folder / "loose.key"
    shutil.copy(filled.key, loose)
    loose.chmod(0o644)
    assert "Others can read" in filled.refused("backup", filled.folder / "l.kithbackup", "--key-file", loose)
    inside = filled.data / "inside.key"
    shutil.copy(filled.key, inside)
    assert "Keep it elsewhere" in filled.refused("backup", filled.folder / "i.kithbackup", "--key-file", inside)
    inside.unlink()


def test_another_key_opens_nothing(filled):
    path = filled.backup("locked.kithbackup")
    filled.kith("backup-key", filled.folder / "other.key")
    sentence = filled.refused("restore", path, "--key-file", filled.folder / "other.key", "--replace-what-is-there")
    assert sentence == "The backup was made with another key file."


def test_nothing_works_while_a_restore_is_open_and_the_same_command_ends_it(filled):
    before, path = records(filled), filled.backup("open.kithbackup")
    (filled.data / OPEN_RESTORE).write_text('{"withdrawn": []}')
    assert "Run the same kith restore again" in filled.refused("audit", "verify")
    filled.kith("restore", path, "--key-file", filled.key)
    assert records(filled) == before


def test_backup_of_another_kind_of_database_is_refused_in_a_sentence(filled):
    path = filled.folder / "other-kind.kithbackup"
    done = filled.warm.kith(str(path), str(filled.key), call="tests.keeping.other_kinds:of_another_database")
    assert done.code == 0, done.stderr
    assert "Restore it into a database of its own kind" in filled.refused(
        "restore", path, "--key-file", filled.key, "--replace-what-is-there"
    )


def test_backup_of_a_newer_kith_is_refused_in_a_sentence(filled):
    path = filled.folder / "newer.kithbackup"
    done = filled.warm.kith(str(path), str(filled.key), call="tests.keeping.other_kinds:of_a_newer_kith")
    assert done.code == 0, done.stderr
    assert "Install that first" in filled.refused("restore", path, "--key-file", filled.key, "--replace-what-is-there")
