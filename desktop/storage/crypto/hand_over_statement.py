"""What is signed about a case that moves between workstations: given, taken back, taken in."""

from dataclasses import dataclass, field

from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.framing import frame, read_text, unframe, unframe_all
from desktop.storage.crypto.hashing import DIGEST_BYTES
from desktop.storage.crypto.labels import Label
from desktop.storage.crypto.person_statements import PersonStatement, read_common


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverStatement(PersonStatement):
    """One step of one hand-over, as the workstation says it that did the step.

    ``letter`` names the hand-over, ``other`` the workstation at its other end, ``file_hash`` is
    the SHA-256 of the exact file. ``holds`` are the legal holds that came with the case, each as
    whoever set it signed it.
    """

    label = Label.HAND_OVER
    kind = "hand-over"
    letter: str
    other: str
    file_hash: bytes
    holds: tuple[bytes, ...] = field(default=(), repr=False)
    earlier: tuple[str, ...] = ()
    """Every hand-over that this case had been through when it was made, by letter."""

    def encode(self) -> bytes:
        """Six framed fields."""
        return frame(
            self.common(),
            self.letter.encode(),
            self.other.encode(),
            self.file_hash,
            frame(*self.holds),
            frame(*(each.encode() for each in self.earlier)),
        )

    @classmethod
    def decode(cls, statement: bytes) -> "HandOverStatement":
        """Undo :meth:`encode`; raises ``Damaged``."""
        head, letter, other, file_hash, holds, earlier = unframe(statement, 6)
        common = read_common(head)
        if len(file_hash) != DIGEST_BYTES:
            raise Damaged
        return cls(
            person_ids=common.person_ids,
            act=common.act,
            reason=common.reason,
            signer_id=common.signer_id,
            at=common.at,
            before=common.before,
            letter=read_text(letter),
            other=read_text(other),
            file_hash=file_hash,
            holds=unframe_all(holds),
            earlier=tuple(read_text(each) for each in unframe_all(earlier)),
        )
