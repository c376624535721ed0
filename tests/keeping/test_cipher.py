"""An encrypted backup comes back as it was, or not at all."""

import io
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.keeping.domain import cipher
from kith.keeping.domain.errors import BackupDamagedError, KeyFileError
from kith.keeping.domain.keys import key_in, new_key_text

KEY, OTHER = bytes(range(32)), bytes(32)
SMALL = 16
SEALED = SMALL + cipher.TAG_BYTES


@pytest.fixture(autouse=True, scope="module")
def _small_pieces():
    usual, cipher.PIECE = cipher.PIECE, SMALL
    yield
    cipher.PIECE = usual


def sealed(*parts: bytes, key: bytes = KEY) -> bytes:
    file = io.BytesIO()
    sealer = cipher.Sealer(file, key)
    for part in parts:
        sealer.write(part)
    sealer.close()
    return file.getvalue()


def opened(content: bytes, key: bytes = KEY) -> bytes:
    return b"".join(cipher.opened(io.BytesIO(content), key))


@given(st.lists(st.binary(max_size=50), max_size=6))
def test_stream_comes_back_as_it_was(parts):
    assert opened(sealed(*parts)) == b"".join(parts)


@given(st.binary(max_size=60), st.data())
def test_byte_changed_anywhere_is_found(content, data):
    whole = bytearray(sealed(content))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises((BackupDamagedError, KeyFileError)):
        opened(bytes(whole))


@given(st.binary(max_size=60), st.data())
def test_file_cut_short_anywhere_is_found(content, data):
    whole = sealed(content)
    with pytest.raises(BackupDamagedError):
        opened(whole[: data.draw(st.integers(0, len(whole) - 1))])


def pieces_of(whole: bytes) -> tuple[bytes, list[bytes]]:
    header, rest = whole[: cipher.HEADER_BYTES], whole[cipher.HEADER_BYTES :]
    return header, [rest[at : at + SEALED] for at in range(0, len(rest), SEALED)]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda p: [p[1], p[0], *p[2:]],
        lambda p: [*p[:1], *p[2:]],
        lambda p: [p[0], p[0], *p[1:]],
        lambda p: p[:-1],
        lambda p: [*p, p[-1]],
    ],
    ids=["moved", "left out", "twice", "last left out", "last twice"],
)
def test_pieces_out_of_their_place_are_found(wrong):
    header, pieces = pieces_of(sealed(os.urandom(5 * SMALL)))
    with pytest.raises(BackupDamagedError):
        opened(header + b"".join(wrong(pieces)))


def test_piece_of_another_backup_under_the_same_key_is_found():
    content = os.urandom(3 * SMALL)
    (header, one), (_, other) = pieces_of(sealed(content)), pieces_of(sealed(content))
    with pytest.raises(BackupDamagedError):
        opened(header + b"".join([one[0], other[1], *one[2:]]))


def test_another_key_is_named_as_that():
    with pytest.raises(KeyFileError, match="another key file"):
        opened(sealed(b"words"), key=OTHER)


def test_two_backups_of_the_same_differ_from_end_to_end():
    one, other = sealed(b"the same words"), sealed(b"the same words")
    assert one[cipher.HEADER_BYTES :] != other[cipher.HEADER_BYTES :]


def test_file_that_is_no_backup_is_named_as_that():
    with pytest.raises(BackupDamagedError, match="not a backup"):
        opened(b"PK\x03\x04 a zip")


def test_new_keys_can_be_read_and_differ():
    assert len({key_in(new_key_text(), "key") for _ in range(3)}) == 3


@pytest.mark.parametrize(
    "text", ["", "kith-backup-key:", "kith-backup-key:00ff", "00" * 32, "kith-backup-key:" + "g" * 64]
)
def test_file_that_is_no_key_is_refused(text):
    with pytest.raises(KeyFileError, match="not a key file"):
        key_in(text, "this")
