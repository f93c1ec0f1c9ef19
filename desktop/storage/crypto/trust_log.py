"""Reading all signed papers of a store, oldest first, into a book of who is trusted."""

from collections.abc import Callable, Iterator, Sequence, Set
from datetime import datetime

from desktop.storage.crypto.certificates import (
    ROOT,
    Certificate,
    CertificateKind,
    SignedCertificate,
    read_signed,
)
from desktop.storage.crypto.elsewhere import ELSEWHERE, Elsewhere
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.signing import VerifyKey
from desktop.storage.crypto.statements import (
    EnrolledKeys,
    Epoch,
    Invitation,
    Naming,
    Restore,
    Revocation,
    Statement,
)
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.crypto.trust_rules import TrustRules

ADMINISTRATOR = CertificateKind.ADMINISTRATOR.value


def read_trust(
    hospital: str,
    root: VerifyKey,
    stored: Sequence[bytes],
    statements: Sequence[tuple[str, bytes]] = (),
    rules: TrustRules | None = None,
) -> TrustBook:
    """Verify all certificates (administrators first), then all statements (kind, body) in order.

    A paper that is damaged, or signed by nobody who may sign it, is left out and listed.
    """
    reader = _Reader(hospital, root, rules or TrustRules())
    reader.read_certificates(stored)
    for place, (kind, body) in enumerate(statements):
        if not reader.takes(kind, body):
            reader.refused_statements.append(place)
    return reader.book()


