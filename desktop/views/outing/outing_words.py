"""A visit away from the hospital in words: where it stands, who goes, and who is missed."""

from collections.abc import Iterable
from datetime import datetime

from desktop.messages import sentence
from desktop.records.outing import CallKind, OutingCheck, OutingState
from desktop.services.late_outings import LateOuting
from desktop.services.outings import OutingLine
from desktop.views.person.when_words import moment_words


def name_words(name: str, language: str) -> str:
    """A name; whoever has no account any more, or has it at another workstation, is somebody."""
    return name or sentence("outing.someone", language)


def open_lines(line: OutingLine, now: datetime, language: str) -> tuple[str, ...]:
    """Where a planned visit, or one under way, stands."""
    outing = line.outing
    place = sentence(f"outing-place.{outing.place.value}", language)
    start = moment_words(outing.start, now, language)
    buddy = name_words(line.buddy, language)
    lines = [
        sentence("outing.line.place", language, place=place, time=start),
        _who(line, language),
        sentence("outing.line.buddy", language, buddy=buddy),
    ]
    if outing.state is OutingState.PLANNED:
        ticked, total = len(outing.ticked), len(OutingCheck)
        lines.append(sentence("outing.line.ticked", language, count=ticked, total=total))
    lines += _so_far(line, now, language)
    due = moment_words(outing.expected_back, now, language)
    return (*lines, sentence("outing.line.due", language, time=due))


def ended_lines(lines: Iterable[OutingLine], now: datetime, language: str) -> tuple[str, ...]:
    """The last visit that somebody came back from; nothing of those that were cancelled."""
    ends = [
        (line, line.outing.end)
        for line in lines
        if line.outing.end is not None and line.outing.state is OutingState.BACK
    ]
    if not ends:
        return ()
    line, end = max(ends, key=lambda pair: pair[1].at)
    place = sentence(f"outing-place.{line.outing.place.value}", language)
    time, who = moment_words(end.at, now, language), name_words(line.noted_by, language)
    last = sentence("outing.line.last", language, place=place, time=time, who=who)
    if not end.left_unsafe:
        return (last,)
    return (last, sentence("outing.line.unsafe", language))


def late_words(row: LateOuting, now: datetime, language: str) -> str:
    """Who is missed, since when, and who waits for the call."""
    names = (row.goes, row.buddy)
    return _late(names, row.expected_back, now, language, was_noted=row.was_noted)


def late_line(line: OutingLine, now: datetime, language: str) -> str:
    """The same of the visit of one case."""
    was_noted = line.outing.state is OutingState.OUT
    names, due = (line.goes, line.buddy), line.outing.expected_back
    return _late(names, due, now, language, was_noted=was_noted)


def _late(
    names: tuple[str, str], due: datetime, now: datetime, language: str, *, was_noted: bool
) -> str:
    goes, buddy = (name_words(name, language) for name in names)
    time = moment_words(due, now, language)
    stem = "outing.late" if was_noted else "outing.late-unnoted"
    return sentence(stem, language, goes=goes, buddy=buddy, time=time)


def _who(line: OutingLine, language: str) -> str:
    goes = name_words(line.goes, language)
    if line.outing.second is None:
        return sentence("outing.line.one", language, goes=goes)
    return sentence(
        "outing.line.two", language, goes=goes, second=name_words(line.second, language)
    )


def _so_far(line: OutingLine, now: datetime, language: str) -> list[str]:
    outing, found = line.outing, []
    if outing.left_at is not None:
        time = moment_words(outing.left_at, now, language)
        found.append(sentence("outing.line.left", language, time=time))
    for call in outing.calls[-1:]:
        time = moment_words(call.at, now, language)
        stem = "outing.line.reached" if call.kind is CallKind.REACHED else "outing.line.called"
        who = name_words(line.noted_by, language)
        found.append(sentence(stem, language, time=time, who=who))
    return found
