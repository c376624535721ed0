"""The NHS codes of ethnic category (NHS Data Dictionary, ETHNIC CATEGORY, 2001 Census list)."""

ETHNICITY_WORDS = {
    "A": "White: British",
    "B": "White: Irish",
    "C": "White: any other background",
    "D": "Mixed: White and Black Caribbean",
    "E": "Mixed: White and Black African",
    "F": "Mixed: White and Asian",
    "G": "Mixed: any other background",
    "H": "Asian or Asian British: Indian",
    "J": "Asian or Asian British: Pakistani",
    "K": "Asian or Asian British: Bangladeshi",
    "L": "Asian or Asian British: any other background",
    "M": "Black or Black British: Caribbean",
    "N": "Black or Black British: African",
    "P": "Black or Black British: any other background",
    "R": "Chinese",
    "S": "Any other ethnic group",
    "Z": "Prefers not to say",
    "99": "Not known",
}
