"""Which acts the signed-in person confirmed by password just now; nothing of it is stored."""

from enum import StrEnum

CONFIRMED_FOR_S = 5 * 60
"""A confirmed password counts so long for acts of the same kind (OWASP ASVS 5.0, 7.5: sensitive
acts ask again; it names no time, and a site signs off several visits in a row)."""


class ConfirmedAct(StrEnum):
    """What asks for the password again, besides having signed in with it."""

    SIGN_OFF = "sign-off"
    GRANT = "grant"
    ACCOUNTS = "accounts"
    BREAK_GLASS = "break-glass"
    PART2_RELEASE = "part2-release"
    EXPORT = "export"
    ERASURE = "erasure"
    RECOVERY_KIT = "recovery-kit"
    RESTORE = "restore"
    LONGER_SESSION = "longer-session"


class Confirmations:
    """When each kind of act was confirmed, in seconds of the monotonic clock."""

    def __init__(self) -> None:
        self._at_s: dict[ConfirmedAct, float] = {}

    def note(self, act: ConfirmedAct, now_s: float) -> None:
        """The password was right at ``now_s``."""
        self._at_s[act] = now_s

    def holds(self, act: ConfirmedAct, now_s: float) -> bool:
        """Whether ``act`` goes without the password at ``now_s``."""
        at_s = self._at_s.get(act)
        return at_s is not None and now_s - at_s < CONFIRMED_FOR_S

    def forget(self) -> None:
        """The screen was covered or locked: whoever comes next confirms for themselves."""
        self._at_s.clear()
