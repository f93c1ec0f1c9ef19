"""How far each account has come, from the trust log, the sealed keys and the grants."""

from sqlalchemy import Connection, select

from desktop.records.base32 import first_letters, grouped
from desktop.records.ids import StaffId
from desktop.records.kinds import Compartment
from desktop.records.roles import Role, StaffMember
from desktop.services.ports import StaffEntry, StaffStanding
from desktop.storage.compartment_rules import may_hold
from desktop.storage.crypto.certificates import Certificate
from desktop.storage.crypto.framing import frame
from desktop.storage.crypto.hashing import digest
from desktop.storage.opened_store import OpenedStore, as_staff
from desktop.storage.schema import EnrolmentRow, GrantRow, UserBlobRow

_FINGERPRINT_CHARACTERS = 12


def read_entries(store: OpenedStore) -> tuple[StaffEntry, ...]:
    """Every account of this workstation, by display name; those revoked last."""
    with store.database.transaction() as connection:
        unspent = select(EnrolmentRow.staff_id).where(EnrolmentRow.blob.is_not(None))
        waiting_codes = frozenset(connection.execute(unspent).scalars())
        enrolled = frozenset(connection.execute(select(UserBlobRow.staff_id)).scalars())
        held = held_compartments(connection)
    entries = [
        _entry(store, certificate, waiting_codes, enrolled, held)
        for subject, certificate in store.trust.certificates.items()
        if subject not in store.trust.elsewhere or subject in store.trust.invited
    ]
    entries += [
        _invited(store, StaffId(subject))
        for subject in store.trust.invited
        if subject not in store.trust.certificates
    ]
    return tuple(
        sorted(
            entries,
            key=lambda each: (
                each.standing is StaffStanding.REVOKED,
                each.member.display_name.casefold(),
                each.member.staff_id,
            ),
        )
    )


def held_compartments(connection: Connection) -> frozenset[tuple[str, str]]:
    """(person, compartment) of every grant in the file."""
    rows = connection.execute(select(GrantRow.staff_id, GrantRow.compartment).distinct())
    return frozenset((person, compartment) for person, compartment in rows)


def missing_keys(
    store: OpenedStore, staff_id: str, held: frozenset[tuple[str, str]]
) -> tuple[Compartment, ...]:
    """Compartments that this person may hold and has no grant of."""
    return tuple(
        each
        for each in Compartment
        if may_hold(store.trust, staff_id, each) and (staff_id, each.value) not in held
    )


def fingerprint(certificate: Certificate) -> str:
    """60 bits of SHA-256 over both public keys, in letters that are easy to read aloud."""
    hashed = digest(frame(certificate.exchange.raw, certificate.verify_key.raw))
    return grouped(first_letters(hashed, _FINGERPRINT_CHARACTERS))


def _entry(
    store: OpenedStore,
    certificate: Certificate,
    waiting_codes: frozenset[str],
    enrolled: frozenset[str],
    held: frozenset[tuple[str, str]],
) -> StaffEntry:
    member, subject = as_staff(certificate), certificate.subject_id
    trust = store.trust
    if subject in trust.revoked:
        return StaffEntry(member, StaffStanding.REVOKED, trust.revoked[subject])
    if subject in trust.invited:
        return _invited(store, StaffId(subject))
    missing = missing_keys(store, subject, held)
    if subject in waiting_codes:
        standing = StaffStanding.INVITED
    elif subject not in enrolled:  # the workstation was enrolled again: every password ended
        standing = StaffStanding.EXPIRED
    else:
        standing = StaffStanding.WAITING if missing else StaffStanding.ACTIVE
    named = tuple(each for each in Compartment if (subject, each.value) in trust.named)
    return StaffEntry(member, standing, None, missing, named, fingerprint(certificate))


def _invited(store: OpenedStore, staff_id: StaffId) -> StaffEntry:
    invitation = store.trust.invited[staff_id]
    is_over = store.time.now() > invitation.expires_at
    return StaffEntry(
        StaffMember(
            staff_id, invitation.sign_in_name, invitation.display_name, Role(invitation.role)
        ),
        StaffStanding.EXPIRED if is_over else StaffStanding.INVITED,
        invitation.expires_at,
    )
