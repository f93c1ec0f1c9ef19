"""Time and random ids as dependencies, so that tests decide both."""

import os
import sys
import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime


class Clock(Protocol):
    """What the app needs of time."""

    def now(self) -> "datetime":
        """The wall clock, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never run backwards, sleep included; the only base for timers."""
        ...


_COUNTS_SLEEP = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}
"""Linux: CLOCK_MONOTONIC stands still in suspension, CLOCK_BOOTTIME does not (clock_gettime(2)).

macOS: Python's monotonic clock stands still in sleep, the system's CLOCK_MONOTONIC does not
(clock_gettime(3)). Windows: Python's own clock counts sleep.
"""
_CLOCK_ID: "int | None" = getattr(time, _COUNTS_SLEEP.get(sys.platform, ""), None)


class SystemClock:
    """The clock of this computer."""

    def now(self) -> "datetime":
        """The wall clock, aware, in UTC."""
        from datetime import UTC, datetime  # nothing before the first picture asks for it

        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since some fixed moment; a lid that is closed does not stop them."""
        return time.monotonic() if _CLOCK_ID is None else time.clock_gettime(_CLOCK_ID)


class IdSource(Protocol):
    """Makes 128-bit ids (random and made by the client, so that a retry is an upsert)."""

    def new_id(self) -> str:
        """32 lower-case hexadecimal characters."""
        ...


class RandomIds:
    """Ids from the operating system's random source."""

    def new_id(self) -> str:
        """32 lower-case hexadecimal characters."""
        return os.urandom(16).hex()
