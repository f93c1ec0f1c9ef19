"""What the crypto tests share: one place, cheap key derivation, and every one-byte change."""

from collections.abc import Iterator

from desktop.storage.crypto.context import SealContext
from desktop.storage.crypto.password_kdf import Argon2Parameters, KdfCost

HOSPITAL = "hospital-1"
CHEAP = KdfCost(memory_kib=64, iterations=1, lanes=1)
CHEAP_PARAMETERS = Argon2Parameters(64, 1, 1, bytes(range(16)))
PASSWORD = "kettle ragged umbrella violet"

PLACE = SealContext(
    hospital=HOSPITAL,
    compartment="CLIN",
    object_type="assessment",
    epoch=3,
    patient_id="a" * 32,
    record_id="b" * 32,
    revision=7,
    previous_hash=bytes(32),
    schema_version=2,
)

OTHER_VALUES: dict[str, str | int | bytes] = {
    "hospital": "hospital-2",
    "compartment": "ID",
    "object_type": "consent",
    "epoch": 4,
    "patient_id": "c" * 32,
    "record_id": "d" * 32,
    "revision": 8,
    "previous_hash": bytes([1]) * 32,
    "schema_version": 3,
}


def one_byte_changes(blob: bytes) -> Iterator[bytes]:
    """The blob with each byte changed in turn, then one byte shorter and one longer."""
    for at in range(len(blob)):
        yield blob[:at] + bytes((blob[at] ^ 0x55,)) + blob[at + 1 :]
    yield blob[:-1]
    yield blob + b"\0"
