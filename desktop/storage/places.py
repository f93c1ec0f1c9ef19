"""Where each sealed thing of the store belongs: the one list of contexts bound into the seals."""

import msgspec

from desktop.records.ids import PacketId, PersonId, RecordId
from desktop.records.kinds import Compartment
from desktop.storage.crypto.context import SealContext
from desktop.storage.crypto.framing import frame, number
from desktop.storage.crypto.hashing import digest

_CLIN = Compartment.CLIN.value
"""Asked for at each answer: an enum's value is looked up in Python."""


class Places(msgspec.Struct, frozen=True):
    """The places of one hospital's store."""

    hospital: str

    def data_key(
        self, person_id: PersonId, compartment: Compartment, version: int, epoch: int
    ) -> SealContext:
        """A person's data key under the compartment key of ``epoch``."""
        return SealContext(
            hospital=self.hospital,
            compartment=compartment.value,
            object_type="data-key",
            epoch=epoch,
            patient_id=person_id,
            revision=version,
        )

    def seal_count(
        self, person_id: PersonId, compartment: Compartment, version: int
    ) -> SealContext:
        """How often a data key sealed, under that key."""
        return SealContext(
            hospital=self.hospital,
            compartment=compartment.value,
            object_type="seal-count",
            epoch=version,
            patient_id=person_id,
        )

    def revision(self, slot: "RevisionSlot") -> SealContext:
        """One revision; ``epoch`` is the version of the data key."""
        return SealContext(
            hospital=self.hospital,
            compartment=slot.compartment.value,
            object_type=f"record:{slot.kind}",
            epoch=slot.dek_version,
            patient_id=slot.person_id,
            record_id=slot.record_id,
            revision=slot.number,
            previous_hash=slot.previous_hash,
            schema_version=slot.schema_version,
        )

    def journal_row(
        self, person_id: PersonId, record_id: RecordId, dek_version: int, seq: int, before: bytes
    ) -> SealContext:
        """One row of a draft; ``before`` ties it to the row before and so to the base."""
        return SealContext(
            hospital=self.hospital,
            compartment=_CLIN,
            object_type="journal",
            epoch=dek_version,
            patient_id=person_id,
            record_id=record_id,
            revision=seq,
            previous_hash=before,
        )

    def packet_key(self, packet_id: PacketId, epoch: int) -> SealContext:
        """A packet's own key, sealed to the desk."""
        return self._packet("packet-key", packet_id, epoch)

    def packet_content(self, packet_id: PacketId, epoch: int) -> SealContext:
        """The finished paper under the packet's own key."""
        return self._packet("packet-content", packet_id, epoch)

    def _packet(self, object_type: str, packet_id: PacketId, epoch: int) -> SealContext:
        return SealContext(
            hospital=self.hospital,
            compartment=Compartment.PKT.value,
            object_type=object_type,
            epoch=epoch,
            record_id=packet_id,
        )

    def glass_note(self, glass_id: str, epoch: int) -> SealContext:
        """What was said when a glass was broken, sealed to the auditor."""
        return SealContext(
            hospital=self.hospital,
            compartment=Compartment.AUD.value,
            object_type="glass-note",
            epoch=epoch,
            record_id=glass_id,
        )

    def caseload_key(self, block: int, epoch: int) -> SealContext:
        """A block's own key under the clinical key of ``epoch``."""
        return self._caseload("caseload-key", block, epoch)

    def caseload_block(self, block: int) -> SealContext:
        """A block of packed summaries under its own key, whatever wraps that key."""
        return self._caseload("caseload-block", block)

    def _caseload(self, object_type: str, block: int, epoch: int = 0) -> SealContext:
        return SealContext(
            hospital=self.hospital,
            compartment=Compartment.CLIN.value,
            object_type=object_type,
            epoch=epoch,
            revision=block,
        )

    def audit_entry(
        self, workstation_id: str, entry: int, previous_hash: bytes, epoch: int
    ) -> SealContext:
        """One audit entry, sealed to the auditor."""
        return SealContext(
            hospital=self.hospital,
            compartment=Compartment.AUD.value,
            object_type="audit-entry",
            epoch=epoch,
            record_id=workstation_id,
            revision=entry,
            previous_hash=previous_hash,
        )


class RevisionSlot(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that says which revision of what this is; a struct, as ``SealContext`` is."""

    person_id: PersonId
    record_id: RecordId
    kind: str
    compartment: Compartment
    number: int
    dek_version: int
    schema_version: int
    previous_hash: bytes


def draft_start(base: int, amends: int | None, base_sealed: bytes) -> bytes:
    """What stands for the row before a draft's first: binds what the draft is written on.

    ``base_sealed`` is empty for base 0; a revision number is never 0, so 0 says "amends none".
    """
    return digest(frame(b"draft", number(base), number(amends or 0), base_sealed))
