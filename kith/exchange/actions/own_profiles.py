"""A service describes a kind of file by looking at one: begin, say which sheet and column hold what, make it ready."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from kith.access.api import Viewer, service_for
from kith.audit.api import Deed, record
from kith.exchange.actions import staging
from kith.exchange.actions.take_workbook import GivenFile
from kith.exchange.models import OwnProfile
from kith.exchange.permissions import check_user_may_import
from kith.exchange.policies import check_can_make_ready
from kith.exchange.queries import own_profile_for
from kith.exchange.workbooks.domain.looking import likely_choice, likely_sheet
from kith.exchange.workbooks.domain.own_profile import Choices, lacking
from kith.files.api import Sheet, read_sheets
from kith.kernel import definitions
from kith.kernel.days import now
from kith.kernel.ids import new_id

BASE = "health-trainer-export"
Change = Callable[[OwnProfile, Choices], None]


@dataclass(frozen=True)
class LookedAt:
    """A file to look at: its name and content."""

    name: str
    content: bytes


def begin_own_profile(*, viewer: Viewer, service_id: UUID, file: LookedAt) -> UUID:
    """Keep a file to look at, with what its headings seem to hold; returns the id of the kind of file."""
    service = service_for(viewer, service_id)
    check_user_may_import(viewer, service.id)
    sheets = read_sheets(file.content, name=file.name)
    profile_id = new_id()
    staging.keep(profile_id, "workbook", file.content)
    with transaction.atomic():
        OwnProfile.objects.create(
            id=profile_id,
            service=service,
            title=file.name.rsplit(".", 1)[0][:100],
            based_on=BASE,
            choices=_likely(sheets).kept(),
            file_name=file.name[:255],
            by_id=viewer.actor.id,
            by_name=viewer.actor.name,
        )
        record(actor=viewer.actor, deed=Deed("began", "own_profile", [profile_id], service_id=service.id))
    return profile_id


def choose_sheets(*, viewer: Viewer, profile_id: UUID, title: str, sheets: Mapping[str, str]) -> None:
    """Say what the kind of file is called and which sheet holds which records; a new sheet's headings are guessed."""
    there = {each.name: each for each in sheets_looked_at(profile_id)}
    base = {each["kind"]: each for each in definitions.load("imports", BASE)["sheets"]}

    def change(profile: OwnProfile, choices: Choices) -> None:
        profile.title = title
        before, choices.sheets = choices.sheets, {}
        for kind, name in sheets.items():
            same = kind in before and before[kind].sheet == name
            choices.sheets[kind] = before[kind] if same else likely_choice(base[kind], there[name])

    _change(viewer, profile_id, ["title", "sheets"], change)


def choose_columns(
    *, viewer: Viewer, profile_id: UUID, kind: str, headings: Mapping[str, str], spellings: Mapping[str, dict[str, str]]
) -> None:
    """Say which heading holds which field of one kind of record, and what spellings stand for."""

    def change(_: OwnProfile, choices: Choices) -> None:
        choice = choices.sheets[kind]
        choice.headings = dict(headings)
        known = {field: {**choice.spellings.get(field, {}), **spellings.get(field, {})} for field in headings}
        choice.spellings = {field: each for field, each in known.items() if each}

    _change(viewer, profile_id, ["columns"], change)


def make_ready(*, viewer: Viewer, profile_id: UUID) -> GivenFile:
    """Files of this kind can be brought in from now on; gives the file that was looked at, to be checked by it."""
    with transaction.atomic():
        profile = own_profile_for(viewer, profile_id, lock=True)
        check_user_may_import(viewer, profile.service_id)
        check_can_make_ready(lacking(definitions.load("imports", profile.based_on), Choices.of(profile.choices)))
        OwnProfile.objects.filter(id=profile_id).update(state="ready", version=profile.version + 1, changed_at=now())
        deed = Deed("made ready", "own_profile", [profile_id], service_id=profile.service_id)
        record(actor=viewer.actor, deed=deed)
    return GivenFile(profile.file_name, staging.kept(profile_id, "workbook"), str(profile_id))


def sheets_looked_at(profile_id: UUID) -> list[Sheet]:
    """The sheets of the file that is looked at. Raises NotFoundError once it was forgotten."""
    return read_sheets(staging.kept(profile_id, "workbook"), name="The file")


@transaction.atomic
def _change(viewer: Viewer, profile_id: UUID, fields: list[str], change: Change) -> None:
    profile = own_profile_for(viewer, profile_id, lock=True)
    check_user_may_import(viewer, profile.service_id)
    choices = Choices.of(profile.choices)
    change(profile, choices)
    profile.choices, profile.state, profile.changed_at = choices.kept(), "draft", now()
    profile.save(update_fields=["title", "choices", "state", "changed_at"])
    deed = Deed("changed", "own_profile", [profile_id], service_id=profile.service_id, fields=fields)
    record(actor=viewer.actor, deed=deed)


def _likely(sheets: list[Sheet]) -> Choices:
    choices, there = Choices(), {each.name: each for each in sheets}
    for base in definitions.load("imports", BASE)["sheets"]:
        if name := likely_sheet(base, sheets):
            choices.sheets[base["kind"]] = likely_choice(base, there[name])
    return choices
