"""A copy of the open file, made a slice at a time on its own connection, between other work."""

import sqlite3
import threading
from pathlib import Path
from typing import NamedTuple

from desktop.errors import BugError

PAGES_A_SLICE = 256
"""One megabyte: some ten milliseconds, so that an answer never waits noticeably for a copy."""


class CopyStep(NamedTuple):
    """How many pages are done of how many."""

    done: int
    total: int

    @property
    def is_last(self) -> bool:
        """Whether the copy is whole now."""
        return self.done >= self.total


class CopyStopped(Exception):
    """The copy was called off; not an error."""


class OnlineCopy:
    """SQLite's online backup (https://sqlite.org/backup.html), driven from outside.

    Python offers it as one call only. That call waits on a thread of its own between slices, and
    touches the connection only while :meth:`step` waits for it: never at the same time as other
    work. What is written meanwhile through the same connection is in the copy too.
    """

    def __init__(self, source: sqlite3.Connection, target: Path) -> None:
        self._source = source
        self._go = threading.Semaphore(0)
        self._came = threading.Semaphore(0)
        self._step = CopyStep(0, 1)
        self._is_stopped = False
        self._is_over = False
        self._error: sqlite3.Error | None = None
        self._target = sqlite3.connect(target, isolation_level=None, check_same_thread=False)
        # Synced once, as a whole, by whoever takes the finished file.
        for pragma in ("journal_mode = OFF", "synchronous = OFF"):
            self._target.execute(f"PRAGMA {pragma}").fetchall()
        # A daemon: a process that ends in the middle must not wait for a next step.
        self._thread = threading.Thread(target=self._run, name="firstlight-copy", daemon=True)
        self._thread.start()

    def step(self) -> CopyStep:
        """Copy one slice, on the thread that uses the connection and outside transactions.

        Raises ``sqlite3.Error`` when reading or writing fails; the copy is over then.
        """
        if self._is_over:
            raise BugError("the copy is over")
        self._go.release()
        self._came.acquire()
        if self._error is not None:
            raise self._error
        return self._step

    def stop(self) -> None:
        """Call it off; safe at any time, and after the end."""
        if self._is_over:
            return
        self._is_stopped = True
        self._go.release()
        self._thread.join()

    def _run(self) -> None:
        try:
            self._go.acquire()
            if not self._is_stopped:
                self._source.backup(
                    self._target, pages=PAGES_A_SLICE, progress=self._pause, sleep=0.01
                )
                self._step = CopyStep(self._step.total, self._step.total)
        except CopyStopped:
            pass
        except sqlite3.Error as error:
            self._error = error
        finally:
            self._close()
            self._is_over = True
            self._came.release()

    def _pause(self, _status: int, remaining: int, total: int) -> None:
        """Between slices: the last one needs no pause, because the call ends after it."""
        # One more than is copied: the file is whole only once the call itself came to its end.
        self._step = CopyStep(min(total - remaining, total - 1), total)
        if remaining:
            self._came.release()
            self._go.acquire()
        if self._is_stopped:
            raise CopyStopped

    def _close(self) -> None:
        try:
            self._target.close()
        except sqlite3.Error as error:
            self._error = self._error or error
