"""The texts an .xls workbook stores once and shows in many cells: how long each is."""

import struct

from kith.files.xls_records import CONTINUE, SHARED_TEXTS, records

_WIDE, _FOREIGN, _STYLED = 1, 4, 8


def text_lengths(book: bytes) -> list[int]:
    """The length of each shared text in characters, as far as they can be made out."""
    return _lengths(_pieces(book))


def _pieces(book: bytes) -> list[bytes]:
    found: list[bytes] = []
    for kind, begin, end in records(book):
        if kind == SHARED_TEXTS or (found and kind == CONTINUE):
            found.append(book[begin:end])
        elif found:
            break
    return found


def _lengths(pieces: list[bytes]) -> list[int]:
    lengths: list[int] = []
    carried = 0  # bytes of formatting that reach into the next piece
    unread = 0  # characters that go on in the next piece
    for number, piece in enumerate(pieces):
        place = 8 if number == 0 else 0
        if unread and piece:
            place, unread, carried = _characters(piece, 1, unread, carried, wide=bool(piece[0] & _WIDE))
        else:
            place, carried = place + carried, 0
        while not unread and place + 3 <= len(piece):
            count, flags = struct.unpack_from("<HB", piece, place)
            lengths.append(count)
            place, tail = place + 3, 0
            if flags & _STYLED and place + 2 <= len(piece):
                tail += 4 * struct.unpack_from("<H", piece, place)[0]
                place += 2
            if flags & _FOREIGN and place + 4 <= len(piece):
                tail += struct.unpack_from("<I", piece, place)[0]
                place += 4
            place, unread, carried = _characters(piece, place, count, tail, wide=bool(flags & _WIDE))
        carried = carried if unread else max(place - len(piece), 0)
    return lengths


def _characters(piece: bytes, place: int, count: int, tail: int, *, wide: bool) -> tuple[int, int, int]:
    """Passes over characters: where the next text begins, how many are left for the next piece, and their tail."""
    size = 2 if wide else 1
    here = min(count, max(len(piece) - place, 0) // size)
    if here < count:
        return len(piece), count - here, tail
    return place + here * size + tail, 0, 0
