"""What a person may say of a sentence the reader proposes, and of a note in which it found nothing."""

ACCEPT, REJECT, NOT_SURE = "accept", "reject", "not_sure"
ANSWERS = (ACCEPT, REJECT, NOT_SURE)
MISSED_ANSWERS = ("yes", "no", "not_sure")
