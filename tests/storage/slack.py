"""Bytes of a SQLite file that hold nothing: gaps in pages, free blocks' insides, free pages.

https://sqlite.org/fileformat2.html sections 1.5 (freelist) and 1.6 (b-tree pages).
"""

from collections.abc import Iterator

_TREE_PAGES = {2: 12, 5: 12, 10: 8, 13: 8}
"""Header bytes of each kind of b-tree page."""
_HEADER_BYTES = 100


def slack_of(data: bytes) -> list[int]:
    """Offsets of every byte that no table, index or list of free pages uses."""
    size = int.from_bytes(data[16:18], "big")
    free = _free_pages(data, size)
    found: list[int] = []
    for number in range(1, len(data) // size + 1):
        start = (number - 1) * size
        if number in free:
            found += range(start + free[number], start + size)
        else:
            found += (start + at for at in _gaps(data[start : start + size], number == 1))
    return found


def _free_pages(data: bytes, size: int) -> dict[int, int]:
    """Free pages, and from which byte on each holds nothing."""
    found: dict[int, int] = {}
    trunk = _number(data, 32)
    while trunk:
        start = (trunk - 1) * size
        leaves = _number(data, start + 4)
        found[trunk] = 8 + 4 * leaves
        for index in range(leaves):
            found[_number(data, start + 8 + 4 * index)] = 0
        trunk = _number(data, start)
    return found


def _gaps(page: bytes, is_first: bool) -> Iterator[int]:
    at = _HEADER_BYTES if is_first else 0
    header = _TREE_PAGES.get(page[at])
    if header is None:
        return  # an overflow page: its content may begin like anything, so it is left alone
    cells = int.from_bytes(page[at + 3 : at + 5], "big")
    content = int.from_bytes(page[at + 5 : at + 7], "big") or 65536
    yield from range(at + header + 2 * cells, content)
    block = int.from_bytes(page[at + 1 : at + 3], "big")
    while block:
        length = int.from_bytes(page[block + 2 : block + 4], "big")
        yield from range(block + 4, block + length)
        block = int.from_bytes(page[block : block + 2], "big")


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")
