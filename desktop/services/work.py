"""What every use case is given: the session, time, ids, forms, paper and printers."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from desktop.clock import Clock, IdSource
from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.ids import EpisodeId, PersonId, RecordId
from desktop.records.kinds import RecordKind
from desktop.records.roles import Permission
from desktop.services.confirmations import Confirmations
from desktop.services.kept_undo import KeptUndo
from desktop.services.library import Library
from desktop.services.ports import Paper, Printers, Revision, Session

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Work:
    """One signed-in person at work. Built by the composition root after sign-in."""

    session: Session
    clock: Clock
    ids: IdSource
    library: Library
    paper: Paper
    printers: Printers
    confirmed: Confirmations = field(default_factory=Confirmations)
    """For which acts the password was given again just now."""
    own_cases: set[EpisodeId] = field(default_factory=set)
    """Cases found to be the signed-in person's own; filled by ``own_caseload``."""
    ended_outings: set[RecordId] = field(default_factory=set)
    """Visits that ended, which stays so; filled by ``late_outings``."""
    undo: KeptUndo = field(default_factory=KeptUndo)
    """What can be taken back of the drafts that were opened since the sign-in."""
    listed: dict[AuditAction, int] = field(default_factory=dict)
    """How long each list was when it was last written down; filled by ``audit_list``."""

    read: dict[tuple[str, PersonId], object] | None = None
    """What one reading found so far of each kind of record; None outside of one."""

    def reading(self) -> "Work":
        """The same work for one reading of one moment: it looks at each kind of record once.

        What is written meanwhile is not seen by it; whoever writes does not use it.
        """
        return replace(self, read={})

    def list_newest(self, kind: RecordKind[T], person_id: PersonId) -> Sequence[Revision[T]]:
        """As of the record store; inside a reading the store is asked once."""
        if self.read is None:
            return self.session.records.list_newest(kind, person_id)
        key = (kind.name, person_id)
        if key not in self.read:
            self.read[key] = self.session.records.list_newest(kind, person_id)
        return cast("Sequence[Revision[T]]", self.read[key])

    def need(self, permission: Permission) -> None:
        """Raise KnownError ``work.not-allowed`` unless the signed-in person may."""
        if not self.session.me.may(permission):
            raise KnownError("work.not-allowed")

    def audit(
        self, action: AuditAction, subject: str = "", detail: str = "", person: str = ""
    ) -> None:
        """Record that the signed-in person did this now."""
        me, now = self.session.me.staff_id, self.clock.now()
        self.session.audit.record(AuditEvent(action, me, now, subject, detail, person))

    def audit_list(self, action: AuditAction, count: int) -> None:
        """Record that a list was shown: once, and again whenever it holds more or less.

        A list that reads itself anew every minute would bury everything else.
        """
        if self.listed.get(action) != count:
            self.listed[action] = count
            self.audit(action, detail=str(count))
