"""Packed summaries: whatever goes in comes out, and what was not packed here is refused."""

import os
from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import KnownError
from desktop.records.attempt import Attempt, AttemptMode, AttemptOutcome
from desktop.records.case_summary import CaseSummary, PersonSummary
from desktop.records.caseload import CaseHands
from desktop.records.episode import CloseReason
from desktop.records.ids import EpisodeId, PersonId, RecordId, StaffId
from desktop.records.mandated_report import MandatedReport
from desktop.records.missed import MissedWhy
from desktop.records.referral import Urgency
from desktop.records.referral_due import WaitingFor, WaitingReferral
from desktop.records.standing import Standing
from desktop.storage.case_pack import PACKING, pack, unpack
from desktop.storage.crypto.aead import open_sealed, seal
from desktop.storage.crypto.symmetric_key import SymmetricKey
from desktop.storage.places import Places
from tests.support.fake_clock import START

OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TIMES = st.datetimes(
    datetime(2, 1, 1),  # noqa: DTZ001 - the strategy adds the offset
    datetime(9998, 1, 1),  # noqa: DTZ001 - the strategy adds the offset
    timezones=st.one_of(st.just(UTC), OFFSETS),
)
WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
STAFF = st.sampled_from(["s" * 32, "t" * 32, "ñ"]).map(StaffId)
HANDS = st.builds(CaseHands, STAFF, st.frozensets(STAFF), st.frozensets(STAFF))
EPISODES = WORDS.map(EpisodeId)
ATTEMPTS = st.builds(
    Attempt,
    WORDS.map(RecordId),
    EPISODES,
    TIMES,
    st.sampled_from(AttemptMode),
    st.sampled_from(AttemptOutcome),
    STAFF,
    st.none() | TIMES,
    st.none() | st.booleans(),
)
REPORTS = st.builds(
    MandatedReport, TIMES, STAFF, st.none() | TIMES, st.none() | STAFF, st.none() | TIMES
)
WAITING = st.builds(
    WaitingReferral,
    st.none() | st.sampled_from(WaitingFor),
    st.dates(),
    st.sampled_from(Urgency),
    st.none() | st.dates(),
)


@st.composite
def cases(draw: st.DrawFn) -> CaseSummary:
    """Any case; its last attempt most often names its own episode."""
    episode_id = draw(EPISODES)
    last = draw(st.none() | ATTEMPTS)
    if last is not None and draw(st.booleans()):
        last = msgspec.structs.replace(last, episode_id=episode_id)
    return CaseSummary(
        episode_id=episode_id,
        alias=draw(WORDS),
        place=draw(WORDS),
        language=draw(st.sampled_from(["en", "es"]) | WORDS),
        age_years=draw(st.none() | st.integers(-5, 150)),
        arrived_at=draw(TIMES),
        notified_at=draw(TIMES),
        reached_at=draw(st.none() | TIMES),
        last_attempt=last,
        is_closed=draw(st.booleans()),
        left_before_contact=draw(st.booleans()),
        has_returned=draw(st.booleans()),
        hands=draw(HANDS),
        first_tried_at=draw(st.none() | TIMES),
        close_reason=draw(st.none() | st.sampled_from(CloseReason)),
        missed_why=draw(st.none() | st.sampled_from(MissedWhy)),
        report=draw(st.none() | REPORTS),
        confidential_review=draw(st.none() | st.dates()),
        is_family=draw(st.booleans()),
        referrals=tuple(draw(st.lists(WAITING, max_size=2))),
        standing=draw(st.none() | st.sampled_from(Standing)),
    )


@st.composite
def everyone(draw: st.DrawFn) -> list[PersonSummary]:
    """Summaries of different people, one case each or any number."""
    ids = draw(st.lists(WORDS, unique=True, max_size=4))
    sizes = st.just(1) if draw(st.booleans()) else st.integers(0, 3)
    return [
        PersonSummary(PersonId(each), tuple(draw(cases()) for _ in range(draw(sizes))))
        for each in ids
    ]


