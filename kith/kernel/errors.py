"""The errors a user may read: each carries one sentence that says what is wrong and what to do."""


class KithError(Exception):
    """Something the user can understand and, mostly, mend."""

    @property
    def sentence(self) -> str:
        """What is wrong, where, and what to do."""
        return str(self)


class NotFoundError(KithError):
    """There is no such record within what the viewer may see."""


class NotAllowedError(KithError):
    """The viewer may not do this."""


class NotPossibleError(KithError):
    """The record's state does not allow this now."""


class StaleError(KithError):
    """Somebody else changed the record in the meantime."""


class WrongSettingError(KithError):
    """A setting of the deployment cannot be used."""
