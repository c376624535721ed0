"""The words of a made workbook: headings, labels, invented names."""

HEADINGS: dict[str, tuple[str, ...]] = {
    "Staff": ("Staff ID", "Name", "Status", "Start date", "Home LSOA", "C&G 7562 achieved", "Left"),
    "Clients": (
        "Client ID", "First name", "Surname", "DOB", "Sex", "Ethnicity", "NHS no", "Postcode", "LSOA",
        "GP registered", "Consent to evaluation", "First contact", "Health trainer",
    ),
    "Referrals": ("Referral ID", "Client ID", "Source", "Date received", "Outcome", "Reason declined"),
    "PHPs": (
        "PHP ID", "Client ID", "Primary issue", "Local issue (text)", "Date set", "Importance", "Confidence",
        "Outcome", "Date signed off",
    ),
    "Sessions": ("Session ID", "Client ID", "Health trainer", "Date", "Minutes", "Type", "Attended", "Notes"),
    "Measures": ("Client ID", "Measure", "Stage", "Date", "Value"),
    "Signposting": ("Client ID", "Date", "To", "Taken up"),
}  # fmt: skip

FIRST_NAMES = (
    "Alma", "Benita", "Cai", "Dilys", "Eryk", "Fenella", "Gethin", "Halima", "Idris", "Joyce", "Kaz", "Leena",
    "Maeve", "Nasra", "Osian", "Prakash", "Rhona", "Siân", "Tariq", "Una", "Vikram", "Wren", "Yetunde", "Zoë",
)  # fmt: skip
SURNAMES = (
    "Ashworth", "Bibi", "Coker", "D'Souza", "Eze", "Fairhurst", "Gill", "Haque", "Iqbal", "Jarvis", "Kaur", "Lund",
    "Mensah", "Nowicki", "O'Dowd", "Pryce", "Qureshi", "Rashid", "Sutcliffe", "Tomlin", "Usman", "Vance", "Wick",
)  # fmt: skip
STATUSES = ("Qualified", "Senior", "Qualified", "Trainee", "Qualified", "Champion", "Qualified")
SEXES = ("F", "F", "F", "Female", "M", "M", "male", "Not known", "")
ETHNICITIES = (
    *["White British"] * 14, "Asian - Pakistani", "White other", "Black African", "Asian - Indian",
    "Black - Caribbean", "Bangladeshi", "White - Irish", "Not stated", "Mixed",
)  # fmt: skip
REGISTERED = ("Y", "Y", "Y", "Y", "Yes", "Yes", "N", "no", "")
CONSENTS = ("Y", "Y", "Y", "Y", "Y", "N", "")
SOURCES = ("Self", "Self", "GP", "GP", "NHS Health Check", "Word of mouth", "Practice nurse", "Probation", "Other")
DECLINED = ("Needs mental health team", "Could not reach", "Out of area")
MODES = ("Face to face", "Face to face", "Video", "Telephone")
ISSUES = ("Diet", "Diet", "Diet", "Exercise", "Local issue", "Emotional wellbeing", "Smoking", "Alcohol", "")
LOCAL_ISSUES = ("fuel bills", "damp flat / housing", "debt letters", "no GP, new to area", "looking for work")
OUTCOMES = ("Fully achieved", "Fully achieved", "Part achieved", "Not achieved", "")
PLACES = ("Leisure centre", "Walking group", "Citizens Advice", "Food bank", "Library English class")
NOTES = (
    "", "Food diary done. Review next week.", "Not sleeping.", "Said the group was good.", "Weight as last time.",
    "Her sister has started walking with her.", "Waiting for the housing office to ring back.", "Confidence 7 now.",
    "Got the letter: the council has written off the arrears.", "No change at home.",
)  # fmt: skip
DNA_NOTE = "DNA. Left message."
DATE_STYLES = ("%d/%m/%Y", " %d.%m.%Y ", "%d-%b-%y")
MEASURES = {
    "BMI": (19.0, 48.0, 0.1),
    "Fruit & veg portions": (0, 9, 1),
    "Self efficacy": (10, 40, 1),
    "WHO-5": (0, 100, 4),
    "Life satisfaction": (0, 10, 1),
}
