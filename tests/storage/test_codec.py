"""Values to bytes and back: every kind of record, always the same bytes, no content in errors."""

from datetime import date

import pytest

from desktop.errors import KnownError
from desktop.records.attempt import Attempt, AttemptMode, AttemptOutcome
from desktop.records.consent import (
    Category,
    Consent,
    ConsentMode,
    ConsentScope,
    ConsentStatus,
    ConsentType,
    Purpose,
)
from desktop.records.ids import EpisodeId, PacketId, PersonId, RecordId, StaffId
from desktop.records.packet_record import (
    Appointment,
    PacketChoices,
    PacketPart,
    PacketRecord,
    PaperSize,
)
from desktop.records.room import CapacityCheck, CapacityResult, Presence, RoomState
from desktop.records.signature import Signature
from desktop.records.visit import Comment, FormVersion, ReviewState, Visit
from desktop.storage.codec import decode, encode
from tests.storage.cases import REF, episode, form, identity
from tests.support.fake_clock import START

RECORD, EPISODE = RecordId("a" * 32), EpisodeId("e" * 32)
STAFF = StaffId("s" * 32)
STROKES = (((0.1, 0.2, 0, 0.5), (0.7, 0.3, 120, 0.25)),)

VALUES = [
    episode(PersonId("p"), RECORD),
    identity(PersonId("p")),
    form(RECORD, response='{"ñ": "“quoted”"}'),
    Attempt(RECORD, EPISODE, START, AttemptMode.PHONE, AttemptOutcome.ENGAGED, STAFF),
    RoomState(EPISODE, frozenset(Presence), None, START, STAFF),
    CapacityCheck(EPISODE, CapacityResult.UNCERTAIN, START, STAFF, START),
    Consent(
        consent_id=RECORD,
        episode_id=EPISODE,
        type=ConsentType.RELEASE,
        status=ConsentStatus.GRANTED,
        asked_at=START,
        asked_by=STAFF,
        language="es",
        text_ref=REF,
        scope=ConsentScope("Northside", Purpose.MENTORING, frozenset(Category), date(2026, 6, 14)),
        mode=ConsentMode.SIGNED,
        signature=Signature(STROKES, START, "Bedside One"),
    ),
    Visit(
        RECORD,
        EPISODE,
        STAFF,
        "Sol Example",
        ReviewState.SUBMITTED,
        forms=(FormVersion(RECORD, 2),),
        submitted_at=START,
        comments=(Comment(RECORD, RECORD, "safe-now", STAFF, "Max Example", START, "Look again"),),
    ),
    PacketRecord(
        RECORD,
        EPISODE,
        PacketId("k"),
        PacketChoices(
            "en",
            PaperSize.LARGE,
            frozenset(PacketPart),
            ("Call 211",),
            (Appointment(START, "Clinic", "Building 2"),),
        ),
        STAFF,
        START,
        date(2026, 3, 14),
    ),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_every_kind_of_record_survives_the_round_trip(value: object) -> None:
    data = encode(value)

    again = decode(data, type(value))

    assert again == value
    assert encode(again) == data


def test_sets_are_written_in_one_order() -> None:
    members = list(Presence)

    written = {
        encode(RoomState(EPISODE, frozenset(order), True, START, STAFF))
        for order in (members, members[::-1], members[3:] + members[:3])
    }

    assert len(written) == 1


@pytest.mark.parametrize("data", [b"", b"{}", b'{"person_id": 7}', b'"canary"', b"\xff\xfe"])
def test_bytes_that_are_no_such_value_are_damaged_and_not_quoted(data: bytes) -> None:
    with pytest.raises(KnownError) as caught:
        decode(data, Attempt)

    assert caught.value.message_id == "store.damaged"
    assert "canary" not in repr(caught.value)
    assert caught.value.__suppress_context__
