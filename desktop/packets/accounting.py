"""An accounting of disclosures, worded for paper and for a spreadsheet (45 CFR 164.528)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desktop.messages import sentence
from desktop.packets.paper_words import long_date, one_line
from desktop.records.audit_questions import Disclosure, accounting_since
from desktop.records.consent import Purpose

_COLUMNS = ("when", "recipient", "what", "purpose")
_KNOWN = ("referral-letter", "referral", "part2-note")
"""What a release can be, as its entry in the audit trail names it."""


@dataclass(frozen=True, slots=True)
class AccountingRow:
    """One disclosure: when (local clock time with its offset), to whom, what and why."""

    when: str
    recipient: str = field(repr=False)
    what: str = field(repr=False)
    purpose: str = field(repr=False)

    def cells(self) -> tuple[str, str, str, str]:
        """In the order of the columns."""
        return (self.when, self.recipient, self.what, self.purpose)


@dataclass(frozen=True, slots=True)
class Accounting:
    """The whole report. ``footer`` holds ``{page}`` and ``{pages}`` to be filled for each page."""

    language: str
    title: str
    intro: str
    facts: tuple[tuple[str, str], ...]
    """Label and value: hospital, reference of the person, period, when it was made."""
    heads: tuple[str, ...]
    rows: tuple[AccountingRow, ...] = field(repr=False)
    nothing: str
    """What stands in place of rows when there are none."""
    warning: str
    """That a part of the trail cannot be read; empty when all of it can."""
    notes: tuple[str, ...]
    footer: str

    def texts(self) -> tuple[str, ...]:
        """Every piece of text in reading order, footers left out."""
        pieces = [self.title, self.intro]
        for label, value in self.facts:
            pieces += [label, value]
        pieces += [self.warning] if self.warning else []
        pieces += [*self.heads] if self.rows else [self.nothing]
        for row in self.rows:
            pieces += [cell for cell in row.cells() if cell]
        return (*pieces, *self.notes)


def worded_accounting(
    found: Sequence[Disclosure],
    *,
    hospital: str,
    reference: str,
    now: datetime,
    unreadable: int,
    language: str,
) -> Accounting:
    """``found`` is what left in the six years before ``now``; ``unreadable`` entries may hide some.

    The person stands here by reference only: whoever makes the report may not see who it is.
    """

    def words(name: str, **params: str | int) -> str:
        return sentence(f"accounting.{name}", language, **params)

    since, until = (each.astimezone().date() for each in (accounting_since(now), now))
    period = words("period", since=long_date(since, language), until=long_date(until, language))
    return Accounting(
        language=language,
        title=words("title"),
        intro=words("intro"),
        facts=(
            (words("hospital"), one_line(hospital)),
            (words("reference"), reference),
            (words("covers"), period),
            (words("made"), paper_moment(now)),
        ),
        heads=tuple(words(f"head-{name}") for name in _COLUMNS),
        rows=tuple(_row(each, language) for each in found),
        nothing=words("nothing"),
        warning=words("unreadable", count=unreadable) if unreadable else "",
        notes=(words("note-more"), words("note-question")),
        footer=words("footer", page="{page}", pages="{pages}"),
    )


def local_moment(at: datetime) -> str:
    """``2026-03-14 14:05 -04:00``: the clock of this computer and how far it is from UTC."""
    local = at.astimezone()
    offset = local.strftime("%z")
    return f"{local:%Y-%m-%d %H:%M} {offset[:3]}:{offset[3:5]}"


def paper_moment(at: datetime) -> str:
    """``2026-03-14 14:05`` on the clock of this computer, for a paper that the person keeps."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def _row(found: Disclosure, language: str) -> AccountingRow:
    what = found.what
    if what in _KNOWN:
        what = sentence(f"accounting.what-{what}", language)
    purpose = found.purpose
    if purpose in {one.value for one in Purpose}:
        purpose = sentence(f"purpose.{purpose}", language)
    return AccountingRow(
        paper_moment(found.at),
        one_line(found.recipient),
        one_line(what),
        one_line(purpose) or sentence("accounting.no-purpose", language),
    )
