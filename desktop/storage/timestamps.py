"""Times as the store's columns hold them: UTC, fixed width, so that text order is time order."""

from datetime import UTC, datetime

from desktop.errors import BugError, KnownError


def to_text(moment: datetime) -> str:
    """``2026-03-14T14:05:00.000000+00:00``; a naive time is a bug."""
    if moment.tzinfo is None:
        raise BugError("times are aware")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def from_text(text: str) -> datetime:
    """Undo :func:`to_text`; KnownError ``store.damaged`` for anything else, to the last character.

    Python reads a time with any character between day and hour, and in other widths.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise KnownError("store.damaged") from None
    if moment.tzinfo is None or to_text(moment) != text:
        raise KnownError("store.damaged")
    return moment
