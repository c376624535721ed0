"""Which sentences of a person were proposed before: the same words are read by people once."""

from collections.abc import Iterable

from kith.ripples.models import Proposal
from kith.ripples.queries.judgements import with_readers


class Known:
    """What is held of some sentences, by their keyed digests."""

    def __init__(self, keys: Iterable[str]) -> None:
        rows = with_readers(Proposal.objects.filter(sentence_key__in=set(keys)))
        kinds = (
            "telling__through", "telling__beneficiary", "telling__domain", "telling__direction", "sentence_key",
            "readers",
        )  # fmt: skip
        self.judged: set[str] = set()
        self.waiting: set[tuple[str, ...]] = set()
        for through, beneficiary, domain, direction, key, readers in rows.values_list(*kinds):
            self.waiting.add((key, through, beneficiary, domain, direction))
            if readers:
                self.judged.add(key)

    def is_new(self, key: str, kinds: tuple[str, str, str, str]) -> bool:
        """Whether nobody has judged the sentence, and it does not wait with these kinds; from now on it does."""
        if key in self.judged or (key, *kinds) in self.waiting:
            return False
        self.waiting.add((key, *kinds))
        return True
