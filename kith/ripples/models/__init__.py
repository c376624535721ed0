"""Tellings of change and their states; notes read, what was proposed from them, and what people said of it."""

from kith.ripples.models.judgement import Judgement
from kith.ripples.models.note_judgement import NoteJudgement
from kith.ripples.models.note_read import NoteRead
from kith.ripples.models.proposal import Proposal
from kith.ripples.models.sample import Sample
from kith.ripples.models.telling import Telling, TellingState

__all__ = ["Judgement", "NoteJudgement", "NoteRead", "Proposal", "Sample", "Telling", "TellingState"]
