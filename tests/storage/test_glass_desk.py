"""Break-glass: signed, chained, four hours, reviewed by somebody else; keys lent to an officer."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from desktop.errors import KnownError
from desktop.records.break_glass import BrokenGlass, GlassKind, GlassOutcome, GlassReason
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import EPISODE, PERSON_IDENTITY, Compartment
from desktop.services.ports import GlassDesk, Session
from desktop.storage.verify import verify_store
from tests.storage.cases import episode, new_case
from tests.storage.raw_file import column, flip_bit, rows, without_triggers
from tests.storage.test_key_desk import ORLA
from tests.storage.test_staff_desk import enrolled, id_of
from tests.support.store_fixture import (
    ADMINISTRATOR,
    DESK,
    MANAGER,
    OFFICER,
    SECOND_SPECIALIST,
    SPECIALIST,
    MadeStore,
)

CASE = RecordId("c" * 32)
NOTE = "canary-note-heron"
HOUR_S = 3_600


@pytest.fixture
def person(made: MadeStore) -> PersonId:
    """A case of the first specialist; a privacy officer with the audit key."""
    session = made.sign_in(SPECIALIST)
    person_id = new_case(session, CASE)
    session.close()
    officer = enrolled(made, ORLA)
    codes = made.shown.recovery_codes
    administrator = made.sign_in(ADMINISTRATOR)
    administrator.key_desk.hand_on(officer, Compartment.AUD, (codes[0], codes[1]))
    administrator.close()
    return person_id


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.message_id


def go_outside(desk: GlassDesk, person: PersonId, note: str = NOTE) -> BrokenGlass:
    return desk.open(person, GlassKind.OUTSIDE, GlassReason.COVERING, note)


def lend(made: MadeStore, person: PersonId) -> None:
    manager = made.sign_in(MANAGER)
    manager.glass_desk.lend(person, id_of(manager, OFFICER))
    manager.close()


def read(session: Session, person: PersonId) -> list[str]:
    """The alias of the person's cases, and the name."""
    found = [each.value.alias for each in session.records.list_newest(EPISODE, person)]
    names = [each.value.legal_name for each in session.records.list_newest(PERSON_IDENTITY, person)]
    return found + [name or "" for name in names]


def test_an_access_stands_for_four_hours_and_no_longer(made: MadeStore, person: PersonId) -> None:
    desk = made.sign_in(SECOND_SPECIALIST).glass_desk
    glass = go_outside(desk, person)

    made.clock.advance(4 * HOUR_S - 1)
    assert desk.standing(person) == glass
    made.clock.advance(1)

    assert desk.standing(person) is None
    assert glass.until - glass.opened_at == timedelta(hours=4)


def test_an_access_is_of_one_person_by_one_person(made: MadeStore, person: PersonId) -> None:
    session = made.sign_in(SECOND_SPECIALIST)
    other = new_case(session, "e" * 32, alias="Birch 3")
    go_outside(session.glass_desk, person)

    assert session.glass_desk.standing(other) is None
    assert made.sign_in(SPECIALIST).glass_desk.standing(person) is None


def test_a_clock_that_was_set_back_changes_no_access(made: MadeStore, person: PersonId) -> None:
    desk = made.sign_in(SECOND_SPECIALIST).glass_desk
    glass = go_outside(desk, person)

    made.clock.set_wall(glass.opened_at - timedelta(minutes=1))
    made.clock.advance(4 * HOUR_S - 1)

    assert desk.standing(person) == glass
    made.clock.advance(1)
    assert desk.standing(person) is None


def test_who_opened_it_may_end_it_before_its_time(made: MadeStore, person: PersonId) -> None:
    desk = made.sign_in(SECOND_SPECIALIST).glass_desk
    glass = go_outside(desk, person)
    assert refusal(lambda: made.sign_in(MANAGER).glass_desk.end(glass.glass_id)) == "glass.unknown"

    desk.end(glass.glass_id)

    assert desk.standing(person) is None
    assert refusal(lambda: desk.end(glass.glass_id)) == "glass.unknown"


