"""What stands on the paper of a code, and the way to the printer: by a pipe, never by a file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desktop.errors import KnownError
from desktop.messages import sentence
from desktop.packets.code_sheet import CodeSheet
from desktop.packets.paper_words import one_line
from desktop.services.ports import Paper, Printers, PrintQueue

JOB_NAME = "Sheet"
"""Tells the print system neither whose it is nor what it opens."""


@dataclass(frozen=True, slots=True)
class PrintRoom:
    """Paper and printers, which exist before anybody is signed in."""

    paper: Paper
    printers: Printers

    def queue(self) -> PrintQueue | None:
        """The first ready queue, the default before others; None when nothing prints."""
        return next((one for one in self.printers.queues() if one.is_ready), None)

    def print_sheets(self, sheets: Sequence[CodeSheet], wanted: str = "") -> str:
        """Each sheet as a job of its own; the name of the queue that took them.

        A ``wanted`` queue takes them or nothing does: a code must not come out elsewhere.
        KnownErrors ``sheet.no-printer`` and ``sheet.not-printed`` (how many were before it).
        """
        name = wanted
        if not name:
            queue = self.queue()
            if queue is None:
                raise KnownError("sheet.no-printer")
            name = queue.name
        for number, sheet in enumerate(sheets):
            try:
                self.printers.print_pdf(name, self.paper.code_sheet(sheet), JOB_NAME)
            except KnownError:
                raise KnownError("sheet.not-printed", queue=name, printed=number) from None
        return name


@dataclass(frozen=True, slots=True)
class Slip:
    """A one-time code for one person; ``until`` None: the lifetime is said instead."""

    name: str
    sign_in_name: str
    code: str = field(repr=False)
    until: datetime | None = None


def one_time_sheet(slip: Slip, hospital: str, language: str) -> CodeSheet:
    """The slip that a person is handed."""
    until = sentence("sheet.hours-72", language)
    if slip.until is not None:
        moment = slip.until.astimezone().strftime("%Y-%m-%d %H:%M")
        until = sentence("sheet.until", language, moment=moment)
    return CodeSheet(
        language,
        sentence("sheet.one-time-title", language),
        (
            sentence(
                "sheet.one-time-for",
                language,
                name=one_line(slip.name),
                sign_in_name=slip.sign_in_name,
                hospital=one_line(hospital),
            ),
            sentence("sheet.one-time-how", language),
            until,
        ),
        slip.code,
        (sentence("sheet.one-time-keep", language),),
    )


def recovery_sheet(
    number: int, code: str, hospital: str, made: datetime, language: str
) -> CodeSheet:
    """One of the three recovery codes."""
    date = made.astimezone().strftime("%Y-%m-%d")
    return CodeSheet(
        language,
        sentence("sheet.recovery-title", language, number=number),
        (
            sentence("sheet.recovery-for", language, hospital=one_line(hospital), date=date),
            sentence("sheet.recovery-what", language),
        ),
        code,
        (
            sentence("sheet.recovery-keep", language),
            sentence("sheet.recovery-never", language),
        ),
    )


def sheets_of(
    recovery: Sequence[str],
    people: Sequence[tuple[str, str, str]],
    hospital: str,
    made: datetime,
    language: str,
) -> tuple[CodeSheet, ...]:
    """Every sheet of a set-up: the recovery codes, and a slip (name, sign-in name, code) each."""
    return (
        *(
            recovery_sheet(number, code, hospital, made, language)
            for number, code in enumerate(recovery, start=1)
        ),
        *(one_time_sheet(Slip(*person), hospital, language) for person in people),
    )
