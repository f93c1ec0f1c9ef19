"""Time and random ids as dependencies, so that tests decide both."""

import os
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
        """Seconds that never run backwards; the only base for timers."""
        ...


class SystemClock:
    """The clock of this computer."""

    def now(self) -> "datetime":
        """The wall clock, aware, in UTC."""
        from datetime import UTC, datetime  # nothing before the first picture asks for it

        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since some fixed moment."""
        return time.monotonic()


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
