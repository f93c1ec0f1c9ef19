"""The time by which things end here: a wall clock that is set back lengthens nothing."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from desktop.clock import Clock
from desktop.errors import KnownError
from desktop.storage.crypto.audit_chain import ChainPlace, read_checkpoint
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.schema import AuditCheckpointRow


class StoreTime:
    """The wall clock, but never earlier than what this store has seen.

    While the wall clock is behind, the monotonic clock carries on from there. What begins by this
    time ends by it: after a wall clock that ran ahead and was put right, four hours are four hours.
    """

    def __init__(self, clock: Clock, seen: datetime | None) -> None:
        """``seen`` is the newest time that is signed in the store; aware, in UTC."""
        self._clock = clock
        # One value, because the window asks too: the moment, and the monotonic clock then.
        self._latest = (seen or clock.now(), clock.monotonic())

    def now(self) -> datetime:
        """Aware, in UTC; never runs backwards."""
        wall, at_s = self._clock.now(), self._clock.monotonic()
        before, before_s = self._latest
        latest = max(wall, before + timedelta(seconds=at_s - before_s))
        self._latest = (latest, at_s)
        return latest


def seen_time(connection: Connection, place: ChainPlace, trust: TrustBook) -> datetime | None:
    """When this workstation's newest checkpoint was signed; None before the first.

    One that does not hold counts for nothing here; the start and the check name it.
    """
    query = (
        select(AuditCheckpointRow.body)
        .where(AuditCheckpointRow.workstation_id == place.workstation)
        .order_by(AuditCheckpointRow.number.desc())
        .limit(1)
    )
    body = connection.execute(query).scalar()
    try:
        return read_checkpoint(body, trust, place).made_at if body is not None else None
    except KnownError:
        return None
