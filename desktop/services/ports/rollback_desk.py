"""Whether the store is an older copy of itself, and what two people do about it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from desktop.records.ids import PersonId, StaffId


@dataclass(frozen=True, slots=True)
class RollbackAlarm:
    """The audit trail, or what it says of the records, does not reach what was once seen."""

    seen_entries: int
    """How many entries the keyring or a printed footer had seen."""
    entries: int
    """How many there are now."""
    records: int = 0
    """Records and logs of signed papers of which a checkpoint saw more than is there."""


@dataclass(frozen=True, slots=True)
class SecondPerson:
    """Another member of staff who confirms with their own password at the same screen."""

    sign_in_name: str
    password: str = field(repr=False)


class RollbackDesk(Protocol):
    """Signing, release and deletion wait while there is an alarm; reading and drafts go on."""

    def alarm(self) -> RollbackAlarm | None:
        """What was found at the start or with a footer; None when all is well."""
        ...

    def need_quiet(self) -> None:
        """KnownError ``rollback.wait`` while there is an alarm."""
        ...

    def written_meanwhile(self, person_id: PersonId) -> Sequence[datetime]:
        """When each record of this person began to be written to while an alarm was on, oldest
        first; settled alarms too."""
        ...

    def anchor_code(self) -> str:
        """What the footer of a packet made now says of the store."""
        ...

    def check_footer(self, typed: str) -> bool:
        """Whether the store still contains what a printed footer saw; if not, the alarm is on.

        KnownError ``rollback.footer-unreadable``.
        """
        ...

    def confirm_restore(self, password: str, second: SecondPerson) -> StaffId:
        """Two people say that an older copy was put back on purpose; returns the second.

        One of them is an administrator. KnownErrors ``rollback.no-alarm``,
        ``rollback.two-people``, ``rollback.needs-administrator``, ``sign-in.*``.
        """
        ...
