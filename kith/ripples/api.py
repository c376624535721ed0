"""The front door of ripples.

`tellings_visible_to(viewer)` is a queryset with each telling's newest `state`; `telling_for(viewer, id)` is one with
its client, or raises `NotFoundError`. `tellings_like(viewer, telling)`
are others that may tell of the same change. `likely_names(account, known)` lists words that look like names of people.
`user_may_review(viewer, telling)` is false for the author of the note a telling was found in.

Actions, keyword-only and atomic: `tell` keeps a `ToldChange` as a draft; `accept`, `query`, `reject`, `withdraw` add a
state; `link_tellings` makes two tellings one change. They raise `NotAllowedError`, `NotPossibleError` (its kind
`NamesLeftError` when the words seem to name somebody), and `accept` raises `StaleError` when somebody else changed the
words first. The `*_WORDS` map kinds to what a trainer's screen says. `withdrawn_tellings(viewer)` and
`withdraw_again(viewer=, rows=)` carry withdrawals over a restore, as ids and moments, for the system alone.

`notes_reader()` is the `NotesReader` by the reviewed lists of cues; it raises `DefinitionWrongError` when one cannot be
used. Its `read(text)` is a `ReadNote`: `withheld` when the note holds words of abuse, self-harm or threat, and else the
`Proposal`s: where the sentence stands (characters of the text), through, beneficiary, domain, direction and the cue.
`version` names the lists. `score(reader, rows)` sets proposals against labelled notes: a `Score` by ("all", "") and by
each direction, beneficiary and through.
"""

from kith.ripples.actions.link_tellings import link_tellings
from kith.ripples.actions.review import accept, query, reject, withdraw
from kith.ripples.actions.tell import tell
from kith.ripples.actions.withdraw_again import withdraw_again, withdrawn_tellings
from kith.ripples.domain.cues.current import notes_reader
from kith.ripples.domain.cues.proposal import Proposal, ReadNote
from kith.ripples.domain.cues.reader import NotesReader
from kith.ripples.domain.cues.score import LABELS, Score, score
from kith.ripples.domain.grading import HOW_WORDS, TELLERS
from kith.ripples.domain.names import likely_names
from kith.ripples.domain.review import may_follow
from kith.ripples.domain.screen_words import (
    ABOUT_A_CLIENT,
    BENEFICIARY_WORDS,
    DIRECTION_WORDS,
    GRADE_WORDS,
    STATE_WORDS,
    TOPIC_WORDS,
)
from kith.ripples.domain.told import ToldChange
from kith.ripples.models import Telling
from kith.ripples.permissions import user_may_review, user_may_tell
from kith.ripples.policies import NamesLeftError
from kith.ripples.queries import telling_for, tellings_like, tellings_visible_to

__all__ = [
    "ABOUT_A_CLIENT", "BENEFICIARY_WORDS", "DIRECTION_WORDS", "GRADE_WORDS", "HOW_WORDS", "LABELS",
    "NamesLeftError", "NotesReader", "Proposal", "ReadNote", "STATE_WORDS", "Score", "TELLERS", "TOPIC_WORDS",
    "Telling", "ToldChange", "accept", "likely_names", "link_tellings", "may_follow", "notes_reader", "query",
    "reject", "score", "tell", "telling_for", "tellings_like", "tellings_visible_to", "user_may_review",
    "user_may_tell", "withdraw", "withdraw_again", "withdrawn_tellings",
]  # fmt: skip
