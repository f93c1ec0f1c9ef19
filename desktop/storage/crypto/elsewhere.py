"""Papers about people that another workstation of the same hospital signed since the two parted."""

from dataclasses import dataclass, field

from desktop.storage.crypto.failures import Damaged
from desktop.storage.crypto.framing import (
    frame,
    number,
    read_number,
    read_text,
    unframe,
    unframe_all,
)

ELSEWHERE = "elsewhere"
"""The kind of these rows in the trust log. They need no signature of their own: each paper in
them is signed by somebody whom the hospital root leads to, or it counts for nothing."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What the other trust log says after the first ``shared`` statements, which are ours too."""

    shared: int
    later: tuple[tuple[str, bytes], ...] = field(repr=False)
    """Kind and stored bytes of each, in their order."""

    def encode(self) -> bytes:
        """The number, and a framed pair for each statement."""
        return frame(
            number(self.shared), *(frame(kind.encode(), body) for kind, body in self.later)
        )

    @classmethod
    def decode(cls, stored: bytes) -> "Elsewhere":
        """Undo :meth:`encode`; raises ``Damaged``."""
        shared, *later = unframe_all(stored) or (b"",)
        pairs = [unframe(each, 2) for each in later]
        if not pairs:
            raise Damaged
        return cls(read_number(shared), tuple((read_text(kind), body) for kind, body in pairs))