class _Reader:
    """The state of the book while papers come in."""

    def __init__(self, hospital: str, root: VerifyKey, rules: TrustRules) -> None:
        self._hospital = hospital
        self._root = root
        self._rules = rules
        self._refused: list[int] = []
        self._current: dict[str, Certificate] = {}
        self._keys: dict[str, tuple[VerifyKey, ...]] = {}
        self._invited: dict[str, Invitation] = {}
        self._revoked: dict[str, datetime] = {}
        self._last_facts: dict[str, int] = {}
        self._named: set[tuple[str, str]] = set()
        self._epochs: dict[tuple[str, int], Epoch] = {}
        self._owed: set[str] = set()
        self._restores: list[Restore] = []
        self._restored: set[tuple[int, bytes]] = set()
        self._elsewhere: set[str] = set()
        self._papers: Sequence[bytes] = ()
        self._read: list[tuple[str, bytes]] = []
        self.refused_statements: list[int] = []

    def read_certificates(self, stored: Sequence[bytes]) -> None:
        """The papers of the set-up; a later one of the same person replaces the earlier."""
        self._papers = stored
        readable: list[tuple[int, SignedCertificate]] = []
        for place, item in enumerate(stored):
            try:
                readable.append((place, read_signed(item)))
            except Damaged:
                self._refused.append(place)
        readable.sort(key=lambda entry: entry[1].order)
        administrators: list[Certificate] = []
        for place, signed in readable:
            if not signed.is_trusted(self._hospital, self._root, administrators):
                self._refused.append(place)
                continue
            if signed.certificate.kind is CertificateKind.ADMINISTRATOR:
                administrators.append(signed.certificate)
            self._certify(signed.certificate)

    def takes(self, kind: str, body: bytes) -> bool:
        """Whether one statement holds; what it says is then in force."""
        take = _TAKERS.get(kind)
        try:
            return take is not None and take(self, body)
        except Damaged:
            return False
        finally:
            self._read.append((kind, body))

    def take_elsewhere(self, body: bytes) -> bool:
        """Whom another workstation certified: their signatures hold, nothing else of them here.

        Not where who certified them has left here since.
        """
        said = Elsewhere.decode(body)
        log = [*self._read[: said.shared], *said.later]
        book = read_trust(self._hospital, self._root, self._papers, log, self._rules)
        for subject, certificate in book.certificates.items():
            if subject not in self._current:
                if certificate.issuer_id in self._revoked:
                    continue
                self._current[subject] = certificate
                self._elsewhere.add(subject)
            known = (self._current[subject].verify_key, *self._keys.get(subject, ()))
            new = (key for key in book.verify_keys(subject) if key not in known)
            self._keys[subject] = (*known[1:], *new)
        return said.shared <= len(self._read)

    def take_invitation(self, body: bytes) -> bool:
        """Administrators invite people, the root invites administrators."""
        invitation = Invitation.read(body)
        subject, role = invitation.subject_id, invitation.role
        is_known = subject in self._current
        if subject == ROOT or subject in self._revoked:
            return False
        if is_known and self._current[subject].role != role:
            return False
        if not self._signed_above(Invitation, body, role, invitation.issuer_id):
            return False
        self._invited[subject] = invitation
        return True

    def take_keys(self, body: bytes) -> bool:
        """Whoever has the one-time code brings keys, once and in time."""
        keys = EnrolledKeys.read(body)
        invitation = self._invited.get(keys.subject_id)
        if invitation is None or keys.enrolled_at > invitation.expires_at:
            return False
        if not EnrolledKeys.is_signed(body, self._hospital, invitation.code_key):
            return False
        del self._invited[keys.subject_id]
        is_administrator = invitation.role == ADMINISTRATOR
        kind = CertificateKind.ADMINISTRATOR if is_administrator else CertificateKind.PERSON
        self._certify(
            Certificate(
                kind=kind,
                subject_id=keys.subject_id,
                sign_in_name=invitation.sign_in_name,
                display_name=invitation.display_name,
                role=invitation.role,
                exchange=keys.exchange,
                verify_key=keys.verify_key,
                issued_at=keys.enrolled_at,
                issuer_id=invitation.issuer_id,
            )
        )
        return True

    def take_revocation(self, body: bytes) -> bool:
        """Administrators end people's certificates, the root also those of administrators."""
        revocation = Revocation.read(body)
        subject = revocation.subject_id
        known = self._current.get(subject) or self._invited.get(subject)
        if known is None or subject in self._revoked:
            return False
        if not self._signed_above(Revocation, body, known.role, revocation.issuer_id):
            return False
        self._invited.pop(subject, None)
        self._revoked[subject] = revocation.revoked_at
        self._last_facts[subject] = revocation.last_fact
        if subject in self._current:
            self._owed.update(self._held_by(subject, known.role))
        return True

    def take_naming(self, body: bytes) -> bool:
        """An administrator names people for a compartment that has named users."""
        naming = Naming.read(body)
        if naming.compartment not in self._rules.by_name:
            return False
        if naming.issuer_id == ROOT or not self._signed_by(
            Naming, body, naming.issuer_id, {ADMINISTRATOR}
        ):
            return False
        place = (naming.subject_id, naming.compartment)
        # Someone who is no longer named had the key; the first who is named needs one.
        if not naming.is_named or self._newest(naming.compartment) == 0:
            self._owed.add(naming.compartment)
        if naming.is_named:
            self._named.add(place)
        else:
            self._named.discard(place)
        return True

    def take_epoch(self, body: bytes) -> bool:
        """A holder renews the key of a compartment: one number higher each time."""
        epoch = Epoch.read(body)
        compartment, maker = epoch.compartment, epoch.maker_id
        if epoch.epoch != self._newest(compartment) + 1:
            return False
        is_by_name = maker != ROOT and compartment in self._rules.by_name
        if is_by_name and (maker, compartment) not in self._named:
            return False
        roles = self._rules.makers.get(compartment, frozenset())
        if not self._signed_by(Epoch, body, maker, roles):
            return False
        self._epochs[compartment, epoch.epoch] = epoch
        self._owed.discard(compartment)
        return True

    def take_restore(self, body: bytes) -> bool:
        """Two different people say it alike, one of them an administrator: then it holds."""
        restore = Restore.read(body)
        everyone = frozenset(each.role for each in self._current.values())
        if restore.signer_id == ROOT:
            return False
        if not self._signed_by(Restore, body, restore.signer_id, everyone):
            return False
        others = [each for each in self._restores if each.matter == restore.matter]
        for other in others:
            pair = {other.signer_id, restore.signer_id}
            roles = {self._current[each].role for each in pair}
            if len(pair) == 2 and ADMINISTRATOR in roles:
                self._restored.add((restore.seen_count, restore.seen_mark))
        self._restores.append(restore)
        return True

    def book(self) -> TrustBook:
        """What holds now."""
        return TrustBook(
            hospital=self._hospital,
            root=self._root,
            certificates=dict(self._current),
            refused=tuple(sorted(self._refused)),
            keys=dict(self._keys),
            invited=dict(self._invited),
            revoked=dict(self._revoked),
            last_facts=dict(self._last_facts),
            named=frozenset(self._named),
            epochs=dict(self._epochs),
            restored=frozenset(self._restored),
            elsewhere=frozenset(self._elsewhere),
            owed=frozenset(self._owed),
            refused_statements=tuple(self.refused_statements),
        )

    def _certify(self, certificate: Certificate) -> None:
        before = self._current.get(certificate.subject_id)
        if before is not None and before.verify_key != certificate.verify_key:
            earlier = self._keys.get(certificate.subject_id, ())
            self._keys[certificate.subject_id] = (before.verify_key, *earlier)
        self._current[certificate.subject_id] = certificate
        self._elsewhere.discard(certificate.subject_id)

    def _held_by(self, subject: str, role: str) -> Iterator[str]:
        for compartment, roles in self._rules.holders.items():
            is_named = (subject, compartment) in self._named
            if role in roles and (is_named or compartment not in self._rules.by_name):
                yield compartment

    def _newest(self, compartment: str) -> int:
        first = 1 if compartment in self._rules.founded else 0
        return max((n for name, n in self._epochs if name == compartment), default=first)

    def _signed_above(self, kind: type[Statement], body: bytes, role: str, issuer: str) -> bool:
        """The root stands above administrators, they stand above everyone else."""
        if role == ADMINISTRATOR:
            return issuer == ROOT and kind.is_signed(body, self._hospital, self._root)
        return issuer != ROOT and self._signed_by(kind, body, issuer, {ADMINISTRATOR})

    def _signed_by(self, kind: type[Statement], body: bytes, signer: str, roles: Set[str]) -> bool:
        if signer == ROOT:
            return kind.is_signed(body, self._hospital, self._root)
        certificate = self._current.get(signer)
        is_gone = signer in self._revoked or signer in self._elsewhere
        if certificate is None or is_gone or certificate.role not in roles:
            return False
        keys = (certificate.verify_key, *self._keys.get(signer, ()))
        return any(kind.is_signed(body, self._hospital, key) for key in keys)


INVITATION, KEYS, REVOCATION = "invitation", "keys", "revocation"
NAMING, EPOCH, RESTORE = "naming", "epoch", "restore"
_TAKERS: dict[str, Callable[[_Reader, bytes], bool]] = {
    INVITATION: _Reader.take_invitation,
    KEYS: _Reader.take_keys,
    REVOCATION: _Reader.take_revocation,
    NAMING: _Reader.take_naming,
    EPOCH: _Reader.take_epoch,
    RESTORE: _Reader.take_restore,
    ELSEWHERE: _Reader.take_elsewhere,
}
