"""A goal of a plan: what about, how much it matters, how sure the client is."""

from dataclasses import dataclass

SCALE = range(11)
ISSUES = ("Diet", "Exercise", "Smoking", "Alcohol", "Emotional wellbeing", "Local issue")
LOCAL_ISSUE = "Local issue"


@dataclass(frozen=True)
class GoalDetails:
    """Importance and confidence are 0 to 10, or None where they were not asked."""

    topic: str
    importance: int | None = None
    confidence: int | None = None
