"""The two kinds of failure: the world failed (KnownError) or we are wrong (BugError)."""


class KnownError(Exception):
    """The world failed: a file, a disk, a password, an input. Its text is for the user.

    ``message_id`` names a sentence in ``resources/messages/{en,es}.json``; ``params`` fill its
    ``{placeholders}``. A sentence says what happened, what is safe and what to do now. ``params``
    never hold patient data, answers, keys or people's names; a file name that the user chose and a
    linkId are allowed.
    """

    def __init__(self, message_id: str, **params: str | int) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.params = params


class BugError(Exception):
    """We are wrong: a broken invariant. Shown as "something went wrong in Firstlight", logged."""
