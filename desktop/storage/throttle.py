"""How long an account waits after failed sign-ins: persisted, and deaf to clock changes.

NIST SP 800-63B-4 3.2.2: at most 100 failed tries in a row, with growing waits before that.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from desktop.clock import Clock
from desktop.errors import KnownError
from desktop.storage.crypto.keyring_port import ACCOUNT_CHARACTERS, StoreKeyring
from desktop.storage.engine import Database
from desktop.storage.schema import ThrottleRow
from desktop.storage.since_boot import noted, seconds_at
from desktop.storage.timestamps import from_text, to_text

UNKNOWN_ACCOUNT = "unknown"
"""Who a wrong name is in the audit trail: what was typed is never written down."""
_NAME_SLOT = "name-"
_NAME_KEPT_FOR = timedelta(hours=24)
"""After the last failure. No account is behind such a count: it makes a name that nobody has look
like one that somebody has, and so it may go by the wall clock."""
WORKSTATION = "workstation"
"""Whose password is its passphrase. It is never stopped: nobody could sign in and open it again."""
STOP_AT = 100
_LONG_FROM = 10
_LONG_WAIT_S = 15 * 60
_WAITS_S = {4: 1, 5: 2, 6: 4, 7: 8, 8: 16, 9: 30}


def wait_s(failures: int) -> int:
    """Seconds to wait after that many failures in a row: 4 tries are free."""
    return _LONG_WAIT_S if failures >= _LONG_FROM else _WAITS_S.get(failures, 0)


def slot_account(slot: int) -> str:
    """Where the failures of all names in this slot are counted."""
    return f"{_NAME_SLOT}{slot:02d}"


@dataclass(frozen=True, slots=True)
class _Count:
    failures: int
    failed_at_s: float
    failed_at: datetime


class KeptTries:
    """The same counts, and when the last failure was, outside the file, where there is a keyring.

    A keyring that is locked, or was, keeps what it had: the larger of the two counts holds.
    """

    def __init__(self, entries: StoreKeyring | None = None) -> None:
        self._entries = entries
        self._tries: dict[str, int] = {}
        self._last = ""
        with suppress(KnownError):
            self._tries = entries.tries() if entries is not None else {}
            self._last = entries.last_failure() if entries is not None else ""

    def of(self, account: str) -> int:
        """Failed tries in a row; 0 without a keyring."""
        return self._tries.get(account[-ACCOUNT_CHARACTERS:], 0)

    @property
    def is_outside(self) -> bool:
        """Whether there is a keyring: then what the file says of times counts for nothing."""
        return self._entries is not None

    def last_failure(self, account: str, failures: int) -> str:
        """When it was, as ``since_boot`` notes it; "" unless it was that failure of this account.

        While the keyring was locked there may have been more, of which only the file knows.
        """
        which, _, at = self._last.partition("@")
        return at if which == _which(account, failures) else ""

    def keep(self, account: str, failures: int, at: str = "") -> None:
        """Remember the new count, and ``at`` as the last failure of all accounts.

        Not of names that nobody has: there could be more of them than the entry holds.
        """
        if self._entries is None or account.startswith(_NAME_SLOT):
            return
        self._tries[account[-ACCOUNT_CHARACTERS:]] = failures
        with suppress(KnownError):
            if failures:  # before the count, so that a count never stands with an earlier time
                self._last = f"{_which(account, failures)}@{at}"
                self._entries.keep_last_failure(self._last)
            self._entries.keep_tries(self._tries)


def _which(account: str, failures: int) -> str:
    return f"{account[-ACCOUNT_CHARACTERS:]}={failures}"


class Throttle:
    """Failed tries of each account. Only the monotonic clock counts, never the wall clock.

    A wait goes on over starts of the app while the computer runs. After a start of the computer,
    and where its starts have no id, it begins anew with the process: nothing makes one shorter.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        kept: KeptTries | None = None,
        boot: str = "",
    ) -> None:
        """``boot`` is what ``this_boot`` said."""
        self._boot = boot
        self._kept = kept or KeptTries()
        self._database = database
        self._clock = clock
        self._opened_at_s = clock.monotonic()
        self._counts: dict[str, _Count] = {}

    def check(self, account: str) -> None:
        """KnownError ``sign-in.wait`` (``seconds``) or ``sign-in.stopped`` when not yet allowed."""
        count = self._count(account)
        if count.failures >= STOP_AT and account != WORKSTATION:
            raise KnownError("sign-in.stopped")
        left = count.failed_at_s + wait_s(count.failures) - self._clock.monotonic()
        if left > 0:
            raise KnownError("sign-in.wait", seconds=ceil(left))

    def count_try(self, account: str) -> None:
        """Count a try as failed before it is made, so that killing the program does not help."""
        failures = self._count(account).failures + 1
        self._write(account, failures)
        # After the file: killed in between, the file has the larger count, as it should.
        self._kept.keep(account, failures, noted(self._boot, self._clock.monotonic()))
        self._counts[account] = _Count(failures, self._clock.monotonic(), self._clock.now())

    def lower(self, accounts: Iterable[str]) -> tuple[str, ...]:
        """Those of whom the file holds a smaller count than the keyring."""
        return tuple(each for each in accounts if self._stored(each)[0] < self._kept.of(each))

    def set_back(self, accounts: Iterable[str]) -> tuple[str, ...]:
        """The same, and the file's count is put right."""
        lower = self.lower(accounts)
        for account in lower:
            self._write(account, self._kept.of(account))
        return lower

    def clear(self, account: str) -> None:
        """The try succeeded, or a new code was used."""
        failed = self.with_failures(account)
        if failed:
            with self._database.transaction() as connection:
                self.clear_within(connection, failed)

    def with_failures(self, *accounts: str) -> tuple[str, ...]:
        """Those of them that a success clears."""
        return tuple(each for each in accounts if self._count(each).failures > 0)

    def clear_within(self, connection: Connection, accounts: Iterable[str]) -> None:
        """As :meth:`clear`, as part of what else is written."""
        for account in accounts:
            self._kept.keep(account, 0)
            self._counts.pop(account, None)  # read anew: the transaction may still fail
            connection.execute(delete(ThrottleRow).where(ThrottleRow.account == account))

    def _count(self, account: str) -> _Count:
        now = self._clock.now()
        if account not in self._counts:
            stored, failed_at, since = self._stored(account)
            failures = max(stored, self._kept.of(account))
            if self._kept.is_outside and not account.startswith(_NAME_SLOT):
                since = self._kept.last_failure(account, failures)
            at_s = seconds_at(since, self._boot, self._opened_at_s)
            began_s = self._opened_at_s if at_s is None else at_s
            self._counts[account] = _Count(failures, began_s, failed_at or now)
        count = self._counts[account]
        if account.startswith(_NAME_SLOT) and now - count.failed_at >= _NAME_KEPT_FOR:
            return _Count(0, 0.0, now)
        return count

    def _stored(self, account: str) -> tuple[int, datetime | None, str]:
        query = select(ThrottleRow.failures, ThrottleRow.last_failed_at)
        with self._database.transaction() as connection:
            row = connection.execute(query.where(ThrottleRow.account == account)).first()
        if row is None:
            return 0, None, ""
        at, _, since = row[1].partition(" ")
        return row[0], from_text(at), since

    def _write(self, account: str, failures: int) -> None:
        since = noted(self._boot, self._clock.monotonic())
        at = f"{to_text(self._clock.now())} {since}".rstrip()
        values = {"failures": failures, "last_failed_at": at}
        statement = upsert(ThrottleRow).values(account=account, **values)
        with self._database.transaction() as connection:
            connection.execute(
                statement.on_conflict_do_update(index_elements=["account"], set_=values)
            )
