"""From a name and a password to a session, and from a one-time code to a password."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.ids import StaffId
from desktop.records.roles import StaffMember
from desktop.services.ports import SecretsChange
from desktop.storage.crypto.audit_chain import ChainHead
from desktop.storage.crypto.certificates import Certificate
from desktop.storage.crypto.enrolment import EnrolmentPlace
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.identity import Identity
from desktop.storage.crypto.name_slot import name_slot
from desktop.storage.crypto.one_time_code import OneTimeCode
from desktop.storage.crypto.password_policy import (
    load_common_passwords,
    password_problems,
    pin_problems,
)
from desktop.storage.crypto.pin import PinVerifier
from desktop.storage.crypto.signing import SigningKey
from desktop.storage.crypto.site_secret import SiteSecret
from desktop.storage.crypto.statements import EnrolledKeys, Invitation, code_signing_key
from desktop.storage.crypto.trust_log import KEYS
from desktop.storage.crypto.user_blob import UserPlace, UserSecrets
from desktop.storage.opened_store import OpenedStore, as_staff
from desktop.storage.schema import EnrolmentRow, GrantRow, UserBlobRow
from desktop.storage.session import SealedSession
from desktop.storage.session_keys import SessionKeys
from desktop.storage.staff_names import normal_name
from desktop.storage.throttle import UNKNOWN_ACCOUNT, Throttle, slot_account
from desktop.storage.trust_writer import add_statement
from desktop.storage.workstations import need_own_keys

_ANY_PIN = "482917"
"""Passes the rules: stands where no new PIN is chosen."""
_REFUSED_CODES = frozenset({"enrolment.wrong-code", "enrolment.spent", "enrolment.expired"})

_ANCHORED = frozenset(
    {
        AuditAction.SIGN_IN_FAILED,
        AuditAction.CONFIRM_FAILED,
        AuditAction.CODE_REFUSED,
        AuditAction.STAFF_ENROLLED,
    }
)
"""Entries that may have no session after them, and so no checkpoint: the keyring hears at once."""


@dataclass(frozen=True, slots=True)
class Door:
    """What signing in needs besides the person: the open store and its site secret."""

    store: OpenedStore
    throttle: Throttle
    secret: SiteSecret = field(repr=False)
    keep_anchor: Callable[[ChainHead], None]
    allow_weak: bool

    def sign_in(self, sign_in_name: str, password: str) -> SealedSession:
        """One slow derivation, whether or not there is such a name.

        KnownErrors ``sign-in.wrong-password``, ``sign-in.wait``, ``sign-in.stopped``,
        ``store.damaged``, ``store.newer-version``, ``store.not-trusted``.
        """
        found = self.store.find(sign_in_name)
        slot = self._slot(sign_in_name)
        account = found.subject_id if found else slot
        self.throttle.check(account)
        self.throttle.count_try(account)
        try:
            certificate, secrets = self._open_blob(found, password)
        except KnownError as error:
            if error.message_id == "sign-in.wrong-password":
                who = found.subject_id if found else UNKNOWN_ACCOUNT
                self._audit(AuditAction.SIGN_IN_FAILED, who)
            raise
        keys = self._take_keys(certificate, secrets)
        need_own_keys(self.store, self.secret)
        account = certificate.subject_id
        session = SealedSession(self.store, keys, secrets.pin, self)
        self._audit_success(account, slot, keys.signing)
        return session

    def enrol(self, sign_in_name: str, code: str, password: str, pin: str) -> None:
        """Spend a one-time code: the keys move from under the code to under the password.

        KnownErrors ``enrolment.wrong-code`` (also for a wrong name), ``enrolment.spent``,
        ``enrolment.expired``, ``code.*`` for a mistyped code, ``password.*`` and ``pin.*``.
        """
        typed = OneTimeCode.parse(code)
        try:
            self._enrol(sign_in_name, typed, password, pin)
        except KnownError as error:
            if error.message_id in _REFUSED_CODES:
                known = self.store.find_invited(sign_in_name) or self.store.find(sign_in_name)
                account = known.subject_id if known else UNKNOWN_ACCOUNT
                self._audit(AuditAction.CODE_REFUSED, account, error.message_id)
            raise

    def _enrol(self, sign_in_name: str, typed: OneTimeCode, password: str, pin: str) -> None:
        invited = self.store.find_invited(sign_in_name)
        if invited is not None:
            self._check_choice(invited, password, pin)
            self._enrol_invited(invited, typed, password, pin)
            return
        found = self.store.find(sign_in_name)
        if found is None:
            raise KnownError("enrolment.wrong-code")
        self._check_choice(found, password, pin)
        hospital, user = self.store.trust.hospital, found.subject_id
        with self.store.database.transaction() as connection:
            blob = _enrolment_blob(connection, user)
        now = self.store.time.now()
        identity = EnrolmentPlace(hospital, user).open(typed, blob, now)
        if identity.signing.verify_key != found.verify_key:
            raise Damaged
        sealed = self._seal(user, identity, password, pin)
        with self.store.database.transaction() as connection:
            _replace_blob(connection, user, sealed)
        self.store.database.truncate_log()
        self.throttle.clear(user)
        self._audit(AuditAction.STAFF_ENROLLED, user, signer=identity.signing)

    def _enrol_invited(
        self, invited: Invitation, code: OneTimeCode, password: str, pin: str
    ) -> None:
        """The newcomer's keys are made here; only the code's own key can vouch for them."""
        hospital, user = self.store.trust.hospital, invited.subject_id
        signer = code_signing_key(code, hospital, user)
        if signer.verify_key != invited.code_key:
            raise KnownError("enrolment.wrong-code")
        now = self.store.time.now()
        if now > invited.expires_at:
            raise KnownError("enrolment.expired")
        identity = Identity.generate()
        keys = EnrolledKeys(
            subject_id=user,
            exchange=identity.exchange.public,
            verify_key=identity.signing.verify_key,
            enrolled_at=now,
        )
        sealed = self._seal(user, identity, password, pin)
        with self.store.database.transaction() as connection:
            add_statement(connection, self.store, KEYS, keys, signer)
            _replace_blob(connection, user, sealed)
        self.throttle.clear(user)
        self._audit(AuditAction.STAFF_ENROLLED, user, signer=identity.signing)

    def change_secrets(
        self, member: StaffMember, change: SecretsChange, signer: SigningKey
    ) -> None:
        """Rewrite one blob under a new password, a new PIN or both; the old password opens it.

        KnownErrors ``sign-in.wrong-password``, ``sign-in.wait``, ``password.*``, ``pin.*``.
        """
        found, secrets = self.confirm(member, change.password, signer=signer)
        password = change.new_password or change.password
        self._check_choice(found, password, change.new_pin or _ANY_PIN)
        cost, user = self.store.site.kdf, found.subject_id
        pin = secrets.pin
        if change.new_pin:
            parameters = cost.new_parameters()
            pin = PinVerifier.of(change.new_pin, parameters, allow_weak=self.allow_weak)
        sealed = UserPlace(self.store.trust.hospital, user, self.secret).seal(
            password, UserSecrets(secrets.identity, pin), cost, allow_weak=self.allow_weak
        )
        with self.store.database.transaction() as connection:
            _replace_blob(connection, user, sealed)
        self.store.database.truncate_log()

    def confirm(
        self,
        member: StaffMember,
        password: str,
        act: str = "",
        signer: SigningKey | None = None,
    ) -> tuple[Certificate, UserSecrets]:
        """The signed-in person's password again, counted like a sign-in (ASVS 5.0 7.5).

        A wrong one stands in the audit trail with ``act``, for which it was given, signed by
        ``signer``: the key of ``member`` where that is who is signed in.

        KnownErrors ``sign-in.wrong-password``, ``sign-in.wait``, ``sign-in.stopped``.
        """
        found = self.store.find(member.sign_in_name)
        account = found.subject_id if found else self._slot(member.sign_in_name)
        self.throttle.check(account)
        self.throttle.count_try(account)
        try:
            opened = self._open_blob(found, password)
        except KnownError as error:
            if error.message_id == "sign-in.wrong-password":
                self._audit(AuditAction.CONFIRM_FAILED, member.staff_id, act, signer)
            raise
        self.throttle.clear(account)
        return opened

    def _slot(self, sign_in_name: str) -> str:
        name = normal_name(sign_in_name)
        return slot_account(name_slot(self.secret, self.store.trust.hospital, name))

    def _seal(self, user: str, identity: Identity, password: str, pin: str) -> bytes:
        cost = self.store.site.kdf
        verifier = PinVerifier.of(pin, cost.new_parameters(), allow_weak=self.allow_weak)
        return UserPlace(self.store.trust.hospital, user, self.secret).seal(
            password, UserSecrets(identity, verifier), cost, allow_weak=self.allow_weak
        )

    def _open_blob(
        self, found: Certificate | None, password: str
    ) -> tuple[Certificate, UserSecrets]:
        hospital = self.store.trust.hospital
        user = found.subject_id if found else UNKNOWN_ACCOUNT
        place = UserPlace(hospital, user, self.secret)
        query = select(UserBlobRow.blob).where(UserBlobRow.staff_id == user)
        with self.store.database.transaction() as connection:
            blob = connection.execute(query).scalar()
        if found is None or blob is None:
            raise place.refuse(password, self.store.site.kdf, allow_weak=self.allow_weak)
        secrets = place.open(password, blob, allow_weak=self.allow_weak)
        identity = secrets.identity
        if (
            identity.signing.verify_key != found.verify_key
            or identity.exchange.public != found.exchange
        ):
            raise Damaged
        return found, secrets

    def _take_keys(self, certificate: Certificate, secrets: UserSecrets) -> SessionKeys:
        keys = SessionKeys(as_staff(certificate), secrets.identity, self.store.places)
        query = select(GrantRow.body).where(GrantRow.staff_id == certificate.subject_id)
        with self.store.database.transaction() as connection:
            stored = connection.execute(query).scalars().all()
        keys.take_grants(stored, self.store.trust, secrets.identity.exchange)
        return keys

    def _check_choice(self, found: Certificate | Invitation, password: str, pin: str) -> None:
        words = (self.store.site.hospital_name, found.sign_in_name, found.display_name)
        problems = pin_problems(pin)
        if not self.store.site.is_demo:  # the demo shows its passwords on the sign-in screen
            common = load_common_passwords()
            problems += password_problems(password, common=common, words=words)
        if problems:
            raise KnownError(problems[0])

    def _audit_success(self, account: str, slot: str, signer: SigningKey) -> None:
        """The entry, and the counts back to none, in one commit: somebody waits for it."""
        event = AuditEvent(AuditAction.SIGNED_IN, StaffId(account), self.store.clock.now())
        failed = self.throttle.with_failures(account, slot)
        self.store.chain.append(event, signer, lambda at: self.throttle.clear_within(at, failed))

    def _audit(
        self,
        action: AuditAction,
        account: str,
        act: str = "",
        signer: SigningKey | None = None,
    ) -> None:
        event = AuditEvent(action, StaffId(account), self.store.clock.now(), detail=act)
        head = self.store.chain.append(event, signer)
        if action in _ANCHORED:
            self.keep_anchor(head)


def _enrolment_blob(connection: Connection, user: str) -> bytes:
    query = select(EnrolmentRow.staff_id, EnrolmentRow.blob).where(EnrolmentRow.staff_id == user)
    row = connection.execute(query).first()
    if row is None:
        raise KnownError("enrolment.wrong-code")
    if row[1] is None:
        raise KnownError("enrolment.spent")
    return row[1]


def _replace_blob(connection: Connection, user: str, sealed: bytes) -> None:
    statement = upsert(UserBlobRow).values(staff_id=user, blob=sealed)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["staff_id"], set_={"blob": sealed})
    )
    spent = update(EnrolmentRow).where(EnrolmentRow.staff_id == user)
    connection.execute(spent.values(blob=None))
