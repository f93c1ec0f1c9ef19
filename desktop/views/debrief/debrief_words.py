"""A debrief in words: what kind of event, and how it stands."""

from datetime import datetime

from desktop.messages import sentence
from desktop.records.debrief import DebriefState
from desktop.services.debriefs import DebriefRow
from desktop.views.person.when_words import moment_words


def event_words(row: DebriefRow, language: str) -> str:
    """The kind of event, and the case that it is about."""
    event = sentence(f"debrief-event.{row.event.value}", language)
    if not row.alias:
        return event
    return sentence("debrief.about", language, event=event, alias=row.alias)


def state_words(row: DebriefRow, now: datetime, language: str) -> str:
    """How it stands: since when it was asked for, or on which day it was held."""
    if row.state is DebriefState.HELD and row.held_on is not None:
        return sentence("debrief-state.held", language, day=row.held_on.isoformat())
    time = moment_words(row.asked_at, now, language)
    return sentence(f"debrief-state.{row.state.value}", language, time=time)


def line_words(row: DebriefRow, now: datetime, language: str) -> str:
    """Both in one line."""
    return sentence(
        "debrief.line",
        language,
        event=event_words(row, language),
        state=state_words(row, now, language),
    )
