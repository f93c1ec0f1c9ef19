"""Many summaries as one run of bytes, by column: what repeats is kept once, and opened at once.

The first byte names the packing. A packing that this version does not know is not read: packed
summaries are derived, so whoever opens them makes them anew from the records.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

import msgspec

from desktop.errors import KnownError
from desktop.records.attempt import Attempt
from desktop.records.case_summary import CaseSummary, PersonSummary
from desktop.records.caseload import CaseHands
from desktop.records.episode import CloseReason
from desktop.records.ids import EpisodeId, PersonId
from desktop.records.mandated_report import MandatedReport
from desktop.records.missed import MissedWhy
from desktop.records.referral_due import WaitingReferral
from desktop.records.standing import Standing
from desktop.storage.attempt_pack import Attempts, last_attempts, pack_attempts
from desktop.storage.pack_table import Index, Table, need_same_length

PACKING = 6
"""1 was JSON, a row a person; 2 knew neither first attempts nor ends, 3 nothing that is rare, 4 no
answer to a later call, and nobody of a family, 5 no wish that outlasts the last attempt."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class _End(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """How cases ended; all None while they are open."""

    reason: CloseReason | None
    missed_why: MissedWhy | None


class _Rare(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What few cases have; kept as JSON, which keeps the offsets of its times."""

    report: MandatedReport | None = None
    confidential_review: date | None = None
    is_family: bool = False
    referrals: tuple[WaitingReferral, ...] = ()
    standing: Standing | None = None


class _Columns(msgspec.Struct, array_like=True, gc=False):
    """All cases in the order of their people."""

    people: list[PersonId]
    counts: list[Index]
    """Cases of each person; empty when everybody has one."""
    episodes: list[EpisodeId]
    aliases: list[str]
    texts: list[str]
    place_of: list[Index]
    language_of: list[Index]
    ages: list[int | None]
    arrived: list[datetime]
    notified: list[datetime]
    reached: list[datetime | None]
    closed: list[bool]
    left: list[bool]
    returned: list[bool]
    hands: list[CaseHands]
    hands_of: list[Index]
    first_cases: list[Index]
    first_tried: list[datetime | None]
    """Of the cases whose first attempt is not their last."""
    ends: list[_End]
    end_of: list[Index]
    attempts: Attempts
    rare: list[tuple[Index, str]]
    """Of the cases that have something rare."""
    offsets: list[tuple[Index, Index, str]]
    """Times that are not in UTC: which list, where in it, and the time in ISO 8601."""


def pack(summaries: Iterable[PersonSummary]) -> bytes:
    """The same bytes for the same summaries."""
    people = list(summaries)
    cases = [case for person in people for case in person.cases]
    counts = [len(person.cases) for person in people]
    texts, hands, ends = Table[str](), Table[CaseHands](), Table[_End]()
    firsts = [at for at, case in enumerate(cases) if not _is_last_first(case)]
    columns = _Columns(
        people=[person.person_id for person in people],
        counts=counts if any(count != 1 for count in counts) else [],
        episodes=[case.episode_id for case in cases],
        aliases=[case.alias for case in cases],
        texts=texts.values,
        place_of=[texts.index(case.place) for case in cases],
        language_of=[texts.index(case.language) for case in cases],
        ages=[case.age_years for case in cases],
        arrived=[case.arrived_at for case in cases],
        notified=[case.notified_at for case in cases],
        reached=[case.reached_at for case in cases],
        closed=[case.is_closed for case in cases],
        left=[case.left_before_contact for case in cases],
        returned=[case.has_returned for case in cases],
        hands=hands.values,
        hands_of=[hands.index(case.hands) for case in cases],
        first_cases=firsts,
        first_tried=[cases[at].first_tried_at for at in firsts],
        ends=ends.values,
        end_of=[ends.index(_End(case.close_reason, case.missed_why)) for case in cases],
        attempts=pack_attempts(cases),
        rare=list(_pack_rare(cases)),
        offsets=[],
    )
    for number, times in enumerate(_times(columns)):
        columns.offsets += _take_offsets(number, times)
    return bytes((PACKING,)) + _ENCODER.encode(columns)