@given(everyone())
def test_whatever_is_packed_comes_out_the_same_with_its_offsets_from_utc(
    people: list[PersonSummary],
) -> None:
    found = unpack(pack(people))

    assert list(found.values()) == people
    assert list(found) == [person.person_id for person in people]
    assert msgspec.json.encode(list(found.values()), order="deterministic") == msgspec.json.encode(
        people, order="deterministic"
    )


@given(everyone())
def test_the_same_summaries_are_the_same_bytes(people: list[PersonSummary]) -> None:
    again = unpack(pack(people))

    assert pack(again.values()) == pack(people)


@given(everyone(), st.integers(0), st.integers(1, 255))
def test_a_changed_byte_of_packed_content_is_damaged_or_plainly_something_else(
    people: list[PersonSummary], at: int, change: int
) -> None:
    """Beneath the seal, which refuses it first: nothing but these two sentences is raised."""
    packed = bytearray(pack(people))
    packed[at % len(packed)] ^= change

    found = _found(bytes(packed))

    assert found in (PersonSummary, "store.damaged", "store.newer-version", None)


def _found(packed: bytes) -> object:
    """What the bytes hold: the one type, nothing, or the sentence that is said instead."""
    try:
        types = {type(each) for each in unpack(packed).values()}
    except KnownError as error:
        return error.message_id
    return types.pop() if len(types) == 1 else types or None


def person(number: int) -> PersonSummary:
    episode_id = EpisodeId(f"{number:032x}")
    hands = CaseHands(StaffId("s" * 32))
    last = Attempt(
        RecordId(os.urandom(16).hex()),
        episode_id,
        START,
        AttemptMode.PHONE,
        AttemptOutcome.NO_ANSWER,
        StaffId("s" * 32),
    )
    rest = (START, START, None, last, False, False, False, hands)
    case = CaseSummary(episode_id, f"Maple {number}", "ED 7", "en", 30, *rest)
    return PersonSummary(PersonId(os.urandom(16).hex()), (case,))


def test_every_changed_byte_of_a_sealed_block_is_refused() -> None:
    key, place = SymmetricKey.generate(), Places("invented").caseload_block(1)
    sealed = seal(key, place, pack([person(1), person(2)]))

    for at in range(len(sealed)):
        changed = bytearray(sealed)
        changed[at] ^= 1
        with pytest.raises(KnownError):
            open_sealed(key, place, bytes(changed))

    assert len(unpack(open_sealed(key, place, sealed))) == 2


@pytest.mark.parametrize("packed", [b"", b"[]", bytes((PACKING + 1,)) + b"\x90"])
def test_another_packing_is_not_guessed_at(packed: bytes) -> None:
    with pytest.raises(KnownError) as caught:
        unpack(packed)

    assert caught.value.message_id == "store.newer-version"


@pytest.mark.parametrize("size", [0, 1, -1])
def test_a_packed_block_that_is_cut_or_prolonged_is_damaged(size: int) -> None:
    packed = pack([person(1)])
    changed = packed[:-1] if size < 0 else packed + bytes(size)

    if size == 0:
        assert len(unpack(changed)) == 1
        return
    with pytest.raises(KnownError) as caught:
        unpack(changed)

    assert caught.value.message_id == "store.damaged"


def test_a_column_that_is_shorter_than_the_others_is_damaged_not_a_shorter_list() -> None:
    content = msgspec.msgpack.decode(pack([person(1), person(2)])[1:])
    for column, values in enumerate(content):
        if isinstance(values, list) and len(values) == 2:
            short = [*content[:column], values[:-1], *content[column + 1 :]]
            with pytest.raises(KnownError) as caught:
                unpack(bytes((PACKING,)) + msgspec.msgpack.encode(short))
            assert caught.value.message_id == "store.damaged"


def test_a_packed_person_takes_less_than_two_hundred_bytes() -> None:
    packed = pack(person(number) for number in range(256))

    assert len(packed) / 256 < 200
