"""Makes proposed tellings of what a note may tell of: kinds, span and cue, and none of its words."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from kith.access.api import Viewer
from kith.audit.api import Deed
from kith.casework.api import Session
from kith.ripples.domain.cues.proposal import Proposal as Hit
from kith.ripples.domain.digests import Digests
from kith.ripples.models import NoteRead, Proposal, Telling, TellingState


class Maker:
    """Collects proposals and writes them together."""

    def __init__(self, viewer: Viewer, service_id: UUID, digests: Digests) -> None:
        self.viewer, self.service_id, self.digests = viewer, service_id, digests
        self.tellings: list[Telling] = []
        self.proposals: list[Proposal] = []

    def make(self, note: NoteRead, session: Session, hit: Hit, key: str) -> None:
        """One proposal of one note. Its author is whoever held the visit, or else wrote it down, or else the reader."""
        telling = Telling(
            service_id=self.service_id, client_id=session.client_id, through=hit.through, beneficiary=hit.beneficiary,
            domain=hit.domain, direction=hit.direction, account="", told_on=session.held_on,
            source_room=note.source_room, source_id=session.id, author_id=self._author(session),
        )  # fmt: skip
        self.tellings.append(telling)
        self.proposals.append(
            Proposal(
                telling=telling, note=note, start=hit.start, end=hit.end, cue=hit.cue[:200], sentence_key=key,
                read_twice=self.digests.is_read_twice(key),
            )
        )  # fmt: skip

    def _author(self, session: Session) -> UUID:
        held_by = session.worker.membership.user_id if session.worker else None
        return held_by or session.written_by_id or self.viewer.actor.id

    def write(self) -> int:
        """Within the caller's transaction; returns how many."""
        actor = self.viewer.actor
        Telling.objects.bulk_create(self.tellings)
        TellingState.objects.bulk_create(
            TellingState(telling=each, state="proposed", by_id=actor.id, by_name=actor.name) for each in self.tellings
        )
        Proposal.objects.bulk_create(self.proposals)
        return len(self.tellings)

    def deeds(self) -> Sequence[Deed]:
        """An audit row for each client something was proposed about."""
        by_client: dict[UUID, list[UUID]] = defaultdict(list)
        for each in self.tellings:
            by_client[each.client_id].append(each.id)  # type: ignore[index]
        return [Deed("proposed", "telling", ids, (), client, self.service_id) for client, ids in by_client.items()]
