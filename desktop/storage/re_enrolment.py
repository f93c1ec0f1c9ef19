"""Enrolling a workstation anew when its key is gone: two recovery codes, a new site secret.

Whoever has lost the keyring entry (or the passphrase) has lost the site secret, and with it what
every password opens. The records are safe behind the root, which still holds every compartment's
key: an administrator gets a one-time code and brings everybody back, key by key.
"""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import Connection, delete, insert

from desktop.clock import Clock
from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.ids import StaffId
from desktop.records.roles import Role
from desktop.services.ports import NewCode, ReEnrolment
from desktop.storage.codec import encode
from desktop.storage.crypto.audit_chain import ChainHead
from desktop.storage.crypto.certificates import ROOT, Certificate
from desktop.storage.crypto.enrolment import ENROLMENT_LIFETIME
from desktop.storage.crypto.keyring_port import Keyring, StoreKeyring, check_keyring
from desktop.storage.crypto.one_time_code import OneTimeCode
from desktop.storage.crypto.password_policy import load_common_passwords, password_problems
from desktop.storage.crypto.signing import SigningKey
from desktop.storage.crypto.site_secret import SiteSecret
from desktop.storage.crypto.statements import Invitation, code_signing_key
from desktop.storage.crypto.trust_log import INVITATION
from desktop.storage.crypto.workstation_secret import WorkstationPlace
from desktop.storage.opened_store import SEALED_BY_DEVICE, SEALED_BY_PHRASE, OpenedStore
from desktop.storage.schema import GrantRow, MetaRow, UserBlobRow
from desktop.storage.set_up import FIRST_SITE_EPOCH
from desktop.storage.site_facts import ENROLLED_AGAIN, add_fact
from desktop.storage.trust_writer import add_statement, root_from
from desktop.storage.without_keys import opened_without_keys


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
    ``recovery.*``, ``code.*``, ``staff.unknown``, ``password.*``, ``keyring.*``: nothing is
    changed then.
    """
    with opened_without_keys(data_dir, clock) as store, ExitStack() as undo:
        root = root_from(store, wanted.codes)
        administrator = _administrator(store, wanted.administrator)
        secret = SiteSecret.generate(FIRST_SITE_EPOCH)
        name, sealed = _sealed(store, secret, wanted, keyring, undo, allow_weak=allow_weak)
        with store.database.transaction() as connection:
            _replace_secret(connection, name, sealed)
            hospital, now = store.trust.hospital, clock.now()
            add_fact(connection, hospital, ENROLLED_AGAIN, encode(now), ROOT, root.signing)
            code = _invite(connection, store, administrator, root.signing)
        undo.pop_all()
        store.database.truncate_log()
        me = StaffId(administrator.subject_id)
        store.chain.append(AuditEvent(AuditAction.WORKSTATION_ENROLLED_AGAIN, me, clock.now()))
        return code


def _administrator(store: OpenedStore, sign_in_name: str) -> Certificate:
    found = store.find(sign_in_name)
    if found is None or found.role != Role.ADMINISTRATOR.value:
        raise KnownError("staff.unknown")
    return found


def _sealed(
    store: OpenedStore,
    secret: SiteSecret,
    wanted: ReEnrolment,
    make_keyring: Callable[[], Keyring] | None,
    undo: ExitStack,
    *,
    allow_weak: bool,
) -> tuple[str, bytes]:
    site = store.site
    place = WorkstationPlace(store.trust.hospital, site.workstation_id, FIRST_SITE_EPOCH)
    if wanted.passphrase is not None:
        words = (site.hospital_name, site.workstation_name)
        common = load_common_passwords()
        problems = password_problems(wanted.passphrase, common=common, words=words)
        if problems:
            raise KnownError(problems[0])
        sealed = place.seal_with_passphrase(
            secret, wanted.passphrase, site.kdf, allow_weak=allow_weak
        )
        return SEALED_BY_PHRASE, sealed
    if make_keyring is None:
        raise KnownError("keyring.unavailable")
    system = make_keyring()
    check_keyring(system)
    entries = StoreKeyring(system, site.store_id)
    anchor = _anchor(entries)
    entries.forget()  # what it opened is being given up; the codes say that this is wanted
    undo.callback(entries.forget)
    device = entries.make_device_key()
    if anchor is not None:
        entries.keep_anchor(anchor)
    return SEALED_BY_DEVICE, place.seal_to_device(secret, device.public)


def _anchor(entries: StoreKeyring) -> ChainHead | None:
    """What was seen of the audit trail is not forgotten with the key; an unreadable entry is."""
    try:
        return entries.anchor()
    except KnownError:
        return None


def _replace_secret(connection: Connection, name: str, sealed: bytes) -> None:
    old = MetaRow.name.in_((SEALED_BY_DEVICE, SEALED_BY_PHRASE))
    connection.execute(delete(MetaRow).where(old))
    connection.execute(insert(MetaRow), {"name": name, "value": sealed})
    connection.execute(delete(UserBlobRow))
    connection.execute(delete(GrantRow).where(GrantRow.staff_id != ROOT))


def _invite(
    connection: Connection, store: OpenedStore, person: Certificate, root: SigningKey
) -> NewCode:
    code, now = OneTimeCode.generate(), store.clock.now()
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
