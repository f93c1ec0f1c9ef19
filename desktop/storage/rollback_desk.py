"""The port ``RollbackDesk`` for one signed-in person."""

from collections.abc import Sequence
from datetime import datetime

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.ids import PersonId, StaffId
from desktop.records.roles import Role, StaffMember
from desktop.services.ports import RollbackAlarm, SecondPerson
from desktop.storage.branch_marks import branch_times
from desktop.storage.checkpoints import add_checkpoint
from desktop.storage.crypto.anchor_code import anchor_code, read_anchor_code
from desktop.storage.crypto.census import gap_mark
from desktop.storage.crypto.identity import Identity
from desktop.storage.crypto.statements import Restore
from desktop.storage.crypto.trust_log import RESTORE
from desktop.storage.opened_store import OpenedStore, as_staff
from desktop.storage.rollback_watch import Anchor
from desktop.storage.session_door import SessionDoor
from desktop.storage.session_keys import SessionKeys
from desktop.storage.throttle import UNKNOWN_ACCOUNT
from desktop.storage.trust_writer import add_statement


class SealedRollbackDesk:
    """The alarm as one signed-in person may see, raise and settle it."""

    def __init__(self, store: OpenedStore, keys: SessionKeys, door: SessionDoor) -> None:
        self._store = store
        self._keys = keys
        self._me = keys.me
        self._door = door

    def alarm(self) -> RollbackAlarm | None:
        """What was found; None when all is well."""
        return self._store.watch.alarm(self._store.chain.head().count)

    def need_quiet(self) -> None:
        """KnownError ``rollback.wait`` while there is an alarm."""
        self._store.watch.need_quiet()

    def written_meanwhile(self, person_id: PersonId) -> Sequence[datetime]:
        """When records of this person began to be written to in an alarm; see the port."""
        return branch_times(self._store, person_id)

    def anchor_code(self) -> str:
        """What the footer of a packet made now says."""
        return anchor_code(self._store.chain.head())

    def check_footer(self, typed: str) -> bool:
        """Whether the store still contains what a printed footer saw; see the port."""
        anchor = Anchor(*read_anchor_code(typed))
        with self._store.database.transaction() as connection:
            is_reached = self._store.watch.check(connection, self._store.trust, anchor)
            if not is_reached:
                self._store.watch.note(connection, anchor)
        if not is_reached:
            self._audit(AuditAction.ROLLBACK_FOUND, str(anchor.count))
        return is_reached

    def confirm_restore(self, password: str, second: SecondPerson) -> StaffId:
        """Both sign the same statement with their own keys; see the port."""
        missed = self._store.watch.missed
        if missed is None:
            raise KnownError("rollback.no-alarm")
        found = self._store.find(second.sign_in_name)
        if found is not None and found.subject_id == self._me.staff_id:
            raise KnownError("rollback.two-people")
        other = (
            as_staff(found)
            if found
            else StaffMember(StaffId(UNKNOWN_ACCOUNT), second.sign_in_name, "", Role.PACKET_DESK)
        )
        mine = self._keys.signing
        signers = [
            (self._me, self._door.confirm(self._me, password, signer=mine)[1].identity),
            (other, self._door.confirm(other, second.password)[1].identity),
        ]
        if Role.ADMINISTRATOR not in {member.role for member, _ in signers}:
            raise KnownError("rollback.needs-administrator")
        lost = self._store.watch.missed_records
        self._sign(missed, signers)
        self._audit(AuditAction.RESTORE_CONFIRMED, str(missed.count), other.staff_id)
        if missed.mark == gap_mark(lost):
            add_checkpoint(self._store, self._me.staff_id, signers[0][1].signing, lost)
        self._door.keep_anchor(self._store.chain.head())
        return other.staff_id

    def _sign(self, missed: Anchor, signers: list[tuple[StaffMember, Identity]]) -> None:
        head, now = self._store.chain.head(), self._store.clock.now()
        with self._store.database.transaction() as connection:
            for member, identity in signers:
                restore = Restore(
                    seen_count=missed.count,
                    seen_mark=missed.mark,
                    head_count=head.count,
                    head_hash=head.head_hash,
                    signer_id=member.staff_id,
                    made_at=now,
                )
                add_statement(connection, self._store, RESTORE, restore, identity.signing)
            self._store.watch.settle(connection)

    def _audit(self, action: AuditAction, detail: str, subject: str = "") -> None:
        me, now = self._me.staff_id, self._store.clock.now()
        event = AuditEvent(action, me, now, subject, detail)
        self._store.chain.append(event, self._keys.signing)
