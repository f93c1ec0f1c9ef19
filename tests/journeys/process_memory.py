"""Looks into the memory of another process, from outside, for words in it (proc(5))."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

CHUNK_BYTES = 16 * 1024 * 1024


def words_in_memory(pid: int, needles: Mapping[str, bytes]) -> list[str]:
    """Which needles stand in any readable page. PermissionError where nobody may look."""
    found: set[str] = set()
    longest = max(map(len, needles.values()))
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in readable_ranges(pid):
            for chunk in _chunks(memory.fileno(), start, end, longest):
                found |= {name for name, needle in needles.items() if needle in chunk}
    return sorted(found)


def readable_ranges(pid: int) -> Iterator[tuple[int, int]]:
    """First and last address of every readable mapping but those of the kernel itself."""
    for line in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines():
        addresses, mode, *rest = line.split()
        is_kernels = rest[-1] in ("[vvar]", "[vsyscall]", "[vvar_vclock]")
        if mode.startswith("r") and not is_kernels:
            first, last = (int(part, 16) for part in addresses.split("-"))
            yield first, last


def _chunks(memory: int, start: int, end: int, overlap: int) -> Iterator[bytes]:
    """The range in pieces that overlap, so that no needle is cut; gone pages are left out."""
    at = start
    while at < end:
        try:
            chunk = os.pread(memory, min(CHUNK_BYTES, end - at), at)
        except OSError:
            return
        if not chunk:
            return
        yield chunk
        at += len(chunk)
        if at < end:
            at -= overlap
