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
TOLD_IN_PASSING = (
    "Her sister has got a job at the school.",
    "Her neighbour comes to the walking group with her now.",
    "Mum has given up smoking since they did it together.",
    "Her husband is back on the drink and they are not speaking.",
    "Son has gone back to college after she sat with him over the forms.",
    "She has lost her cleaning job.",
    "Award letter came, PIP at the enhanced rate.",
    "Damp in the back bedroom has been treated.",
    "Her friend Sandra has registered with a dentist.",
    "The ladies at work have started a lunchtime walk because of her.",
    "Residents have got a lunch club going in the community room.",
    "Evicted on Friday, staying with her sister.",
    "Bailiffs called off, payment plan agreed.",
    "Rent put up and she has fallen behind.",
    "He has joined the choir at the church and goes every week.",
    "Still off the drink over the holidays.",
    "My colleague has stopped smoking since my display went up.",
    "Her brother has opened his first bank account.",
    "Daughter has stopped eating at school since the diet talk at home.",
    "The surgery now texts people in Urdu because she asked.",
    "Her dad went for his bowel check after she told him about hers.",
    "Got online at the library and sends her own emails now.",
    "Tag off Monday and not been in trouble since.",
    "Partner was about to lose his licence but passed the course.",
    "Her niece Farida has started the English class.",
    "Neighbour has had a smoke alarm fitted after she told her about the fire service.",
    "Won the tribunal, back pay of four thousand.",
    "Arrears gone up again, the housing officer rang.",
    "Her mother in law says the kids are calmer at tea time.",
    "She wants her sister to come along next time.",
    "Her neighbour would like to join the group.",
    "Might get the job at the school.",
    "If the award comes she will pay the rent.",
)
TOLD_IN_TRUST = (
    "Her partner hit her at the weekend, she is with her mum.",
    "She said she does not want to be here any more.",
    "Her ex sends threats, police told.",
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
