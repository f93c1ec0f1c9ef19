"""A release is in the audit trail before it happens; one that was refused gets a second entry."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.audit_questions import refused_detail
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class Release:
    """An entry about something that is going to leave: see ``AuditEvent`` for the fields."""

    action: AuditAction
    subject: str
    detail: str
    person: str = ""


@contextmanager
def told_first(work: Work, *releases: Release) -> Iterator[None]:
    """Write the entries, then do what is inside; nothing leaves when they cannot be written.

    A KnownError from inside says that nothing left: each entry is taken back by another one,
    and the error goes on. After any other end nobody knows, and the entries stand.
    """
    for each in releases:
        work.audit(each.action, each.subject, each.detail, each.person)
    try:
        yield
    except KnownError:
        for each in releases:
            detail = refused_detail(each.action, each.detail)
            work.audit(AuditAction.RELEASE_REFUSED, each.subject, detail, each.person)
        raise
