"""The last attempts of many cases as columns: how, what came of it and by whom are kept once."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from desktop.records.attempt import Attempt, AttemptMode, AttemptOutcome
from desktop.records.case_summary import CaseSummary
from desktop.records.ids import EpisodeId, RecordId, StaffId
from desktop.storage.pack_table import Index, Table, need_same_length


class Try(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What last attempts share: how, what came of it, by whom, whether a later call is right."""

    mode: AttemptMode
    outcome: AttemptOutcome
    by: StaffId
    may_call_later: bool | None


class Attempts(msgspec.Struct, array_like=True, gc=False):
    """The last attempts of those cases that have one; ``cases`` are their places."""

    cases: list[Index]
    ids: list[RecordId]
    tried: list[datetime]
    due: list[datetime | None]
    tries: list[Try]
    try_of: list[Index]
    elsewhere: list[tuple[Index, EpisodeId]]
    """Of an attempt that names another episode than its case."""


def pack_attempts(cases: Sequence[CaseSummary]) -> Attempts:
    """The columns of the cases in this order."""
    tried = [(at, case.last_attempt) for at, case in enumerate(cases) if case.last_attempt]
    tries = Table[Try]()
    return Attempts(
        cases=[at for at, _ in tried],
        ids=[last.attempt_id for _, last in tried],
        tried=[last.tried_at for _, last in tried],
        due=[last.next_due for _, last in tried],
        tries=tries.values,
        try_of=[tries.index(_try_of(last)) for _, last in tried],
        elsewhere=[
            (at, last.episode_id) for at, last in tried if last.episode_id != cases[at].episode_id
        ],
    )


def last_attempts(kept: Attempts, episodes: Sequence[EpisodeId]) -> list[Attempt | None]:
    """One for each case, None where nobody tried. ValueError, IndexError for other content."""
    need_same_length((kept.cases, kept.ids, kept.tried, kept.due, kept.try_of))
    last: list[Attempt | None] = [None] * len(episodes)
    for at, attempt_id, tried, due, number in zip(
        kept.cases, kept.ids, kept.tried, kept.due, kept.try_of, strict=True
    ):
        how = kept.tries[number]
        last[at] = Attempt(
            attempt_id,
            episodes[at],
            tried,
            how.mode,
            how.outcome,
            how.by,
            due,
            how.may_call_later,
        )
    for at, episode_id in kept.elsewhere:
        known = last[at]
        if known is not None:
            last[at] = msgspec.structs.replace(known, episode_id=episode_id)
    return last


def _try_of(last: Attempt) -> Try:
    return Try(last.mode, last.outcome, last.by, last.may_call_later)
