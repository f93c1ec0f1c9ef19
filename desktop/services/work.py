"""What every use case is given: the session, time, ids, forms, paper and printers."""

from dataclasses import dataclass, field

from desktop.clock import Clock, IdSource
from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.ids import EpisodeId
from desktop.records.roles import Permission
from desktop.services.confirmations import Confirmations
from desktop.services.kept_undo import KeptUndo
from desktop.services.library import Library
from desktop.services.ports import Paper, Printers, Session


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
    undo: KeptUndo = field(default_factory=KeptUndo)
    """What can be taken back of the drafts that were opened since the sign-in."""
    listed: dict[AuditAction, int] = field(default_factory=dict)
    """How long each list was when it was last written down; filled by ``audit_list``."""

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
