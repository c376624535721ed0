"""The tables of libraries, which hold no record of the work, and why the second lock leaves them alone."""

SIGN_IN = "accounts and how they sign in: it must be read before anybody has a service"

LIBRARIES = {
    "account": SIGN_IN,
    "auth": SIGN_IN,
    "contenttypes": "names of tables",
    "django_q": "jobs in the queue: which, of which file, for whom; no record",
    "mfa": SIGN_IN,
    "sessions": SIGN_IN,
}
