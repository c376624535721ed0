"""Reads the tags of a PDF, as a screen reader would."""

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject


class Tag(NamedTuple):
    """One element of the tree: its kind, and the words said in its stead."""

    kind: str
    words: str


def tags_of(pdf: bytes) -> list[Tag]:
    """Every tag, in the order in which they are read."""
    with PdfReader(io.BytesIO(pdf)) as read:
        return list(_below(read.trailer["/Root"]["/StructTreeRoot"]))


def _below(node: Any) -> Iterator[Tag]:
    element = node.get_object()
    if isinstance(element, ArrayObject):
        for each in element:
            yield from _below(each)
    elif isinstance(element, DictionaryObject):
        if "/S" in element:
            yield Tag(str(element["/S"])[1:], str(element.get("/Alt", "")))
        if "/K" in element:
            yield from _below(element.raw_get("/K"))
