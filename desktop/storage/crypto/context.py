"""Where a sealed thing belongs: bound into it, so that it opens nowhere else."""

from dataclasses import dataclass

from desktop.errors import BugError
from desktop.storage.crypto.framing import frame, number
from desktop.storage.crypto.hashing import DIGEST_BYTES
from desktop.storage.crypto.header import Header
from desktop.storage.crypto.labels import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class SealContext:
    """The place of one sealed thing. Ids are text; ``""`` and 0 where a field has no meaning."""

    hospital: str
    compartment: str
    object_type: str
    epoch: int = 0
    patient_id: str = ""
    record_id: str = ""
    revision: int = 0
    previous_hash: bytes = b""
    """SHA-256 of the previous revision's sealed bytes; empty for the first."""
    schema_version: int = 1

    def __post_init__(self) -> None:
        if len(self.previous_hash) not in (0, DIGEST_BYTES):
            raise BugError("previous_hash is empty or a SHA-256 digest")

    def bind(self, label: Label, header: Header) -> bytes:
        """The bytes for AAD or HPKE ``info``: every field framed, in fixed order."""
        return frame(
            label.octets,
            bytes((header.suite,)),
            self.hospital.encode(),
            self.compartment.encode(),
            header.key_id,
            number(self.epoch),
            self.object_type.encode(),
            self.patient_id.encode(),
            self.record_id.encode(),
            number(self.revision),
            self.previous_hash,
            number(self.schema_version),
        )
