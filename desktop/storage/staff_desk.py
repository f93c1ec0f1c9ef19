"""The port ``StaffDesk``: an administrator's signed acts about people."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, select, update

from desktop.errors import KnownError
from desktop.records.ids import StaffId
from desktop.records.kinds import Compartment
from desktop.records.roles import Role, StaffMember
from desktop.services.ports import NewCode, NewRecoveryCodes, NewStaff, RecoveryCodes, StaffEntry
from desktop.storage.compartment_rules import BY_NAME
from desktop.storage.crypto.certificates import Certificate
from desktop.storage.crypto.enrolment import ENROLMENT_LIFETIME
from desktop.storage.crypto.one_time_code import OneTimeCode
from desktop.storage.crypto.statements import (
    Invitation,
    Naming,
    Revocation,
    code_signing_key,
)
from desktop.storage.crypto.trust_log import INVITATION, NAMING, REVOCATION
from desktop.storage.opened_store import OpenedStore
from desktop.storage.recovery_kit import make_codes, take_codes
from desktop.storage.schema import EnrolmentRow, GrantRow, SiteFactRow, UserBlobRow
from desktop.storage.session_keys import SessionKeys
from desktop.storage.set_up_check import check_person
from desktop.storage.staff_entries import read_entries
from desktop.storage.throttle import Throttle
from desktop.storage.trust_writer import Signer, add_statement, root_from, root_signer


class SealedStaffDesk:
    """People as one signed-in person may see and change them."""

    def __init__(self, store: OpenedStore, keys: SessionKeys, throttle: Throttle) -> None:
        self._store = store
        self._keys = keys
        self._throttle = throttle

    def people(self) -> Sequence[StaffEntry]:
        """Everyone, by display name; those revoked last."""
        return read_entries(self._store)

    def invite(self, new: NewStaff, codes: RecoveryCodes | None = None) -> NewCode:
        """Certify name and role and make a code for 72 hours; see the port."""
        self._need_administrator()
        check_person(new)
        if self._store.find(new.sign_in_name) or self._store.find_invited(new.sign_in_name):
            raise KnownError("staff.name-taken")
        member = StaffMember(
            StaffId(self._store.ids.new_id()), new.sign_in_name, new.display_name, new.role
        )
        return self._invite(member, self._signer_over(new.role, codes))

    def renew(self, staff_id: StaffId, codes: RecoveryCodes | None = None) -> NewCode:
        """A new code; password and keys that were end now."""
        self._need_administrator()
        member = self._known(staff_id)
        return self._invite(member, self._signer_over(member.role, codes))

    def revoke(self, staff_id: StaffId, codes: RecoveryCodes | None = None) -> None:
        """End the account: statement, grants and sealed keys in one transaction."""
        self._need_administrator()
        self._store.watch.need_quiet()
        if staff_id == self._keys.me.staff_id:
            raise KnownError("staff.yourself")
        signer = self._signer_over(self._known(staff_id).role, codes)
        with self._store.database.transaction() as connection:
            newest = connection.execute(select(func.max(SiteFactRow.seq))).scalar() or 0
            revocation = Revocation(
                subject_id=staff_id,
                issuer_id=signer.signer_id,
                revoked_at=self._store.clock.now(),
                last_fact=newest,
            )
            add_statement(connection, self._store, REVOCATION, revocation, signer.key)
            _close_account(connection, staff_id)
        self._store.database.truncate_log()

    def name_user(self, staff_id: StaffId, compartment: Compartment, *, is_named: bool) -> None:
        """Add to, or take from, the named users of a compartment; see the port."""
        self._need_administrator()
        if compartment not in BY_NAME:
            raise KnownError("staff.no-such-list")
        self._known(staff_id)
        me = self._keys.me.staff_id
        naming = Naming(
            subject_id=staff_id,
            compartment=compartment.value,
            is_named=is_named,
            issuer_id=me,
            named_at=self._store.clock.now(),
        )
        with self._store.database.transaction() as connection:
            add_statement(connection, self._store, NAMING, naming, self._keys.signing)
            if not is_named:
                _drop_grants(connection, staff_id, compartment)
        self._store.database.truncate_log()

    def clear_stop(self, staff_id: StaffId) -> None:
        """Let someone try again; see the port."""
        self._need_administrator()
        self._known(staff_id)
        self._throttle.clear(staff_id)

    def _invite(self, member: StaffMember, signer: Signer) -> NewCode:
        code, now = OneTimeCode.generate(), self._store.time.now()
        hospital, expires_at = self._store.trust.hospital, now + ENROLMENT_LIFETIME
        invitation = Invitation(
            subject_id=member.staff_id,
            sign_in_name=member.sign_in_name,
            display_name=member.display_name,
            role=member.role.value,
            code_key=code_signing_key(code, hospital, member.staff_id).verify_key,
            issued_at=now,
            expires_at=expires_at,
            issuer_id=signer.signer_id,
        )
        with self._store.database.transaction() as connection:
            add_statement(connection, self._store, INVITATION, invitation, signer.key)
            _close_account(connection, member.staff_id)
        self._store.database.truncate_log()
        return NewCode(member.staff_id, code.text, expires_at)

    def _signer_over(self, role: Role, codes: RecoveryCodes | None) -> Signer:
        """I sign for people; only the root signs for administrators."""
        if role is not Role.ADMINISTRATOR:
            return Signer(self._keys.me.staff_id, self._keys.signing)
        if codes is None:
            raise KnownError("staff.needs-recovery-codes")
        return root_signer(root_from(self._store, codes, self._keys.me.staff_id))

    def _known(self, staff_id: StaffId) -> StaffMember:
        trust = self._store.trust
        found: Certificate | Invitation | None = trust.certificates.get(
            staff_id
        ) or trust.invited.get(staff_id)
        if staff_id in trust.revoked:
            raise KnownError("staff.revoked")
        if found is None:
            raise KnownError("staff.unknown")
        return StaffMember(staff_id, found.sign_in_name, found.display_name, Role(found.role))

    def make_recovery_codes(self, codes: RecoveryCodes) -> NewRecoveryCodes:
        """Three new codes for two old ones; see the port."""
        self._need_administrator()
        return make_codes(self._store, codes, self._keys.me.staff_id)

    def take_recovery_codes(self, codes: RecoveryCodes, new: NewRecoveryCodes) -> None:
        """The new codes from now on; see the port."""
        self._need_administrator()
        take_codes(self._store, codes, new, self._keys.me.staff_id)

    def _need_administrator(self) -> None:
        if self._keys.me.role is not Role.ADMINISTRATOR:
            raise KnownError("site.only-administrator")


def _close_account(connection: Connection, staff_id: str) -> None:
    """Destroy what password, one-time code and key of that person opened."""
    connection.execute(delete(UserBlobRow).where(UserBlobRow.staff_id == staff_id))
    connection.execute(delete(GrantRow).where(GrantRow.staff_id == staff_id))
    spent = update(EnrolmentRow).where(EnrolmentRow.staff_id == staff_id)
    connection.execute(spent.values(blob=None))


def _drop_grants(connection: Connection, staff_id: str, compartment: Compartment) -> None:
    connection.execute(
        delete(GrantRow).where(
            GrantRow.staff_id == staff_id, GrantRow.compartment == compartment.value
        )
    )