def unpack(packed: bytes) -> dict[PersonId, PersonSummary]:
    """What :func:`pack` was given, by person.

    KnownErrors ``store.newer-version`` (another packing), ``store.damaged`` (nothing that it made).
    The text of the decoder's own error is dropped: it would quote the content.
    """
    if packed[:1] != bytes((PACKING,)):
        raise KnownError("store.newer-version")
    try:
        return _unpacked(_DECODER.decode(memoryview(packed)[1:]))
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, IndexError):
        raise KnownError("store.damaged") from None


def _unpacked(columns: _Columns) -> dict[PersonId, PersonSummary]:
    times = _times(columns)
    for number, at, text in columns.offsets:
        times[number][at] = datetime.fromisoformat(text)
    text_at, ends = columns.texts.__getitem__, columns.ends
    last, rare = last_attempts(columns.attempts, columns.episodes), _rare_of(columns)
    rows = (
        columns.episodes,
        columns.aliases,
        list(map(text_at, columns.place_of)),
        list(map(text_at, columns.language_of)),
        columns.ages,
        columns.arrived,
        columns.notified,
        columns.reached,
        last,
        columns.closed,
        columns.left,
        columns.returned,
        list(map(columns.hands.__getitem__, columns.hands_of)),
        _first_tries(columns, last),
        list(map([end.reason for end in ends].__getitem__, columns.end_of)),
        list(map([end.missed_why for end in ends].__getitem__, columns.end_of)),
        [None if one is None else one.report for one in rare],
        [None if one is None else one.confidential_review for one in rare],
        [one is not None and one.is_family for one in rare],
        [() if one is None else one.referrals for one in rare],
        [None if one is None else one.standing for one in rare],
    )
    need_same_length(rows)
    people = columns.people
    cases: Iterator[CaseSummary] = map(CaseSummary, *rows)
    if not columns.counts:
        need_same_length((people, columns.episodes))
        of_person: Iterable[tuple[CaseSummary, ...]] = zip(cases, strict=True)
    else:
        need_same_length((people, columns.counts))
        if sum(columns.counts) != len(columns.episodes):
            raise ValueError
        of_person = [tuple(islice(cases, count)) for count in columns.counts]
    return dict(zip(people, map(PersonSummary, people, of_person), strict=True))


def _first_tries(columns: _Columns, last: list[Attempt | None]) -> list[datetime | None]:
    """When each was tried first: with the last attempt, unless it is kept apart."""
    first = [None if attempt is None else attempt.tried_at for attempt in last]
    for at, tried in zip(columns.first_cases, columns.first_tried, strict=True):
        first[at] = tried
    return first


def _is_last_first(case: CaseSummary) -> bool:
    last = None if case.last_attempt is None else case.last_attempt.tried_at
    first = case.first_tried_at
    if last is None or first is None:
        return last is first
    return (first, first.utcoffset()) == (last, last.utcoffset())


def _pack_rare(cases: Sequence[CaseSummary]) -> Iterator[tuple[int, str]]:
    for at, case in enumerate(cases):
        rare = _Rare(
            case.report, case.confidential_review, case.is_family, case.referrals, case.standing
        )
        if rare != _Rare():
            yield at, msgspec.json.encode(rare, order="deterministic").decode()


def _rare_of(columns: _Columns) -> list[_Rare | None]:
    """One for each case, None for the many that have nothing rare."""
    rare: list[_Rare | None] = [None] * len(columns.episodes)
    for at, text in columns.rare:
        rare[at] = _RARE.decode(text)
    return rare


def _times(columns: _Columns) -> tuple[list[Any], ...]:
    """Every list of times, some with None (hence Any); their order is part of the packing."""
    last = columns.attempts
    return (
        columns.arrived,
        columns.notified,
        columns.reached,
        last.tried,
        last.due,
        columns.first_tried,
    )


def _take_offsets(number: int, times: list[Any]) -> Iterator[tuple[int, int, str]]:
    """Each time that a count of seconds cannot say whole, replaced by one that is not looked at."""
    for at, time in enumerate(times):
        if time is not None and time.utcoffset() != timedelta():
            times[at] = _EPOCH
            yield number, at, time.isoformat()


_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_RARE = msgspec.json.Decoder(_Rare)
_DECODER = msgspec.msgpack.Decoder(_Columns)
