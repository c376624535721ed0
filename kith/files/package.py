"""The zip archive inside an .xlsx file: which part holds which sheet."""

import posixpath
from xml.etree import ElementTree

from kith.files.archive import Archive
from kith.files.recognise import damaged

_SMALL_PART = 4 * 1024 * 1024
_STYLES = 64 * 1024 * 1024
_ROOT = "_rels/.rels"


class Package(Archive):
    """An .xlsx archive."""

    @property
    def workbook_part(self) -> str:
        """Nearly always xl/workbook.xml; some servers number it."""
        links = self._links(_ROOT, "") if self.has(_ROOT) else {}
        found = [target for kind, target in links.values() if kind.endswith("/officeDocument")]
        return next((part for part in found if part.startswith("xl/") and part.endswith(".xml")), "xl/workbook.xml")

    @property
    def is_workbook(self) -> bool:
        """Whether the archive is a workbook at all."""
        return self.has(self.workbook_part)

    def sheet_parts(self) -> dict[str, str]:
        """The part that holds each sheet, by the sheet's name."""
        targets, found = self._targets(), {}
        for element in self._tree(self.workbook_part).iter():
            if element.tag.rpartition("}")[2] == "sheet":
                link = next((v for k, v in element.items() if k.rpartition("}")[2] == "id"), "")
                found[element.get("name", "")] = targets.get(link, ("", ""))[1]
        return found

    def hidden_sheets(self) -> set[str]:
        """The names of the sheets that Excel does not show."""
        sheets = (each for each in self._tree(self.workbook_part).iter() if each.tag.rpartition("}")[2] == "sheet")
        return {each.get("name", "") for each in sheets if each.get("state", "visible") != "visible"}

    def styles(self) -> list[ElementTree.Element]:
        """Every element of the part that says how cells are shown; none where there is no such part."""
        part = next((target for kind, target in self._targets().values() if kind.endswith("/styles")), "")
        return list(self._tree(part, at_most=_STYLES).iter()) if self.has(part) else []

    def _targets(self) -> dict[str, tuple[str, str]]:
        folder, _, name = self.workbook_part.rpartition("/")
        return self._links(f"{folder}/_rels/{name}.rels", folder)

    def _links(self, part: str, folder: str) -> dict[str, tuple[str, str]]:
        """The kind and target of each relation, by its id."""
        return {
            link.get("Id", ""): (link.get("Type", ""), _absolute(link.get("Target", ""), folder))
            for link in self._tree(part)
        }

    def _tree(self, part: str, *, at_most: int = _SMALL_PART) -> ElementTree.Element:
        if not self.has(part) or self.size(part) > at_most:
            raise damaged(self.name)
        text = self.content(part)
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise damaged(self.name)
        try:
            return ElementTree.fromstring(text)  # noqa: S314
        except ElementTree.ParseError as wrong:
            raise damaged(self.name) from wrong


def _absolute(target: str, folder: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