def test_an_access_holds_after_another_start(made: MadeStore, person: PersonId) -> None:
    glass = go_outside(made.sign_in(SECOND_SPECIALIST).glass_desk, person)

    made.reopen()

    assert made.sign_in(SECOND_SPECIALIST).glass_desk.standing(person) == glass


def test_the_note_is_for_the_auditor_alone(made: MadeStore, person: PersonId) -> None:
    glass = go_outside(made.sign_in(SECOND_SPECIALIST).glass_desk, person)

    for name in (SECOND_SPECIALIST, MANAGER, ADMINISTRATOR, DESK):
        desk = made.sign_in(name).glass_desk
        assert refusal(lambda desk=desk: desk.note_of(glass.glass_id)) == "store.no-key"
    assert made.sign_in(OFFICER).glass_desk.note_of(glass.glass_id) == NOTE
    made.gate.close()
    assert NOTE.encode() not in made.database.read_bytes()


@pytest.mark.parametrize(
    ("reason", "note", "expected"),
    [
        (GlassReason.COMPLAINT, "", "glass.reason-missing"),
        (GlassReason.COVERING, "x" * 201, "glass.note-too-long"),
    ],
)
def test_an_access_needs_a_reason_that_fits_and_a_short_note(
    made: MadeStore, person: PersonId, reason: GlassReason, note: str, expected: str
) -> None:
    desk = made.sign_in(SECOND_SPECIALIST).glass_desk

    found = refusal(lambda: desk.open(person, GlassKind.OUTSIDE, reason, note))

    assert found == expected
    assert list(desk.all()) == []


@pytest.mark.parametrize("name", [MANAGER, OFFICER])
def test_somebody_else_reviews_once(made: MadeStore, person: PersonId, name: str) -> None:
    opener = made.sign_in(SECOND_SPECIALIST).glass_desk
    glass = go_outside(opener, person)
    session = made.sign_in(name)

    session.glass_desk.review(glass.glass_id, GlassOutcome.FOLLOW_UP)

    (found,) = session.glass_desk.all()
    assert (found.outcome, found.reviewed_by) == (GlassOutcome.FOLLOW_UP, session.me.staff_id)
    assert refusal(lambda: session.glass_desk.review(glass.glass_id, GlassOutcome.APPROPRIATE)) == (
        "glass.reviewed"
    )
    assert refusal(lambda: opener.review(glass.glass_id, GlassOutcome.APPROPRIATE)) == (
        "work.not-allowed"
    )


def test_an_officer_does_not_review_what_was_theirs(made: MadeStore, person: PersonId) -> None:
    lend(made, person)
    desk = made.sign_in(OFFICER).glass_desk
    glass = desk.open(person, GlassKind.OFFICER, GlassReason.COMPLAINT, "")

    assert refusal(lambda: desk.review(glass.glass_id, GlassOutcome.APPROPRIATE)) == (
        "glass.yourself"
    )


def test_an_officer_reads_one_person_while_the_keys_are_lent(
    made: MadeStore, person: PersonId
) -> None:
    session = made.sign_in(SPECIALIST)
    other = new_case(session, "e" * 32, alias="Birch 3")
    session.close()
    officer = made.sign_in(OFFICER)
    assert refusal(lambda: read(officer, person)) == "store.no-key"
    assert refusal(
        lambda: officer.glass_desk.open(person, GlassKind.OFFICER, GlassReason.COMPLAINT, "")
    ) == ("glass.not-lent")
    lend(made, person)
    assert refusal(lambda: read(officer, person)) == "store.no-key"

    officer.glass_desk.open(person, GlassKind.OFFICER, GlassReason.COMPLAINT, "")

    assert read(officer, person) == ["Maple 12", "Zelda Invented"]
    assert refusal(lambda: read(officer, other)) == "store.no-key"
    value = episode(person, CASE)
    assert refusal(lambda: officer.records.save(EPISODE, person, CASE, value, base=1)) == (
        "store.no-key"
    )
    made.clock.advance(4 * HOUR_S)
    assert refusal(lambda: read(officer, person)) == "store.no-key"


