"""What a ripple may be: through whom, for whom, about what, which way, and how it is known."""

THROUGH = ("client", "worker")
BENEFICIARIES = ("client", "worker", "family", "friend", "colleague", "community", "service")
DOMAINS = (
    "health behaviour",
    "mental wellbeing and confidence",
    "social connection",
    "money",
    "housing",
    "food and fuel",
    "work, learning, volunteering",
    "access to care",
    "safety",
    "caring and family",
    "justice",
    "skills and qualifications",
    "language and settling in",
    "getting online",
    "community capacity",
    "service or system change",
)
DIRECTIONS = ("gain", "maintained", "averted", "none", "harm")
GRADES = ("S", "T", "O", "M", "D", "not_stated")
STATES = ("draft", "proposed", "accepted", "queried", "rejected", "withdrawn")
