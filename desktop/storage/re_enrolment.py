"""Enrolling a workstation anew when its key is gone: two recovery codes, a new site secret.

Whoever has lost the keyring entry (or the passphrase) has lost the site secret, and with it what
every password opens. The records are safe behind the root, which still holds every compartment's
key: an administrator gets a one-time code and brings everybody back, key by key.
"""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

from sqlalchemy import Connection, delete, insert

from desktop.clock import Clock
from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.ids import StaffId
from desktop.records.roles import Role
from desktop.services.ports import NewCode, ReEnrolment
from desktop.storage.codec import encode
from desktop.storage.crypto.certificates import ROOT, Certificate
from desktop.storage.crypto.enrolment import ENROLMENT_LIFETIME
from desktop.storage.crypto.keyring_port import Keyring, StoreKeyring, check_keyring
from desktop.storage.crypto.one_time_code import OneTimeCode
from desktop.storage.crypto.password_policy import load_common_passwords, password_problems
from desktop.storage.crypto.signing import SigningKey
from desktop.storage.crypto.site_secret import FIRST_SITE_EPOCH, SiteSecret
from desktop.storage.crypto.statements import Invitation, code_signing_key
from desktop.storage.crypto.trust_log import INVITATION
from desktop.storage.opened_store import SEALED_BY_DEVICE, SEALED_BY_PHRASE, OpenedStore
from desktop.storage.schema import GrantRow, MetaRow, ThrottleRow, UserBlobRow
from desktop.storage.site_facts import ENROLLED_AGAIN, add_fact
from desktop.storage.throttle import UNKNOWN_ACCOUNT, WORKSTATION
from desktop.storage.trust_writer import add_statement, root_from
from desktop.storage.without_keys import opened_without_keys
from desktop.storage.workstations import found_keys, place_of


def re_enrol(
    data_dir: Path,
    clock: Clock,
    wanted: ReEnrolment,
    *,
    keyring: Callable[[], Keyring] | None = None,
    allow_weak: bool = False,
) -> NewCode:
    """Give the closed store in ``data_dir`` a new site secret; returns the administrator's code.

    All passwords and unsealed grants end; nothing of a record changes. KnownErrors ``store.*``,
    ``recovery.*``, ``code.*``, ``password.*``, ``keyring.*``: nothing is
    changed then.
    """
    with opened_without_keys(data_dir, clock) as store, ExitStack() as undo:
        root = root_from(store, wanted.codes, UNKNOWN_ACCOUNT)
        administrator = _administrator(store, wanted.administrator)
        secret = SiteSecret.generate(FIRST_SITE_EPOCH)
        entries = None if wanted.passphrase is not None else _entries(store, keyring)
        if entries is None:
            name, sealed = _by_phrase(store, secret, wanted, allow_weak=allow_weak)
        else:
            name, sealed = _by_device(store, secret, entries, undo)
        with store.database.transaction() as connection:
            _replace_secret(connection, name, sealed)
            hospital, now = store.trust.hospital, clock.now()
            found_keys(connection, place_of(store), store.site, secret, root, now)
            add_fact(connection, hospital, ENROLLED_AGAIN, encode(now), ROOT, root.signing)
            code = _invite(connection, store, administrator, root.signing)
        undo.pop_all()
        if entries is not None:
            _take_prepared(entries)
        store.database.truncate_log()
        me = StaffId(administrator.subject_id)
        store.chain.append(AuditEvent(AuditAction.WORKSTATION_ENROLLED_AGAIN, me, clock.now()))
        return code


def _administrator(store: OpenedStore, sign_in_name: str) -> Certificate:
    found = store.find(sign_in_name)
    if found is None or found.role != Role.ADMINISTRATOR.value:
        raise KnownError("recovery.not-administrator")
    return found


def _by_phrase(
    store: OpenedStore, secret: SiteSecret, wanted: ReEnrolment, *, allow_weak: bool
) -> tuple[str, bytes]:
    site, passphrase = store.site, wanted.passphrase or ""
    words = (site.hospital_name, site.workstation_name)
    problems = password_problems(passphrase, common=load_common_passwords(), words=words)
    if problems:
        raise KnownError(problems[0])
    sealed = place_of(store).seal_with_passphrase(
        secret, passphrase, site.kdf, allow_weak=allow_weak
    )
    return SEALED_BY_PHRASE, sealed


def _entries(store: OpenedStore, make_keyring: Callable[[], Keyring] | None) -> StoreKeyring:
    if make_keyring is None:
        raise KnownError("keyring.unavailable")
    system = make_keyring()
    check_keyring(system)
    return StoreKeyring(system, store.site.store_id)


def _by_device(
    store: OpenedStore, secret: SiteSecret, entries: StoreKeyring, undo: ExitStack
) -> tuple[str, bytes]:
    """Sealed to a key that is kept beside the one in use: until the file is changed, that one and
    what is known of the trail and of failed tries stay as they are."""
    device = entries.prepare_device_key()
    undo.callback(_drop_prepared, entries)
    return SEALED_BY_DEVICE, place_of(store).seal_to_device(secret, device.public)


def _drop_prepared(entries: StoreKeyring) -> None:
    with suppress(KnownError):  # why the enrolment failed is what is said
        entries.drop_prepared()


def _take_prepared(entries: StoreKeyring) -> None:
    """A keyring that fails now, or a kill before, leaves it to the next start."""
    with suppress(KnownError):
        entries.take_prepared()
        entries.drop_unreadable()
        entries.take_closed()  # what is written next is no finding of the next start


def _replace_secret(connection: Connection, name: str, sealed: bytes) -> None:
    old = MetaRow.name.in_((SEALED_BY_DEVICE, SEALED_BY_PHRASE))
    connection.execute(delete(MetaRow).where(old))
    connection.execute(insert(MetaRow), {"name": name, "value": sealed})
    connection.execute(delete(UserBlobRow))
    connection.execute(delete(ThrottleRow).where(ThrottleRow.account == WORKSTATION))
    connection.execute(delete(GrantRow).where(GrantRow.staff_id != ROOT))


def _invite(
    connection: Connection, store: OpenedStore, person: Certificate, root: SigningKey
) -> NewCode:
    code, now = OneTimeCode.generate(), store.time.now()
    hospital, subject = store.trust.hospital, person.subject_id
    invitation = Invitation(
        subject_id=subject,
        sign_in_name=person.sign_in_name,
        display_name=person.display_name,
        role=person.role,
        code_key=code_signing_key(code, hospital, subject).verify_key,
        issued_at=now,
        expires_at=now + ENROLMENT_LIFETIME,
        issuer_id=ROOT,
    )
    add_statement(connection, store, INVITATION, invitation, root)
    return NewCode(StaffId(subject), code.text, invitation.expires_at)
