"""An import profile that contradicts itself is refused before it reads anything."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kith.exchange.workbooks.domain.errors import ProfileWrongError
from kith.exchange.workbooks.domain.profile_wide import NUMBER
from kith.exchange.workbooks.domain.readings.labels import heading_key

if TYPE_CHECKING:
    from kith.exchange.workbooks.domain.profile import Profile, SheetProfile


def check_profile(profile: "Profile") -> None:
    """Raises ProfileWrongError with the first contradiction."""
    for check in (_check_order, _check_fields, _check_headings, _check_parts):
        check(profile)


def _check_order(profile: "Profile") -> None:
    """A sheet may refer only to sheets listed before it: records are taken in that order."""
    before: set[str] = set()
    for sheet in profile.sheets:
        for column in sheet.columns:
            if column.type == "reference" and column.options["to"] not in before:
                raise ProfileWrongError(
                    f"The import profile {profile.name} lets the sheet {sheet.names[0]} refer to a "
                    f"{column.options['to']}, which no sheet before it describes. List that sheet first."
                )
        before.add(sheet.kind)


def _check_fields(profile: "Profile") -> None:
    for sheet in profile.sheets:
        fields = {column.field for column in sheet.columns}
        for wanted in [*sheet.key, *(rule.by for rule in sheet.ranges), *(rule.text_field for rule in sheet.notes)]:
            if wanted not in fields:
                raise ProfileWrongError(
                    f"The import profile {profile.name} names the field {wanted} on the sheet {sheet.names[0]}, "
                    "but no column there feeds it."
                )


def _check_headings(profile: "Profile") -> None:
    for sheet in profile.sheets:
        feeds: dict[str, str] = {}
        for column in sheet.columns:
            for heading in column.headings:
                first = feeds.setdefault(heading_key(heading), column.field)
                if first != column.field:
                    raise ProfileWrongError(
                        f"The heading {heading} of the sheet {sheet.names[0]} cannot stand for two things: "
                        f"{first} and {column.field}. Rename one of the columns in the file, or choose one."
                    )


def _check_parts(profile: "Profile") -> None:
    kinds: set[str] = set()
    heights: dict[tuple[str, ...], int] = {}
    for sheet in profile.sheets:
        called = f"The import profile {profile.name}, {sheet.names[0]}, {sheet.part or sheet.kind}"
        if sheet.kind in kinds:
            raise ProfileWrongError(f"{called}: a {sheet.kind} is described twice. Put the groups of columns together.")
        kinds.add(sheet.kind)
        if heights.setdefault(sheet.names, sheet.heading_rows) != sheet.heading_rows:
            raise ProfileWrongError(f"{called}: its sheet has another number of rows of headings in another part.")
        for fault in _faults_of_part(sheet):
            raise ProfileWrongError(f"{called}: {fault}")


def _faults_of_part(sheet: "SheetProfile") -> Iterator[str]:
    fields = {column.field for column in sheet.columns}
    given = {column.options["given"] for column in sheet.columns if "given" in column.options}
    fed = {field for group in sheet.groups for field in (*group.headings, *group.fixed)}
    for column in sheet.columns:
        if not (column.headings or column.type == "composed" or "value" in column.options or column.field in fed):
            yield f"no heading feeds the field {column.field}."
        for part in column.options.get("of", ()):
            if part not in {*fields, *given, "n"}:
                yield f"the field {column.field} is composed of {part}, which no column feeds."
    named = [*fed, *(field for group in sheet.groups for field in group.found_by)]
    for field in [*named, *(sheet.split.fields if sheet.split else ())]:
        if field not in fields:
            yield f"a group names the field {field}, which is none of its columns."
    for group in sheet.groups:
        with_number = {NUMBER in heading for several in group.headings.values() for heading in several}
        if len(with_number) > 1:
            yield f"a group has headings with {NUMBER} and without it. Give each a group of its own."
