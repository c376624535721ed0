"""The named places: where a link from a room below leads. A place whose page is not there is left out of pages."""

from kith.ui.places import register

PLACES = {
    "home": "shell:home",
    "accessibility": "shell:accessibility",
    "privacy": "shell:privacy",
    "help": "shell:help",
    "sign_in": "account_login",
    "sign_out": "account_logout",
    "change_password": "account_change_password",
    "second_step": "mfa_index",
    "seats": "access:seats",
    "stay": "access:stay",
    "end_sitting": "access:end",
    "clients": "desk:caseload",
    "client": "desk:client",
    "opened_record": "desk:opened_record",
    "opened_records": "glass:looks",
    "report": "reporting:report",
    "import": "exchange:receive",
    "imported_file": "exchange:account",
    "questions": "desk:pairs",
    "health": "keeping:health",
    "review": "desk:review",
}


def register_places() -> None:
    """Fill the table."""
    for place, url_name in PLACES.items():
        register(place, url_name)
