"""Who is trusted in a store: everyone whose signed papers lead to the hospital root."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desktop.storage.crypto.certificates import ROOT, Certificate
from desktop.storage.crypto.failures import Damaged, NotTrusted
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.signing import VerifyKey, verify
from desktop.storage.crypto.statements import Epoch, Invitation


@dataclass(frozen=True, slots=True)
class TrustBook:
    """Everyone ever certified, with all keys they ever had, and who was revoked since.

    A signature stays valid when its signer gets new keys or leaves; what the signer may still do
    is another question (:meth:`is_active`).
    """

    hospital: str
    root: VerifyKey
    certificates: Mapping[str, Certificate]
    """The newest certificate of each person, those who left included: authors keep their names."""
    refused: tuple[int, ...] = ()
    """Places, in the order given, of stored certificates that were not taken: show these."""
    keys: Mapping[str, tuple[VerifyKey, ...]] = field(default_factory=dict)
    """Earlier keys of people who got new ones."""
    invited: Mapping[str, Invitation] = field(default_factory=dict)
    """Whose one-time code was not used yet."""
    revoked: Mapping[str, datetime] = field(default_factory=dict)
    last_facts: Mapping[str, int] = field(default_factory=dict)
    """The newest site fact when each revoked person left."""
    named: frozenset[tuple[str, str]] = frozenset()
    """(person, compartment) of compartments that have named users."""
    epochs: Mapping[tuple[str, int], Epoch] = field(default_factory=dict)
    """Every renewed key of a compartment."""
    restored: frozenset[tuple[int, bytes]] = frozenset()
    """Anchors (count, mark) that two people gave up when they put the store back on purpose."""
    elsewhere: frozenset[str] = frozenset()
    """Whom another workstation certified since it parted from this one: authors and signers of
    cases that came from there. Here they sign in to nothing and hold nothing."""
    owed: frozenset[str] = frozenset()
    """Compartments whose newest key someone has who left since."""
    refused_statements: tuple[int, ...] = ()
    """As ``refused``, for the trust log."""

    def person(self, subject_id: str) -> Certificate:
        """The newest certificate of one person; raises :class:`NotTrusted` when there is none."""
        if subject_id not in self.certificates:
            raise NotTrusted
        return self.certificates[subject_id]

    def is_active(self, subject_id: str) -> bool:
        """Certified here and not revoked; the root always is."""
        is_gone = subject_id in self.revoked or subject_id in self.elsewhere
        return subject_id == ROOT or (subject_id in self.certificates and not is_gone)

    def verify_key(self, holder_id: str) -> VerifyKey:
        """The newest key that checks that holder's signatures; ``ROOT`` names the root."""
        return self.root if holder_id == ROOT else self.person(holder_id).verify_key

    def verify_keys(self, holder_id: str) -> tuple[VerifyKey, ...]:
        """Every key that ever was that holder's; raises :class:`NotTrusted`."""
        return (self.verify_key(holder_id), *self.keys.get(holder_id, ()))

    def check_signature(
        self,
        signer_id: str,
        label: Label,
        context: Sequence[bytes],
        data: bytes,
        signature: bytes,
    ) -> None:
        """Return when one of the signer's keys made it.

        Raises :class:`NotTrusted` for a stranger, :class:`Damaged` for a wrong signature.
        """
        for key in self.verify_keys(signer_id):
            try:
                return verify(key, label, context, data, signature)
            except Damaged:
                continue
        raise Damaged
