"""Where a sealed thing belongs: bound into it, so that it opens nowhere else."""

from functools import lru_cache

import msgspec

from desktop.errors import BugError
from desktop.storage.crypto.framing import frame, number
from desktop.storage.crypto.hashing import DIGEST_BYTES
from desktop.storage.crypto.header import Header, Suite
from desktop.storage.crypto.labels import Label


class SealContext(msgspec.Struct, frozen=True, kw_only=True):
    """The place of one sealed thing. Ids are text; ``""`` and 0 where a field has no meaning.

    A struct, because one is made at each keystroke: a frozen dataclass sets its fields in Python.
    """

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
        before, after = self.bind_around(label, header)
        return before + frame(number(self.revision), self.previous_hash) + after

    def bind_around(self, label: Label, header: Header) -> tuple[bytes, bytes]:
        """What :meth:`bind` puts before and after the number and the previous hash."""
        whose = _whose(
            label,
            header.suite,
            self.hospital,
            self.compartment,
            header.key_id,
            self.epoch,
            self.object_type,
            self.patient_id,
            self.record_id,
        )
        return whose, frame(number(self.schema_version))


@lru_cache(maxsize=64)
def _whose(
    label: Label,
    suite: Suite,
    hospital: str,
    compartment: str,
    key_id: bytes,
    epoch: int,
    object_type: str,
    patient_id: str,
    record_id: str,
) -> bytes:
    """The first fields, framed: the same for every row of a draft. Opaque ids, no key."""
    return frame(
        label.octets,
        bytes((suite,)),
        hospital.encode(),
        compartment.encode(),
        key_id,
        number(epoch),
        object_type.encode(),
        patient_id.encode(),
        record_id.encode(),
    )
