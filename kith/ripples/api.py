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
`version` names the lists. `score(reader, rows)` sets proposals against labelled notes: a `Score` by ("all", ""), by one
field ("direction alone", ""), and by each direction, beneficiary and through.

`propose_ripples(viewer=, service_id=, progress=)` reads what is new or corrected among the notes of people who said yes
and keeps each hit as a proposed telling, without its words; it returns a `Reading`, and may be killed and run again.
`read_notes_soon(service_id)` has the worker for jobs do so, `read_notes_regularly()` every hour.
`forget_notes_of(viewer=, client=)` forgets what was found in the notes of somebody who no longer says yes, and
`forget_withdrawn(viewer=, service_id=)` of everybody of a service; `note_corrected(viewer=, session=)` takes back what
a note no longer says, or all of it where it was restricted. `found_now(service_id)` and `notes_otherwise(service_id,
counted_at)` are joined when figures are counted: what may be used at this moment.
`to_judge(viewer)` is the queue of `FoundSentence`s, `progress_of(viewer)` how far the random ones are read;
`look_at_next_sentence(viewer=)` gives the first of them that still stands in its note, `look_at_sentence(viewer=,
proposal=)` a certain one (`judgeable_for(viewer, id)`), and both write down that it was seen. `kinds_as_proposed` are
who for, what about and which way as the reader had them: what a first person set right is kept from a second one.
`judge(viewer=, proposal_id=, answer=, correction=)` takes an answer, `undo_last_judgement(viewer=)` takes the newest
back. `notes_to_judge(viewer)`, `look_at_next_note`, `judge_note` and `undo_last_note_judgement` do the same for random
notes without a find.
`draw(viewer=, service_id=, period=)` draws both, once for a period; `next_period(service_id)` is the next one, or None.
`draw_next(viewer=, service_id=, shown=)` draws from the next one as `to_draw(viewer, service_id)` showed it: a `ToDraw`
with how much it is of. `samples_visible_to(viewer)` are those drawn in services the viewer manages, with what stands of
each; at most `SENTENCES_DRAWN` and `NOTES_DRAWN` are drawn from a period.
"""

from kith.ripples.actions.judge import judge, undo_last_judgement
from kith.ripples.actions.judge_note import judge_note, undo_last_note_judgement
from kith.ripples.actions.link_tellings import link_tellings
from kith.ripples.actions.look import (
    ShownNote,
    ShownSentence,
    look_at_next_note,
    look_at_next_sentence,
    look_at_sentence,
)
from kith.ripples.actions.notes.corrected import note_corrected
from kith.ripples.actions.notes.forget import forget_notes_of, forget_withdrawn
from kith.ripples.actions.notes.propose import Reading, propose_ripples
from kith.ripples.actions.notes.unasked import read_notes_regularly, read_notes_soon
from kith.ripples.actions.review import accept, query, reject, withdraw
from kith.ripples.actions.sample import draw, draw_next
from kith.ripples.actions.tell import tell
from kith.ripples.actions.withdraw_again import withdraw_again, withdrawn_tellings
from kith.ripples.domain.correction import Correction
from kith.ripples.domain.cues.current import notes_reader
from kith.ripples.domain.cues.proposal import Proposal, ReadNote
from kith.ripples.domain.cues.reader import NotesReader
from kith.ripples.domain.cues.score import LABELS, Score, score
from kith.ripples.domain.drawing import NOTES as NOTES_DRAWN
from kith.ripples.domain.drawing import SENTENCES as SENTENCES_DRAWN
from kith.ripples.domain.grading import HOW_WORDS, TELLERS
from kith.ripples.domain.judging import ANSWERS, MISSED_ANSWERS
from kith.ripples.domain.names import likely_names
from kith.ripples.domain.notes import InContext
from kith.ripples.domain.review import may_follow
from kith.ripples.domain.screen_words import (
    ABOUT_A_CLIENT,
    BENEFICIARY_WORDS,
    CIRCLE_WORDS,
    DIRECTION_WORDS,
    GRADE_WORDS,
    STATE_WORDS,
    TOPIC_WORDS,
)
from kith.ripples.domain.told import ToldChange
from kith.ripples.models import NoteRead, Sample, Telling
from kith.ripples.models import Proposal as FoundSentence
from kith.ripples.permissions import user_may_draw, user_may_judge, user_may_review, user_may_tell
from kith.ripples.policies import NamesLeftError
from kith.ripples.queries.in_use import found_now, notes_otherwise
from kith.ripples.queries.judgements import kinds_as_proposed, last_judgement
from kith.ripples.queries.notes import note_for, notes_drawn, notes_to_judge
from kith.ripples.queries.review import (
    Progress,
    judgeable_by,
    judgeable_for,
    progress_of,
    proposal_for,
    proposals_visible_to,
    to_judge,
)
from kith.ripples.queries.samples import ToDraw, next_period, samples_of, samples_visible_to, to_draw
from kith.ripples.queries.tellings import (
    found_in_a_note,
    settled_tellings,
    telling_for,
    tellings_like,
    tellings_visible_to,
)

__all__ = [
    "ABOUT_A_CLIENT", "ANSWERS", "BENEFICIARY_WORDS", "CIRCLE_WORDS", "Correction", "DIRECTION_WORDS", "FoundSentence",
    "GRADE_WORDS", "HOW_WORDS", "InContext", "LABELS", "MISSED_ANSWERS", "NOTES_DRAWN", "NamesLeftError", "NoteRead",
    "NotesReader", "Progress", "Proposal", "ReadNote", "Reading", "SENTENCES_DRAWN", "STATE_WORDS", "Sample", "Score",
    "ShownNote", "ShownSentence", "TELLERS", "TOPIC_WORDS", "Telling", "ToDraw", "ToldChange", "accept", "draw",
    "draw_next", "forget_notes_of", "forget_withdrawn", "found_in_a_note", "found_now", "judge", "judge_note",
    "judgeable_by", "judgeable_for", "kinds_as_proposed", "last_judgement", "likely_names", "link_tellings",
    "look_at_next_note", "look_at_next_sentence", "look_at_sentence", "may_follow", "next_period", "note_corrected",
    "note_for", "notes_drawn", "notes_otherwise", "notes_reader", "notes_to_judge", "progress_of", "proposal_for",
    "proposals_visible_to", "propose_ripples", "query", "read_notes_regularly", "read_notes_soon", "reject",
    "samples_of", "samples_visible_to", "score", "settled_tellings", "tell", "telling_for", "tellings_like",
    "tellings_visible_to", "to_draw", "to_judge", "undo_last_judgement", "undo_last_note_judgement", "user_may_draw",
    "user_may_judge", "user_may_review", "user_may_tell", "withdraw", "withdraw_again", "withdrawn_tellings",
]  # fmt: skip
