"""A session whose records cannot be read for as long as it is told to."""

from collections.abc import Sequence

from desktop.errors import KnownError
from desktop.records.ids import PersonId
from desktop.services.ports import Caseload, LoadedCaseload, RecordStore, Report, Session
from tests.services.bench import Bench


class FailingRecords:
    """Passes everything on to the real records, except ``persons`` while ``is_gone``."""

    def __init__(self, records: RecordStore) -> None:
        self._records = records
        self.is_gone = False

    def persons(self) -> Sequence[PersonId]:
        """Everyone, or say that the disk is full."""
        if self.is_gone:
            raise KnownError("store.disk-full")
        return self._records.persons()

    def __getattr__(self, name: str) -> object:
        return getattr(self._records, name)


class FailingCaseload:
    """The packed summaries of the same disk."""

    def __init__(self, caseload: Caseload, records: FailingRecords) -> None:
        self._caseload = caseload
        self._records = records

    def load(self, report: Report | None = None) -> LoadedCaseload:
        """What lists show, or say that the disk is full."""
        if self._records.is_gone:
            raise KnownError("store.disk-full")
        return self._caseload.load(report)

    def __getattr__(self, name: str) -> object:
        return getattr(self._caseload, name)


class FailingSession:
    """The session with those records; the rest is the real one."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.records = FailingRecords(session.records)
        self.caseload = FailingCaseload(session.caseload, self.records)

    def __getattr__(self, name: str) -> object:
        return getattr(self._session, name)


def with_failing_records(bench: Bench, who: str) -> FailingRecords:
    """Put this person at work on a disk that can fail."""
    session = FailingSession(bench.work_as(who).session)
    bench.sessions[who] = session  # type: ignore[assignment]  # the rest is passed on by name
    return session.records