def test_a_loan_that_ran_out_is_gone_from_the_file(made: MadeStore, person: PersonId) -> None:
    lend(made, person)
    bodies = len(made.sign_in(OFFICER).glass_desk.loans())
    made.clock.advance(4 * HOUR_S)

    left = made.sign_in(OFFICER).glass_desk.loans()

    assert (bodies, list(left)) == (1, [])
    made.gate.close()
    assert rows(made.database, "SELECT * FROM lent_keys") == []


def test_ending_the_access_destroys_the_loan(made: MadeStore, person: PersonId) -> None:
    lend(made, person)
    officer = made.sign_in(OFFICER)
    glass = officer.glass_desk.open(person, GlassKind.OFFICER, GlassReason.ACCESS_CHECK, "")

    officer.glass_desk.end(glass.glass_id)

    assert refusal(lambda: read(officer, person)) == "store.no-key"
    assert list(officer.glass_desk.loans()) == []


def test_an_officer_who_signs_in_again_goes_on_reading(made: MadeStore, person: PersonId) -> None:
    lend(made, person)
    made.sign_in(OFFICER).glass_desk.open(person, GlassKind.OFFICER, GlassReason.COMPLAINT, "")
    made.reopen()
    officer = made.sign_in(OFFICER)

    standing = officer.glass_desk.standing(person)

    assert standing is not None
    assert read(officer, person) == ["Maple 12", "Zelda Invented"]


def test_two_recovery_codes_lend_as_a_holder_does(made: MadeStore, person: PersonId) -> None:
    officer = made.sign_in(OFFICER)
    codes = made.shown.recovery_codes

    officer.glass_desk.lend(person, officer.me.staff_id, (codes[0], codes[2]))

    officer.glass_desk.open(person, GlassKind.OFFICER, GlassReason.LEGAL_REQUEST, "")
    assert read(officer, person) == ["Maple 12", "Zelda Invented"]
    made.gate.close()
    assert verify_store(made.data_dir).problems == ()


@pytest.mark.parametrize("name", [DESK, ADMINISTRATOR, OFFICER])
def test_nobody_lends_keys_that_they_do_not_hold(
    made: MadeStore, person: PersonId, name: str
) -> None:
    session = made.sign_in(name)
    officer = id_of(session, OFFICER)

    assert refusal(lambda: session.glass_desk.lend(person, officer)) == "keys.not-mine"


@pytest.mark.parametrize("name", [DESK, ADMINISTRATOR, SECOND_SPECIALIST])
def test_keys_are_lent_to_a_privacy_officer_only(
    made: MadeStore, person: PersonId, name: str
) -> None:
    manager = made.sign_in(MANAGER)

    assert refusal(lambda: manager.glass_desk.lend(person, id_of(manager, name))) == (
        "glass.not-an-officer"
    )


def test_a_whole_history_is_found_whole_and_a_gap_in_it_is_found(
    made: MadeStore, person: PersonId
) -> None:
    desk = made.sign_in(SECOND_SPECIALIST).glass_desk
    for _ in range(2):
        desk.end(go_outside(desk, person).glass_id)
    lend(made, person)
    made.gate.close()
    assert verify_store(made.data_dir).problems == ()
    assert column(made.database, "glass_log", "seq") == [1, 2, 3, 4]
    with without_triggers(made.database) as raw:
        raw.execute("DELETE FROM glass_log WHERE seq = 2")

    found = {problem.message_id for problem in verify_store(made.data_dir).problems}

    assert found == {"verify.glass", "verify.gap", "verify.log-cut"}


@pytest.mark.parametrize("table", ["glass_log", "lent_keys"])
def test_a_changed_byte_is_found(made: MadeStore, person: PersonId, table: str) -> None:
    go_outside(made.sign_in(SECOND_SPECIALIST).glass_desk, person)
    lend(made, person)
    made.gate.close()
    flip_bit(made.database, table, "body", 0.3)

    found = {problem.message_id for problem in verify_store(made.data_dir).problems}

    of_the_log = {"verify.glass", "verify.log-other"}
    assert found == (of_the_log if table == "glass_log" else {"verify.loan"})
