"""Cases: adding them, attempts, the room, capacity, identity and closing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.audit_event import AuditAction
from desktop.records.episode import CaseSource, CloseReason
from desktop.records.person import PersonIdentity
from desktop.records.room import CapacityResult, Presence
from desktop.services.add_case import NewCase, add_case, suggest_alias
from desktop.services.close_case import close_case
from desktop.services.identity import read_identity, save_identity
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.note_capacity import note_capacity
from desktop.services.note_room import note_room
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from tests.services.bench import ADMIN, DESK, NADIA, OFFICER, ROSA, Bench

HOUR = timedelta(hours=1)
HOUR_S = 3600


def new_case(bench: Bench, **changed: object) -> NewCase:
    """What a trauma page gives, with changes."""
    return replace(NewCase("ED 7", CaseSource.TRAUMA_PAGE, bench.clock.now()), **changed)


def test_a_new_case_has_an_alias_and_no_name(bench: Bench) -> None:
    card = add_case(bench.work_as(ROSA), new_case(bench, language="es", age_years=19))

    word, number = card.alias.split()
    assert word.isalpha()
    assert number.isdigit()
    assert (card.place, card.language, card.age_years) == ("ED 7", "es", 19)
    assert card.last_attempt is None
    assert bench.actions() == [AuditAction.CASE_ADDED]


def test_a_suggested_alias_can_be_taken_once(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    alias = suggest_alias(work)
    add_case(work, new_case(bench, alias=alias))

    with pytest.raises(KnownError, match=r"episode\.alias-taken"):
        add_case(work, new_case(bench, alias=f" {alias.lower()} "))


def test_the_alias_of_a_closed_case_is_free_again(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    card = add_case(work, new_case(bench, alias="Maple 12"))
    close_case(work, card.ref, CloseReason.COMPLETED)

    assert add_case(work, new_case(bench, alias="Maple 12")).alias == "Maple 12"


@pytest.mark.parametrize(
    ("changed", "message_id"),
    [
        ({"place": "  "}, "episode.no-place"),
        ({"alias": " "}, "episode.no-alias"),
        ({"age_years": -1}, "episode.age-out-of-range"),
        ({"age_years": 121}, "episode.age-out-of-range"),
        ({"language": "xx"}, "episode.language-unknown"),
    ],
)
def test_a_case_that_cannot_be_is_refused(
    bench: Bench, changed: dict[str, object], message_id: str
) -> None:
    with pytest.raises(KnownError) as refused:
        add_case(bench.work_as(ROSA), new_case(bench, **changed))

    assert refused.value.message_id == message_id


def test_nobody_arrives_in_the_future(bench: Bench) -> None:
    soon = bench.clock.now() + timedelta(minutes=5)
    add_case(bench.work_as(ROSA), new_case(bench, arrived_at=soon))

    with pytest.raises(KnownError, match=r"episode\.arrived-in-future"):
        add_case(bench.work_as(ROSA), new_case(bench, arrived_at=soon + timedelta(minutes=1)))


def test_the_team_may_be_told_before_arrival_and_never_in_the_future(bench: Bench) -> None:
    work, now = bench.work_as(ROSA), bench.clock.now()

    early = add_case(work, new_case(bench, notified_at=now - HOUR))
    untold = add_case(work, new_case(bench))

    assert early.notified_at == now - HOUR
    assert untold.notified_at == now
    with pytest.raises(KnownError, match=r"episode\.notified-in-future"):
        add_case(work, new_case(bench, notified_at=now + HOUR))


@pytest.mark.parametrize("name", [DESK, OFFICER, ADMIN])
def test_roles_without_cases_neither_add_nor_read_one(bench: Bench, name: str) -> None:
    ref = bench.new_case()
    work = bench.work_as(name)

    for act in (
        lambda: add_case(work, new_case(bench)),
        lambda: read_person(work, ref),
        lambda: read_identity(work, ref),
        lambda: close_case(work, ref, CloseReason.DUPLICATE),
    ):
        with pytest.raises(KnownError, match=r"work\.not-allowed"):
            act()


def test_identity_is_kept_apart_and_each_look_is_audited(bench: Bench) -> None:
    work = bench.work_as(ROSA)
    ref = bench.new_case()
    assert read_identity(work, ref) == PersonIdentity(ref.person_id)
    identity = PersonIdentity(ref.person_id, legal_name="Ferdinand Fictional")

    save_identity(work, ref, identity)

    assert read_identity(bench.work_as(NADIA), ref) == identity
    assert bench.actions().count(AuditAction.IDENTITY_READ) == 2
    assert "Ferdinand" not in repr(identity)


def test_a_reference_that_mixes_two_people_opens_nothing(bench: Bench) -> None:
    one, other = bench.new_case(), bench.new_case()
    mixed = EpisodeRef(one.person_id, other.episode_id)

    with pytest.raises(KnownError, match=r"store\.no-such-record"):
        read_identity(bench.work_as(ROSA), mixed)


def test_an_attempt_puts_the_case_back_with_its_next_time(bench: Bench) -> None:
    ref = bench.new_case()
    due = bench.clock.now() + HOUR

    card = log_attempt(
        bench.work_as(ROSA),
        ref,
        NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.ASLEEP_OR_SEDATED, next_due=due),
    )

    assert card.next_due == due
    assert card.reached_at is None
    assert card.last_attempt is not None
    assert card.last_attempt.outcome is AttemptOutcome.ASLEEP_OR_SEDATED


def test_the_first_time_they_spoke_is_when_the_person_was_reached(bench: Bench) -> None:
    ref = bench.new_case()
    bench.clock.advance(HOUR_S)
    first = bench.clock.now()
    bench.reach(ref)
    bench.clock.advance(HOUR_S)

    card = log_attempt(
        bench.work_as(ROSA), ref, NewAttempt(AttemptMode.PHONE, AttemptOutcome.DECLINED_NOW)
    )

    assert card.reached_at == first


def test_an_attempt_has_been_tried_and_the_next_one_lies_after_it(bench: Bench) -> None:
    ref = bench.new_case()
    work = bench.work_as(ROSA)
    now = bench.clock.now()

    with pytest.raises(KnownError, match=r"attempt\.in-future"):
        log_attempt(work, ref, NewAttempt(AttemptMode.PHONE, AttemptOutcome.NO_ANSWER, now + HOUR))
    with pytest.raises(KnownError, match=r"attempt\.next-before-try"):
        log_attempt(work, ref, NewAttempt(AttemptMode.PHONE, AttemptOutcome.NO_ANSWER, now, now))


def test_the_room_and_the_capacity_note_are_the_newest_ones(bench: Bench) -> None:
    ref = bench.new_case()
    work = bench.work_as(ROSA)
    note_room(work, ref, frozenset({Presence.POLICE}), False, "will not leave")
    note_capacity(work, ref, CapacityResult.ABSENT, bench.clock.now() + HOUR)

    room = note_room(work, ref, frozenset(), True)
    capacity = note_capacity(work, ref, CapacityResult.PRESENT)

    page = read_person(work, ref)
    assert page.room == room
    assert page.room.private_now is True
    assert page.capacity == capacity


def test_a_recheck_lies_ahead(bench: Bench) -> None:
    with pytest.raises(KnownError, match=r"capacity\.recheck-in-past"):
        note_capacity(
            bench.work_as(ROSA), bench.new_case(), CapacityResult.ABSENT, bench.clock.now()
        )


def test_a_closed_case_takes_nothing_new(bench: Bench) -> None:
    ref = bench.new_case()
    work = bench.work_as(ROSA)
    close_case(work, ref, CloseReason.DECLINED)

    for act in (
        lambda: bench.reach(ref),
        lambda: note_room(work, ref, frozenset(), True),
        lambda: note_capacity(work, ref, CapacityResult.PRESENT),
    ):
        with pytest.raises(KnownError, match=r"episode\.closed"):
            act()
    with pytest.raises(KnownError, match=r"episode\.already-closed"):
        close_case(work, ref, CloseReason.COMPLETED)
