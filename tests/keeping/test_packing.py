"""Entries come back with their names; what the manifest does not fit is found."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.keeping.domain import packing
from kith.keeping.domain.errors import BackupDamagedError
from kith.keeping.domain.place import check_name, kept_files

NAMES = st.text("abcé/", min_size=1, max_size=8).filter(lambda name: name != packing.MANIFEST)
ENTRIES = st.dictionaries(NAMES, st.lists(st.binary(max_size=30), max_size=4), max_size=5)


class Sink(io.BytesIO):
    """Bytes that were written."""


def packed(entries: dict[str, list[bytes]]) -> bytes:
    sink = Sink()
    packer = packing.Packer(sink)
    for name, blocks in entries.items():
        packer.add(name, blocks)
    packer.close({"fact": 1})
    return sink.getvalue()


def in_parts(content: bytes, size: int) -> list[bytes]:
    return [content[at : at + size] for at in range(0, len(content), size)]


@given(ENTRIES, st.integers(1, 40))
def test_entries_come_back_as_they_were(entries, size):
    unpacker = packing.Unpacker(in_parts(packed(entries), size))
    came = {name: b"".join(blocks) for name, blocks in unpacker.entries()}
    assert came == {name: b"".join(blocks) for name, blocks in entries.items()}
    assert unpacker.manifest["fact"] == 1


def test_entries_that_are_not_read_are_checked_all_the_same():
    unpacker = packing.Unpacker([packed({"a": [b"words"], "b": [b"more"]})])
    assert [name for name, _ in unpacker.entries()] == ["a", "b"]


def test_stream_that_ends_too_early_is_found():
    with pytest.raises(BackupDamagedError, match="too early"):
        list(packing.Unpacker([packed({"a": [b"words"]})[:5]]).entries())


def test_entry_the_manifest_does_not_fit_is_found():
    sink = Sink()
    packer = packing.Packer(sink)
    packer.add("a", [b"words"])
    packer.entries["a"] = packing.Entry(5, "0" * 64)
    packer.close({})
    with pytest.raises(BackupDamagedError, match="list"):
        list(packing.Unpacker([sink.getvalue()]).entries())


@pytest.mark.parametrize("name", ["/etc/passwd", "files/../../x", "unpacked/x", "restore-is-open.json", ""])
def test_name_that_leads_out_of_the_folder_is_refused(name):
    with pytest.raises(BackupDamagedError):
        check_name(name)


def test_files_that_are_kept_are_those_of_the_deployment(tmp_path):
    kept = ["secret", "store/one/CURRENT", "imports/a/workbook", "definitions/metrics/x.yaml"]
    other = ["kith.sqlite3", "kith.sqlite3-wal", "kith.sqlite3.copy", "keeping.lock", "unpacked/files/secret",
             "store/one/CURRENT.0.part", "last-backup.json"]  # fmt: skip
    for name in kept + other:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "link").symlink_to("secret")
    assert [name for name, _ in kept_files(tmp_path, tmp_path / "kith.sqlite3")] == sorted(kept)
