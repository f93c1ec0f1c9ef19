"""What a program and all that it starts wrote, sent, named and ran, as strace saw it."""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tests.journeys.canaries import PDF_MARK, coded

ROOT = Path(__file__).resolve().parents[2]
CALLS = (
    "?open,openat,?creat,write,pwrite64,writev,pwritev,?pwritev2,sendto,sendmsg,sendmmsg,"
    "?rename,renameat,renameat2,?unlink,unlinkat,?mkdir,mkdirat,?symlink,symlinkat,?link,linkat,"
    "execve,memfd_create"
)
"""Everything by which words leave a process; a name with ? may be missing."""
LONGEST = 4_000_000
"""Bytes of one call that are kept; :func:`found_in` refuses a trace in which one was longer."""
_TO_A_PIPE = re.compile(r"^(?:\d+ +)?writev?\(\d+<(?:pipe:|\\x70\\x69\\x70\\x65)")


def traced(
    trace: Path, command: Iterable[str], environment: Mapping[str, str], told: str = ""
) -> None:
    """Run to the end under strace; ``told`` goes in by standard input.

    Words that are looked for must not be among the arguments: those are part of the trace.
    """
    strace = ["strace", "-f", "-y", "-xx", "-s", str(LONGEST), "-e", f"trace={CALLS}"]
    done = subprocess.run(
        [*strace, "-o", str(trace), *command],
        env={**environment, "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=ROOT,
        input=told,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def found_in(trace: Path, words: Iterable[str]) -> list[str]:
    """Which of the words, in any usual coding, and where paper went elsewhere than into a pipe.

    A pipe is the way to the spooler (``lp`` reads its standard input); words go into none.
    """
    needles = {name: _hex(form) for word in words for name, form in coded(word).items()}
    paper = _hex(PDF_MARK)
    found: set[str] = set()
    for line in _lines(trace):
        assert '"...' not in line, "a call was longer than what is kept of it"
        found |= {f"{_call(line)}: {name}" for name, form in needles.items() if form in line}
        if paper in line and not _TO_A_PIPE.match(line):
            found.add(f"{_call(line)}: %PDF-")
    return sorted(found)


def paper_to_a_pipe(trace: Path) -> bool:
    """Whether a document was printed at all."""
    paper = _hex(PDF_MARK)
    return any(paper in line and _TO_A_PIPE.match(line) for line in _lines(trace))


def python(*words: str) -> list[str]:
    """A command line of this interpreter."""
    return [sys.executable, *words]


def _lines(trace: Path) -> Iterator[str]:
    with trace.open(encoding="ascii") as lines:
        yield from lines


def _hex(form: bytes) -> str:
    return "".join(f"\\x{each:02x}" for each in form)


def _call(line: str) -> str:
    return line.partition("(")[0].split()[-1]
