"""What one workstation sends another as a file: sealed to its key, signed by who sends it.

    magic | frame(sender, receiver, kind, wrapped key, sealed content)
    wrapped key     HPKE (RFC 9180) to the receiving workstation's public key
    sealed content  AES-256-GCM under that key: frame(signer, Ed25519 signature, body)

Hospital, both workstations and the kind are bound into both seals and into the signature, so that
a file is no good for any other place; the signature lies inside the seal and names the receiver,
so that whoever opens it cannot pass it on as sent to somebody else (base mode does not tell who
sealed, RFC 9180 9.1). Nothing of a person stands in clear: two random ids and a kind do.
"""

from dataclasses import dataclass
from enum import StrEnum

from desktop.errors import KnownError
from desktop.storage.crypto.aead import open_sealed, seal
from desktop.storage.crypto.context import SealContext
from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.framing import frame, read_text, unframe
from desktop.storage.crypto.hashing import digest
from desktop.storage.crypto.hpke_wrap import (
    KeyPair,
    PublicKey,
    open_secret_from,
    seal_secret_to,
)
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.signing import SigningKey, VerifyKey, sign, verify
from desktop.storage.crypto.symmetric_key import SymmetricKey

MAGIC = b"firstlight hand-over file 1\n"
_MAGIC_ANY = b"firstlight hand-over file "
MOST_BYTES = 256 * 1024 * 1024
"""A larger file is refused before it is read: a case with its papers takes a few megabytes."""


class LetterKind(StrEnum):
    """What a file is."""

    CASE = "case"
    RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class Passage:
    """From which workstation to which, within one hospital, and what."""

    hospital: str
    sender: str
    receiver: str
    kind: LetterKind

    def _context(self) -> SealContext:
        both = digest(frame(self.sender.encode(), self.receiver.encode()))
        return SealContext(
            hospital=self.hospital,
            compartment="hand-over",
            object_type=f"hand-over-{self.kind.value}",
            record_id=both.hex(),
        )

    def _signed(self) -> tuple[bytes, ...]:
        """What the signature is bound to besides the content."""
        fields = (self.hospital, self.sender, self.receiver, self.kind.value)
        return tuple(field.encode() for field in fields)

    def seal(self, receiver: PublicKey, signer_id: str, signer: SigningKey, body: bytes) -> bytes:
        """The whole file."""
        key, context = SymmetricKey.generate(), self._context()
        signature = sign(signer, Label.HAND_OVER_FILE, self._signed(), body)
        return MAGIC + frame(
            self.sender.encode(),
            self.receiver.encode(),
            self.kind.value.encode(),
            seal_secret_to(receiver, context, key.material),
            seal(key, context, frame(signer_id.encode(), signature, body)),
        )

    def check(self, letter: "OpenedLetter", key: VerifyKey) -> None:
        """Return when that key signed it for this passage; raises ``Damaged``."""
        verify(key, Label.HAND_OVER_FILE, self._signed(), letter.body, letter.signature)

    def open(self, pair: KeyPair, content: bytes) -> "OpenedLetter":
        """What :meth:`seal` was given; who signed it is not checked yet. Raises ``Damaged``."""
        *_, wrapped, sealed = _fields(content)
        context = self._context()
        material = open_secret_from(pair, context, wrapped)
        signer, signature, body = unframe(open_sealed(SymmetricKey(material), context, sealed), 3)
        return OpenedLetter(read_text(signer), signature, body)


@dataclass(frozen=True, slots=True)
class OpenedLetter:
    """The inside of a file."""

    signer_id: str
    signature: bytes
    body: bytes


def read_passage(content: bytes, hospital: str) -> Passage:
    """From where to where, as the file says in clear: :meth:`Passage.open` vouches for it.

    KnownErrors ``hand-over.not-a-file``, ``hand-over.newer-file``, ``hand-over.damaged``.
    """
    if len(content) > MOST_BYTES or not content.startswith(_MAGIC_ANY):
        raise KnownError("hand-over.not-a-file")
    if not content.startswith(MAGIC):
        raise KnownError("hand-over.newer-file")
    try:
        sender, receiver, kind = (read_text(field) for field in _fields(content)[:3])
        return Passage(hospital, sender, receiver, LetterKind(kind))
    except (Damaged, ValueError):
        raise KnownError("hand-over.damaged") from None


def _fields(content: bytes) -> tuple[bytes, ...]:
    return unframe(content[len(MAGIC) :], 5)
