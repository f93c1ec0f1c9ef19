"""What a disk may hold after the power went: writes recorded by strace, replayed in part.

Whatever was written before a file's last fsync is there. Of what came after it, any part may be:
all, nothing, a part in any order, and of one write only some sectors of 512 bytes.
"""

import random
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECTOR = 512
_CALL = re.compile(
    r"^(?:\d+ +)?(?P<name>\w+)\((?P<fd>\d+)<(?P<path>[^>]*)>(?:, (?P<rest>.*))?\) += \d+"
)
_HEX = re.compile(r'^"(?P<data>(?:\\x[0-9a-f]{2})*)"(?P<more>\.\.\.)?, (?P<numbers>.*)$')
CALLS = "trace=write,pwrite64,fsync,fdatasync,ftruncate"


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes at a place of one file; ``data`` None cuts the file to ``at`` bytes."""

    file: str
    at: int
    data: bytes | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sync:
    """Everything written to the file before is on the disk."""

    file: str


@dataclass(frozen=True, slots=True)
class Said:
    """The process told the outside that this number is saved."""

    number: int


Event = Write | Sync | Said
Disk = dict[str, bytes]


def record(module: str, folder: Path, arguments: list[str]) -> list[Event]:
    """Run ``python -m module arguments`` and record what it does to the files of ``folder``."""
    trace = folder.parent / "trace"
    command = ["strace", "-f", "-y", "-xx", "-s", "70000", "-e", CALLS, "-o", str(trace)]
    subprocess.run(
        [*command, sys.executable, "-m", module, *arguments],
        check=True,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )
    with trace.open(encoding="ascii") as lines:
        return [event for line in lines if (event := _event(line, folder)) is not None]


def _event(line: str, folder: Path) -> Event | None:
    found = _CALL.match(line)
    if found is None:
        return None
    name, rest = found["name"], found["rest"] or ""
    if name == "write" and found["fd"] == "1":
        text = _bytes(rest)[0].strip()
        return Said(int(text)) if text.isdigit() else None
    path = Path(bytes.fromhex(found["path"].replace("\\x", "")).decode())
    if path.parent != folder or path.suffix not in (".db", ".db-wal"):
        return None
    if name in ("fsync", "fdatasync"):
        return Sync(path.name)
    if name == "ftruncate":
        return Write(path.name, int(rest), None)
    data, numbers = _bytes(rest)
    return Write(path.name, int(numbers.split(", ")[1]), data)


def _bytes(rest: str) -> tuple[bytes, str]:
    found = _HEX.match(rest)
    if found is None or found["more"]:
        raise ValueError("a write that strace cut")
    return bytes.fromhex(found["data"].replace("\\x", "")), found["numbers"]


def images(
    start: Mapping[str, bytes], events: list[Event], count: int, seed: int
) -> Iterator[tuple[Disk, int]]:
    """``count`` disks after a power loss, and the last number that had been said by then.

    The losses are spread evenly over all events; at each the kind of loss takes its turn.
    """
    chance = random.Random(seed)
    stops = sorted(1 + number * len(events) // count for number in range(count))
    durable: Disk = dict(start)
    pending: list[Write] = []
    said, done = 0, 0
    for number, stop in enumerate(stops):
        for event in events[done:stop]:
            if isinstance(event, Said):
                said = event.number
            elif isinstance(event, Write):
                pending.append(event)
            else:
                for write in pending:
                    if write.file == event.file:
                        apply(durable, write)
                pending = [write for write in pending if write.file != event.file]
        done = max(done, stop)
        disk = dict(durable)
        for write in _LOSSES[number % len(_LOSSES)](pending, chance):
            apply(disk, write)
        yield disk, said


def apply(disk: Disk, write: Write) -> None:
    """Do one write."""
    old = disk.get(write.file, b"")
    if write.data is None:
        disk[write.file] = old[: write.at].ljust(write.at, b"\0")
        return
    end = write.at + len(write.data)
    disk[write.file] = old[: write.at].ljust(write.at, b"\0") + write.data + old[end:]


def _dropped(_pending: list[Write], _chance: random.Random) -> list[Write]:
    return []


def _kept(pending: list[Write], _chance: random.Random) -> list[Write]:
    return pending


def _some(pending: list[Write], chance: random.Random) -> list[Write]:
    return [write for write in pending if chance.random() < 0.5]


def _shuffled(pending: list[Write], chance: random.Random) -> list[Write]:
    some = _some(pending, chance)
    chance.shuffle(some)
    return some


def _torn(pending: list[Write], chance: random.Random) -> list[Write]:
    """Of each write some sectors, in any order."""
    pieces: list[Write] = []
    for write in pending:
        if write.data is None:
            pieces.append(write)
            continue
        at = 0
        while at < len(write.data):
            size = SECTOR - (write.at + at) % SECTOR
            if chance.random() < 0.5:
                pieces.append(Write(write.file, write.at + at, write.data[at : at + size]))
            at += size
    chance.shuffle(pieces)
    return pieces


_LOSSES = (_dropped, _kept, _some, _shuffled, _torn)
