"""The chain's head as a few characters for paper: count and 60 bits of its hash."""

from desktop.errors import KnownError
from desktop.records.base32 import ALPHABET, LOOK_ALIKES, first_letters, grouped
from desktop.storage.crypto.audit_chain import ChainHead
from desktop.storage.crypto.framing import frame, number
from desktop.storage.crypto.hashing import digest
from desktop.storage.crypto.labels import Label

CHARACTERS = 12


def anchor_mark(head: ChainHead) -> bytes:
    """Twelve characters of Crockford's base 32 from SHA-256 over label, count and hash.

    60 bits: someone who wants an older chain to fit a footer would need 2^60 tries.
    """
    label = Label.ANCHOR_CODE.octets
    hashed = digest(frame(label, number(head.count), head.head_hash))
    return first_letters(hashed, CHARACTERS).encode()


def anchor_code(head: ChainHead) -> str:
    """As printed in a footer: ``1204-7KQ2-MX9P-0ABC``."""
    return f"{head.count}-{grouped(anchor_mark(head).decode())}"


def read_anchor_code(typed: str) -> tuple[int, bytes]:
    """Count and mark of a typed footer. KnownError ``rollback.footer-unreadable``."""
    count, _, rest = typed.strip().partition("-")
    mark = "".join(rest.split()).replace("-", "").upper().translate(LOOK_ALIKES)
    is_count = count.isascii() and count.isdigit() and 0 < len(count) <= 12
    if not is_count or len(mark) != CHARACTERS or any(each not in ALPHABET for each in mark):
        raise KnownError("rollback.footer-unreadable")
    return int(count), mark.encode()
