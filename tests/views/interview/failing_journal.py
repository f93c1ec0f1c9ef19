"""A session whose journal refuses writes for as long as it is told to."""

from dataclasses import dataclass, replace

from desktop.errors import KnownError
from desktop.services.ports import DraftRef, Journal, JournalRow, Session
from desktop.services.work import Work


class FailingJournal:
    """Passes everything on to the real journal, except ``append`` while ``is_full``."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.is_full = False
        self.rows = journal.rows
        self.drafts = journal.drafts
        self.discard = journal.discard

    def append(self, draft: DraftRef, row: JournalRow) -> int:
        """Write, or say that the disk is full."""
        if self.is_full:
            raise KnownError("store.disk-full")
        return self._journal.append(draft, row)


@dataclass
class FailingSession:
    """The session with that journal; the rest is the real one."""

    session: Session
    journal: FailingJournal

    def __getattr__(self, name: str) -> object:
        return getattr(self.session, name)


def with_failing_journal(work: Work) -> tuple[Work, FailingJournal]:
    """The same person at work on a disk that can be full."""
    journal = FailingJournal(work.session.journal)
    return replace(work, session=FailingSession(work.session, journal)), journal
