"""What people said of proposed sentences."""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from kith.access.api import Viewer
from kith.kernel.errors import NotPossibleError
from kith.ripples.domain.judging import NOT_SURE
from kith.ripples.models import Judgement, Proposal, Telling

KINDS = ("through", "beneficiary", "domain", "direction")
STANDING = Q(judgements__undone_at__isnull=True)


def standing(**given: Any) -> QuerySet[Judgement]:
    """Judgements nobody took back."""
    return Judgement.objects.filter(undone_at__isnull=True, **given)


def with_readers(proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """Proposals with how many people have judged each, as `readers`."""
    return proposals.annotate(readers=Count("judgements", filter=STANDING))


def awaiting_second() -> QuerySet[Proposal]:
    """Proposals of the one in ten that one person has judged and a second has not."""
    return with_readers(Proposal.objects.filter(read_twice=True)).filter(Q(readers=1))


def judged_by(viewer: Viewer) -> Exists:
    """Whether the viewer has judged a proposal."""
    return Exists(standing(proposal=OuterRef("pk"), by_id=viewer.actor.id))


def kinds_of(telling: Telling) -> dict[str, str]:
    """Who for, what about and which way, as they stand now."""
    return {name: getattr(telling, name) for name in KINDS}


def kinds_as_proposed(proposal: Proposal) -> dict[str, str]:
    """The same as the reader had them: a second person must not learn how the first one set them right."""
    kinds = kinds_of(proposal.telling)
    if proposal.telling.version > 1:
        for before in standing(proposal=proposal).values_list("before", flat=True):
            kinds |= before
    return kinds


def with_answers(proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """Proposals with the first and the second person's answer, as `first_answer` and `second_answer`."""
    answers = standing(proposal=OuterRef("pk")).order_by("at", "id").values("answer")
    return proposals.annotate(first_answer=Subquery(answers[:1]), second_answer=Subquery(answers[1:2]))


def decisive() -> Subquery:
    """The first answer to a proposal that decides, empty where nobody's does."""
    decided = standing(proposal=OuterRef("pk")).exclude(answer=NOT_SURE).order_by("at", "id")
    return Subquery(decided.values("answer")[:1])


def last_judgement(viewer: Viewer) -> Judgement:
    """The viewer's newest judgement that stands. Raises NotPossibleError where there is none."""
    found = standing(by_id=viewer.actor.id).order_by("-at", "-id").first()
    if found is None:
        raise NotPossibleError("There is no answer of yours to take back.")
    return found
