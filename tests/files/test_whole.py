"""A file is written whole or not at all."""

import pytest

from kith.files.api import write_whole


def test_written_file_is_whole_and_for_its_writer_only(tmp_path):
    path = tmp_path / "account.json"
    write_whole(path, b"first")
    write_whole(path, "naïve £".encode())
    assert path.read_bytes() == "naïve £".encode()
    assert path.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [path]


def test_file_that_cannot_be_put_in_place_leaves_nothing_beside(tmp_path):
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        write_whole(tmp_path / "taken", b"words")
    assert [each.name for each in tmp_path.iterdir()] == ["taken"]
