"""Off-site visits and debriefs in the store: read as first written, in no file without a key."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop.errors import KnownError
from desktop.records.debrief import Debrief, HardEvent, Settled
from desktop.records.ids import EpisodeId, PersonId, RecordId, StaffId
from desktop.records.kinds import DEBRIEF, EPISODE, OUTING
from desktop.records.outing import (
    AloneReason,
    CallIn,
    CallKind,
    Colleague,
    Outing,
    OutingCheck,
    OutingEnd,
    OutingPlace,
    OutingState,
)
from desktop.storage.codec import decode, encode
from tests.storage.cases import episode
from tests.storage.test_leaks import canaries_in
from tests.support.store_fixture import DESK, MANAGER, SPECIALIST, MadeStore

AT = datetime(2026, 11, 2, 17, tzinfo=UTC)
LATER = datetime(2026, 11, 2, 18, 30, tzinfo=UTC)
ROSA, CASE, OWN = StaffId("a1" * 16), EpisodeId("2" * 32), RecordId("1" * 32)

OUTING_FIRST_WRITTEN = b"""{"outing_id":"11111111111111111111111111111111",
"episode_id":"22222222222222222222222222222222","place":"home",
"goes":"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1","buddy":{"staff_id":null,"name":"Pat, invented"},
"start":"2026-11-02T17:00:00Z","expected_back":"2026-11-02T18:30:00Z",
"planned_at":"2026-11-02T17:00:00Z","planned_by":"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
"second":null,"ticked":["announced","way-out"],"alone_reason":"public-place",
"left_at":"2026-11-02T17:00:00Z","calls":[{"kind":"reached","at":"2026-11-02T18:30:00Z",
"by":"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1","expected_back":"2026-11-02T18:30:00Z"}],
"end":{"state":"back","at":"2026-11-02T18:30:00Z","by":"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
"left_unsafe":true}}"""
DEBRIEF_FIRST_WRITTEN = b"""{"debrief_id":"11111111111111111111111111111111","event":"threat",
"asked_by":"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1","asked_at":"2026-11-02T17:00:00Z",
"person_id":null,"episode_id":"22222222222222222222222222222222",
"offered_at":"2026-11-02T17:00:00Z","offered_by":"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
"settled":{"at":"2026-11-02T18:30:00Z","by":"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
"held_on":"2026-11-02"}}"""
"""What the first version with either kept; never edited."""

OUTING_THEN = Outing(
    OWN,
    CASE,
    OutingPlace.HOME,
    ROSA,
    Colleague(name="Pat, invented"),
    AT,
    LATER,
    AT,
    ROSA,
    None,
    frozenset({OutingCheck.ANNOUNCED, OutingCheck.WAY_OUT}),
    AloneReason.PUBLIC_PLACE,
    AT,
    (CallIn(CallKind.REACHED, LATER, ROSA, LATER),),
    OutingEnd(OutingState.BACK, LATER, ROSA, left_unsafe=True),
)
DEBRIEF_THEN = Debrief(
    OWN, HardEvent.THREAT, ROSA, AT, None, CASE, AT, ROSA, Settled(LATER, ROSA, date(2026, 11, 2))
)
CANARY = "canary-buddy-3d90"


def test_what_was_first_written_is_read() -> None:
    assert decode(OUTING_FIRST_WRITTEN, Outing) == OUTING_THEN
    assert decode(DEBRIEF_FIRST_WRITTEN, Debrief) == DEBRIEF_THEN
    assert decode(encode(OUTING_THEN), Outing) == OUTING_THEN
    assert decode(encode(DEBRIEF_THEN), Debrief) == DEBRIEF_THEN


def test_one_that_cannot_be_read_quotes_nothing_of_it() -> None:
    with pytest.raises(KnownError) as caught:
        decode(OUTING_FIRST_WRITTEN.replace(b'"home"', CANARY.encode()), Outing)

    assert caught.value.message_id == "store.damaged"
    assert CANARY not in str(caught.value)
    assert "Pat" not in repr(OUTING_THEN)


def kept(made: MadeStore) -> tuple[PersonId, PersonId]:
    """A case with a visit, and a debrief in its own folder."""
    session = made.sign_in(SPECIALIST)
    person, folder = session.records.create_person(), session.records.create_person()
    case = RecordId("c" * 32)
    session.records.save(EPISODE, person, case, episode(person, case), base=0)
    outing = replace(OUTING_THEN, buddy=Colleague(name=CANARY))
    session.records.save(OUTING, person, OWN, outing, base=0)
    debrief = replace(DEBRIEF_THEN, debrief_id=RecordId("d" * 32))
    session.records.save(DEBRIEF, folder, debrief.debrief_id, debrief, base=0)
    session.close()
    return person, folder


@pytest.mark.parametrize("is_open", [True, False])
def test_neither_a_name_nor_a_kind_of_event_is_in_any_file(made: MadeStore, is_open: bool) -> None:
    kept(made)
    if not is_open:
        made.gate.close()

    assert canaries_in(made.data_dir, [CANARY, HardEvent.THREAT.value, "public-place"]) == []


def test_a_supervisor_opens_both_and_the_packet_desk_neither(made: MadeStore) -> None:
    kept(made)
    manager, desk = made.sign_in(MANAGER).records, made.sign_in(DESK).records

    assert manager.load(OUTING, OWN).value.buddy.name == CANARY
    assert manager.load(DEBRIEF, RecordId("d" * 32)).value.event is HardEvent.THREAT
    for kind in (OUTING, DEBRIEF):
        assert desk.everywhere(kind) == ()
    with pytest.raises(KnownError, match=r"store\.no-key"):
        desk.load(OUTING, OWN)
