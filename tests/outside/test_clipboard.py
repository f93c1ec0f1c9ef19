"""The cover takes what was copied here out of the clipboard and the primary selection."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.outside.desktop_session import Session, desktop_session, what_is_missing

pytestmark = [
    pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing()),
    pytest.mark.timeout(120),
]


@contextmanager
def window(session: Session, folder: Path, copied: str) -> Iterator[subprocess.Popen[str]]:
    """A window in which this was copied."""
    words = [sys.executable, "-m", "tests.outside.copying_window", str(folder), copied]
    with session.start(*words) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        yield process


def covered(process: subprocess.Popen[str]) -> list[str]:
    """What clipboard and selection hold once it is covered."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("cover\n")
    process.stdin.flush()
    left: list[str] = json.loads(process.stdout.readline())
    return left


def test_what_was_copied_and_marked_here_is_gone_with_the_cover(tmp_path: Path) -> None:
    with (
        desktop_session(tmp_path / "session") as session,
        window(session, tmp_path / "one", "She can stay with her aunt") as process,
    ):
        assert covered(process) == ["", ""]


def test_what_another_program_copied_stays(tmp_path: Path) -> None:
    with (
        desktop_session(tmp_path / "session") as session,
        window(session, tmp_path / "one", "") as ours,
        window(session, tmp_path / "two", "bed list of the ward") as _theirs,
    ):
        assert covered(ours) == ["bed list of the ward"] * 2
