"""What is recorded of who a person is."""

import datetime as dt
from dataclasses import dataclass

from kith.people.domain.nhs_numbers import nhs_number_status, tidy_nhs_number

SEXES = {"female": "Female", "male": "Male", "other": "Other", "not_known": "Not known"}
GP_ANSWERS = {"yes": "Yes", "no": "No", "not_known": "Not known"}


@dataclass(frozen=True)
class PersonDetails:
    """The details of one person, as somebody gives them."""

    first_name: str = ""
    surname: str = ""
    date_of_birth: dt.date | None = None
    sex: str = "not_known"
    sex_given: str = ""
    ethnicity: str = "99"
    ethnicity_given: str = ""
    nhs_number: str = ""
    postcode: str = ""
    area_code: str = ""
    gp_registered: str = "not_known"

    def fields(self) -> dict[str, object]:
        """The record's fields, tidied; the status of the NHS number follows from the number."""
        tidied: dict[str, object] = {
            name: value.strip() if isinstance(value, str) else value for name, value in vars(self).items()
        }
        return tidied | {
            "nhs_number": tidy_nhs_number(self.nhs_number),
            "nhs_number_status": nhs_number_status(self.nhs_number),
            "postcode": " ".join(self.postcode.upper().split()),
            "area_code": self.area_code.strip().upper(),
        }
