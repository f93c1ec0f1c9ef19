"""Make the accounting of disclosures of one person and write it where the officer asked."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.errors import KnownError
from desktop.packets.accounting import Accounting, worded_accounting
from desktop.packets.accounting_csv import accounting_csv
from desktop.records.audit_event import AuditAction
from desktop.records.audit_questions import disclosures
from desktop.records.erasure import person_reference
from desktop.records.ids import PersonId
from desktop.records.roles import Permission
from desktop.services.confirmations import ConfirmedAct
from desktop.services.private_file import write_private
from desktop.services.read_audit import read_audit
from desktop.services.told_first import Release, told_first
from desktop.services.work import Work


class ReportForm(StrEnum):
    """What kind of file is written."""

    PDF = "pdf"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class DisclosureReport:
    """What was written: how many disclosures, and how many entries count for nothing.

    ``unreadable`` are those that cannot be read or that nobody signed whom they name.
    """

    disclosures: int
    unreadable: int
    sha256: str


def report_disclosures(
    work: Work,
    person: PersonId,
    path: Path,
    *,
    form: ReportForm,
    language: str,
    password: str,
    report: Callable[[int, int], None] | None = None,
) -> DisclosureReport:
    """Read the trail anew, so that nothing up to now is missing, and write the file (mode 0600).

    KnownErrors ``work.not-allowed``, ``sign-in.wrong-password`` and the like, ``store.no-key``,
    ``accounting.text-differs``, ``packet.file-not-written``.
    """
    work.need(Permission.READ_AUDIT)
    work.session.confirm_password(password, ConfirmedAct.EXPORT.value)
    book, now = read_audit(work, report), work.clock.now()
    found = disclosures(book.events, person, now)
    left_out = len(book.damaged) + len(book.forged)
    accounting = worded_accounting(
        found,
        hospital=work.session.site.hospital_name,
        reference=person_reference(person),
        now=now,
        unreadable=left_out,
        language=language,
    )
    content = _content(work, accounting, form)
    sha256 = hashlib.sha256(content).hexdigest()
    detail = f"{form.value}:{sha256}"
    with told_first(work, Release(AuditAction.DISCLOSURES_REPORTED, person, detail, person)):
        write_private(path, content)
    return DisclosureReport(len(found), left_out, sha256)


def _content(work: Work, accounting: Accounting, form: ReportForm) -> bytes:
    if form is ReportForm.CSV:
        return accounting_csv(accounting)
    rendered = work.paper.render_accounting(accounting)
    if not rendered.text_matches:
        raise KnownError("accounting.text-differs")
    return rendered.pdf
