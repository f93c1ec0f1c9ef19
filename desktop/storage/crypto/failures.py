"""What can go wrong when something sealed is opened; each has its own sentence for the user."""

from desktop.errors import KnownError


class Damaged(KnownError):
    """Sealed bytes were changed, cut off or moved to another place."""

    def __init__(self) -> None:
        super().__init__("store.damaged")


class WrongKey(KnownError):
    """The bytes name another key than the one that was offered."""

    def __init__(self) -> None:
        super().__init__("store.wrong-key")


class NewerVersion(KnownError):
    """The bytes were written by a newer Firstlight than this one."""

    def __init__(self) -> None:
        super().__init__("store.newer-version")


class UnknownSuite(KnownError):
    """The bytes name an algorithm suite that this Firstlight does not have."""

    def __init__(self) -> None:
        super().__init__("store.unknown-suite")


class NotTrusted(KnownError):
    """A certificate or grant was not signed by someone who may sign it."""

    def __init__(self) -> None:
        super().__init__("store.not-trusted")
