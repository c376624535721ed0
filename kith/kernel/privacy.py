"""How a field that tells of a person is classified: every one is, or a test fails."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Personal:
    """Why a field is held, who sees it, how long it is kept, how it is masked elsewhere."""

    purpose: str
    seen_by: str
    kept: str
    masked: str


CARE = "8 years after the end of care"
EMPLOYMENT = "6 years after leaving"
SCOPE = "worker, team leader and service manager, each within their scope"

IDENTITY = Personal("to know whom the service helps", SCOPE, CARE, "left out; a keyed pseudonym stands for it")
CONTACT = Personal("to find and reach the client", SCOPE, CARE, "left out; area and deprivation fifth stand for it")
EQUALITY = Personal("to see whom the service reaches", SCOPE, CARE, "as a category, small numbers hidden")
HEALTH = Personal("to help the client and to show change", SCOPE, CARE, "as a number or category, small numbers hidden")
WORDS = Personal("to help the client; read for other uses only with a recorded yes", SCOPE, CARE, "left out")
WORK = Personal("to account for the service's work", SCOPE, CARE, "as a number or category, small numbers hidden")
CHOICE = Personal("to do as the client decided", SCOPE, CARE, "as a category")
STAFF = Personal("to run the service", "colleagues of the service", EMPLOYMENT, "left out; counted by status only")
ACCOUNT = Personal("to let a member of staff sign in", "administrator and the person", EMPLOYMENT, "left out")
IN_CHARGE = "leader of the client's team and service manager"
TRAIL = Personal("to show who saw or changed a record", IN_CHARGE, CARE, "left out")
GLASS = Personal(
    "to show why somebody opened a record outside their scope, and what was said of it",
    f"whoever opened it, {IN_CHARGE}",
    CARE,
    "left out",
)
COUNTS_BEHIND = Personal("to hand out no figure that tells of a few people beside another", "nobody", CARE, "sealed")
