"""Takes the answers to 'may your words be used?' that a file holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from kith.bulk.api import insert
from kith.people.models import Consent

PURPOSE, SOURCE = "evaluation", "import"


@dataclass(slots=True)
class ConsentMerge:
    """New answers, and clients whose answer in Kith stays although the file says otherwise."""

    rows: list[tuple[UUID, str, str, str, str]] = field(default_factory=list)
    kept: list[UUID] = field(default_factory=list)

    def write(self) -> None:
        """Within the caller's transaction."""
        insert(Consent, ("client_id", "purpose", "answer", "recorded_by", "source"), self.rows)


def prepare_consents(service_id: UUID, answers: Mapping[UUID, bool], recorded_by: str) -> ConsentMerge:
    """Compare answers by client with the newest held. What a client said in Kith is never overruled by a file."""
    newest = _newest(service_id)
    merge = ConsentMerge()
    for client_id, answer in answers.items():
        word = "yes" if answer else "no"
        held, source = newest.get(client_id, ("", SOURCE))
        if held == word:
            continue
        if source == SOURCE:
            merge.rows.append((client_id, PURPOSE, word, recorded_by, SOURCE))
        else:
            merge.kept.append(client_id)
    return merge


def _newest(service_id: UUID) -> dict[UUID, tuple[str, str]]:
    rows = Consent.objects.filter(client__service_id=service_id, purpose=PURPOSE).order_by("recorded_at", "id")
    return {client: (answer, source) for client, answer, source in rows.values_list("client_id", "answer", "source")}
