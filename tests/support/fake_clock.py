"""A clock that stands still until it is told to move, and ids that count."""

from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 14, 14, 5, tzinfo=UTC)


class FakeClock:
    """Wall clock and monotonic clock; they move together unless told otherwise."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start
        self._monotonic_s = 1_000.0

    def now(self) -> datetime:
        """The wall clock, aware, in UTC."""
        return self._now

    def monotonic(self) -> float:
        """Seconds; never runs backwards."""
        return self._monotonic_s

    def advance(self, seconds: float) -> None:
        """Both clocks move on."""
        self._now += timedelta(seconds=seconds)
        self._monotonic_s += seconds

    def set_wall(self, moment: datetime) -> None:
        """Someone changes the wall clock; the monotonic clock does not notice."""
        self._now = moment


class CountingIds:
    """Ids 00...01, 00...02 and so on; a prefix keeps two sources apart.

    ``after`` is how many were given before, by somebody whose work goes on here.
    """

    def __init__(self, prefix: str = "", after: int = 0) -> None:
        self._prefix = prefix
        self._count = after

    @property
    def count(self) -> int:
        """How many ids were given."""
        return self._count

    def new_id(self) -> str:
        """32 lower-case hexadecimal characters."""
        self._count += 1
        return self._prefix + f"{self._count:0{32 - len(self._prefix)}x}"
