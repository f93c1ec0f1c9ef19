"""How long an account waits after failed sign-ins: persisted, and deaf to clock changes.

NIST SP 800-63B-4 3.2.2: at most 100 failed tries in a row, with growing waits before that.
"""

from dataclasses import dataclass
from math import ceil

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from desktop.clock import Clock
from desktop.errors import KnownError
from desktop.storage.engine import Database
from desktop.storage.schema import ThrottleRow
from desktop.storage.timestamps import to_text

UNKNOWN_ACCOUNT = "unknown"
"""The one account that all wrong names share: what was typed is never written down."""
STOP_AT = 100
_LONG_FROM = 10
_LONG_WAIT_S = 15 * 60
_WAITS_S = {4: 1, 5: 2, 6: 4, 7: 8, 8: 16, 9: 30}


def wait_s(failures: int) -> int:
    """Seconds to wait after that many failures in a row: 4 tries are free."""
    return _LONG_WAIT_S if failures >= _LONG_FROM else _WAITS_S.get(failures, 0)


@dataclass(frozen=True, slots=True)
class _Count:
    failures: int
    failed_at_s: float


class Throttle:
    """Failed tries of each account. Only the monotonic clock of this process counts.

    It begins again with each process, so a wait does too: a wall clock that was set forward, or
    a program that was started again, makes none shorter.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._opened_at_s = clock.monotonic()
        self._counts: dict[str, _Count] = {}

    def check(self, account: str) -> None:
        """KnownError ``sign-in.wait`` (``seconds``) or ``sign-in.stopped`` when not yet allowed."""
        count = self._count(account)
        if count.failures >= STOP_AT:
            raise KnownError("sign-in.stopped")
        left = count.failed_at_s + wait_s(count.failures) - self._clock.monotonic()
        if left > 0:
            raise KnownError("sign-in.wait", seconds=ceil(left))

    def count_try(self, account: str) -> None:
        """Count a try as failed before it is made, so that killing the program does not help."""
        failures = self._count(account).failures + 1
        values = {"failures": failures, "last_failed_at": to_text(self._clock.now())}
        statement = upsert(ThrottleRow).values(account=account, **values)
        with self._database.transaction() as connection:
            connection.execute(
                statement.on_conflict_do_update(index_elements=["account"], set_=values)
            )
        self._counts[account] = _Count(failures, self._clock.monotonic())

    def clear(self, account: str) -> None:
        """The try succeeded, or a new code was used."""
        with self._database.transaction() as connection:
            connection.execute(delete(ThrottleRow).where(ThrottleRow.account == account))
        self._counts[account] = _Count(0, 0.0)

    def _count(self, account: str) -> _Count:
        if account not in self._counts:
            query = select(ThrottleRow.failures).where(ThrottleRow.account == account)
            with self._database.transaction() as connection:
                failures = connection.execute(query).scalar() or 0
            self._counts[account] = _Count(failures, self._opened_at_s)
        return self._counts[account]
