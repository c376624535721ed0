"""What the kinds of change are called on a trainer's screen."""

BENEFICIARY_WORDS = {
    "client": "The client",
    "family": "Their family or household",
    "friend": "A friend or neighbour",
    "colleague": "Somebody they work with",
    "community": "Their community",
    "service": "Another service, or how services work",
    "worker": "The worker",
}
ABOUT_A_CLIENT = tuple(name for name in BENEFICIARY_WORDS if name != "worker")
CIRCLE_WORDS = {
    "client": "The client and those around them",
    "worker": "The worker and those around the worker",
}
TOPIC_WORDS = {
    "health behaviour": "Food, activity, smoking, drinking",
    "mental wellbeing and confidence": "Mood, wellbeing and confidence",
    "social connection": "Seeing people, feeling less alone",
    "money": "Money, debt, benefits",
    "housing": "Housing",
    "food and fuel": "Enough food, a warm home",
    "work, learning, volunteering": "Work, learning, volunteering",
    "access to care": "Getting to a GP, dentist or other care",
    "safety": "Safety",
    "caring and family": "Caring and family",
    "justice": "Probation, courts, police",
    "skills and qualifications": "Skills and qualifications",
    "language and settling in": "Language and settling in",
    "getting online": "Getting online",
    "community capacity": "What a community can do for itself",
    "service or system change": "How services work",
}
DIRECTION_WORDS = {
    "gain": "Better",
    "maintained": "Held steady",
    "averted": "Stopped getting worse",
    "none": "No change",
    "harm": "Worse",
}
STATE_WORDS = {
    "draft": "to be checked",
    "proposed": "found in a note, to be checked",
    "accepted": "accepted",
    "queried": "sent back with a question",
    "rejected": "not accepted",
    "withdrawn": "withdrawn",
}
GRADE_WORDS = {
    "S": "they told us, about themselves",
    "T": "somebody told us, about somebody else",
    "O": "we saw it",
    "M": "we measured it",
    "D": "we have seen the letter",
    "not_stated": "not stated",
}
