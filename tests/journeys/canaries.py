"""Words that stand nowhere else, and the search for them in everything a journey left behind."""

import base64
from collections.abc import Iterable, Iterator
from pathlib import Path

PDF_MARK = b"%PDF-"


def traces(folders: Iterable[Path], canaries: Iterable[str]) -> list[str]:
    """Where a canary, in any usual coding, or the start of a PDF stands in a file."""
    needles = {"%PDF-": PDF_MARK}
    for canary in canaries:
        needles.update(coded(canary))
    found = []
    for path in files_below(folders):
        content = path.read_bytes()
        found += [f"{path.name}: {name}" for name, needle in needles.items() if needle in content]
    return found


def coded(canary: str) -> dict[str, bytes]:
    """The canary as UTF-8, UTF-16LE, and within base64 at each of the three alignments."""
    plain = canary.encode()
    found = {f"{canary} as UTF-8": plain, f"{canary} as UTF-16LE": canary.encode("utf-16-le")}
    for shift in range(3):
        found[f"{canary} as base64, shifted {shift}"] = base64_middle(plain, shift)
    return found


def base64_middle(plain: bytes, shift: int) -> bytes:
    """The base64 characters that depend on ``plain`` alone when ``shift`` bytes stand before it.

    RFC 4648, section 4: three bytes make four characters, so those at both ends are shared with
    the neighbours.
    """
    coded_text = base64.b64encode(b"\0" * shift + plain)
    first = -(-shift * 4 // 3)
    last = (shift + len(plain)) // 3 * 4
    return coded_text[first:last]


def files_below(folders: Iterable[Path]) -> Iterator[Path]:
    """Every plain file, also hidden ones."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield path
