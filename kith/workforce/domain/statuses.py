"""What a worker is, in the service's own ladder."""

STATUSES = {
    "trainee": "Trainee",
    "qualified": "Qualified",
    "senior": "Senior",
    "champion": "Champion",
    "not_known": "Not known",
}
