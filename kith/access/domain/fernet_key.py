"""A key for what is kept encrypted in the database."""

from base64 import urlsafe_b64encode
from hashlib import sha256


def fernet_key(secret: str) -> bytes:
    """From the deployment's secret, for secrets of second steps alone."""
    return urlsafe_b64encode(sha256(b"kith second step:" + secret.encode()).digest())
