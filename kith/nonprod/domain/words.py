"""The invented words of the demonstration."""

SERVICE, ORGANISATION = "Larkfield Health Trainers (demonstration)", "Larkfield Community Trust (demonstration)"
TEAMS = ("Larkfield East", "Larkfield West")
FIRST_NAMES = (
    "Aisha", "Alan", "Bernard", "Bushra", "Carol", "Chidi", "Dawn", "Derek", "Ewa", "Farida", "Gary", "Grace", "Hamza",
    "Irene", "Jolanta", "Kev", "Leanne", "Maureen", "Nadia", "Omar", "Pauline", "Rashid", "Sandra", "Tomasz", "Val",
    "Winston", "Yasmin", "Zoë",
)  # fmt: skip
SURNAMES = (
    "Abara", "Bairstow", "Choudhury", "Dobson", "Entwistle", "Farrow", "Gosling", "Hussain", "Ibbotson", "Jankowski",
    "Kamara", "Lister", "Mahmood", "Naylor", "O'Hara", "Pickles", "Qadir", "Rushworth", "Siddiqui", "Thwaite", "Uddin",
    "Varley", "Womersley", "Yeadon",
)  # fmt: skip
ETHNICITIES = ("A",) * 14 + ("J",) * 3 + ("N", "M", "H", "K", "C", "C", "B", "G", "Z", "99")
SOURCES = (
    ("Self",) * 6 + ("GP",) * 5 + ("Word of mouth", "Word of mouth", "NHS Health Check", "Probation", "Outreach event")
)
DECLINED = ("Out of area", "Could not reach", "Needs mental health team")
ISSUES = ("Diet",) * 5 + ("Exercise",) * 3 + ("Local issue",) * 3 + ("Smoking", "Alcohol", "Emotional wellbeing")
LOCAL_ISSUES = (
    "fuel bills", "damp flat", "debt letters", "lonely since bereavement", "looking for work", "learning English",
    "food bank voucher", "benefits form", "caring for mum",
)  # fmt: skip
PLACES = ("Citizens Advice", "Walking group", "Food bank", "Leisure centre", "Stop smoking service", "Library class")
NOTES = (
    "First proper conversation. No plan yet and that is fine.",
    "Food diary started. She likes the plate picture.",
    "Talked about sleep. Met at the library.",
    "Rang the housing office together, waiting for a call back.",
    "Reviewed goals. Walking three times most weeks.",
    "Set an if-then plan for the evenings. Confidence 7.",
    "Weight the same as last time, a little disappointed.",
    "Went through the letters one by one, two were already settled.",
    "Good session. Review next time.",
)
MISSED_NOTES = ("Did not attend. Left a message.", "Cancelled, childcare.", "Rang to rearrange.")
CHANGES = (
    (
        "family",
        "health behaviour",
        "gain",
        "The whole family eats together now, and her husband has lost weight.",
        "told",
        "her family",
    ),
    (
        "friend",
        "social connection",
        "gain",
        "She brought a neighbour to the walking group, who has signed up.",
        "saw",
        "her neighbour",
    ),
    ("client", "money", "gain", "The benefit came through and the rent is paid. Seen in the letter.", "letter", ""),
    (
        "colleague",
        "health behaviour",
        "gain",
        "The people he works with have started a lunchtime walk.",
        "told",
        "his workmates",
    ),
    ("client", "housing", "averted", "The eviction was stopped, the court gave six months.", "letter", ""),
    ("client", "mental wellbeing and confidence", "gain", "Went to the college open day on her own.", "told", ""),
    ("family", "caring and family", "harm", "They argue more at home since the new meals.", "told", "her husband"),
    (
        "community",
        "community capacity",
        "gain",
        "The chair exercise group she asked for runs without us now.",
        "saw",
        "",
    ),
    (
        "client",
        "health behaviour",
        "maintained",
        "Still off the drink over the holidays, the first time in years.",
        "told",
        "",
    ),
    ("client", "social connection", "harm", "Stopped going to the group after a row there.", "told", ""),
)
MEASURES = {
    "bmi": (24.0, 41.0, -1.2, 0.9, 1),
    "fruit_veg_portions": (0, 5, 1.4, 1.2, 0),
    "self_efficacy": (16, 34, 2.5, 3.0, 0),
    "life_satisfaction": (2, 8, 1.0, 1.3, 0),
}
"""Measure: lowest and highest start, usual change and its spread, decimals."""
