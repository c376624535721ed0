"""How do you know? The worker answers, the software sets the grade."""

HOW_WORDS = {
    "told": "They told me",
    "saw": "I saw it",
    "measured": "We measured it",
    "letter": "I have seen the letter",
}
TELLERS = {
    "client": "The client",
    "themselves": "The person it happened to",
    "somebody_else": "Somebody else",
}
_GRADES = {"saw": "O", "measured": "M", "letter": "D"}


def grade_of(how: str, beneficiary: str, told_by: str = "client") -> str:
    """S if it happened to the teller, T if said of somebody else; O seen, M measured, D a letter; else not stated."""
    if how != "told":
        return _GRADES.get(how, "not_stated")
    happened_to_the_teller = told_by == "themselves" or (told_by, beneficiary) == ("client", "client")
    return "S" if happened_to_the_teller else "T"
