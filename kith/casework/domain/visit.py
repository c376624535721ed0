"""A visit, call or message, as a worker tells it."""

import datetime as dt
from dataclasses import dataclass

MODES = {
    "face_to_face": "Face to face",
    "phone": "Phone",
    "video": "Video",
    "text": "Text message",
    "other": "Another way",
}
ANYTHING_ELSE = {
    "something": "Yes, something else changed",
    "nothing": "I asked, and nothing else changed",
    "not_asked": "I did not ask",
}
MOST_MINUTES = 24 * 60


@dataclass(frozen=True)
class Visit:
    """What took place on a day; `attended` is None where nobody wrote it down."""

    held_on: dt.date
    minutes: int | None = None
    mode: str = "face_to_face"
    attended: bool | None = True
    note: str = ""
    note_restricted: bool = False
    anything_else: str = "not_asked"
    next_step: str = ""

    def fields(self) -> dict[str, object]:
        """The record's fields, tidied."""
        return vars(self) | {"note": self.note.strip(), "next_step": self.next_step.strip()}
