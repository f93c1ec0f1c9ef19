"""Who is not back from an off-site visit, as rows of a desk."""

from collections.abc import Iterable
from datetime import datetime

from desktop.messages import sentence
from desktop.services.late_outings import LateOuting
from desktop.views.outing.outing_words import name_words
from desktop.views.person.when_words import moment_words, wait_words
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.row_item import RowItem


def late_rows(late: Iterable[LateOuting], now: datetime, language: str) -> tuple[RowItem, ...]:
    """One row each, keyed by the visit: who, since when, and who waits for the call."""
    return tuple(_row(one, now, language) for one in late)


def _row(row: LateOuting, now: datetime, language: str) -> RowItem:
    stem = "outing.row" if row.was_noted else "outing.row-unnoted"
    words = sentence(
        stem,
        language,
        time=moment_words(row.expected_back, now, language),
        alias=row.alias,
        buddy=name_words(row.buddy, language),
    )
    who = name_words(row.goes, language)
    if row.second:
        who = sentence("outing.row-two", language, goes=who, second=row.second)
    return RowItem(
        key=row.outing_id,
        title=who,
        second=words,
        icon=State.DANGER,
        icon_tone=Tone.DANGER,
        right=wait_words(now - row.expected_back, language),
        has_chevron=True,
    )
