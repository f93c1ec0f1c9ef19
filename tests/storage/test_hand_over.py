"""A case moves from one workstation to another by a sealed file, and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.hand_over import HandOverReason, TakeBackReason
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import EPISODE, FORM, PERSON_IDENTITY
from desktop.services.ports import DraftRef, tell_nobody
from desktop.storage.restore import restore_store
from desktop.storage.verify import verify_store
from tests.storage.backing_up import back_up
from tests.storage.cases import answer, form
from tests.storage.test_rollback import second
from tests.storage.two_workstations import (
    CASE,
    FORM_ID,
    MOVES,
    SECOND_PHRASE,
    Pair,
    new_pair,
    refused,
)
from tests.support.store_fixture import (
    ADMINISTRATOR,
    DESK,
    MANAGER,
    SECOND_SPECIALIST,
    SPECIALIST,
    MadeStore,
    password_of,
)


@pytest.fixture
def pair(made: MadeStore, tmp_path: Path) -> Iterator[Pair]:
    """Two workstations; the first has a case with a signed form and a draft."""
    pair = new_pair(made, tmp_path)
    yield pair
    pair.close()


def test_the_case_arrives_whole_and_goes_on(pair: Pair) -> None:
    content = pair.hand_over()

    arriving = pair.take_in(content)

    assert arriving.aliases == ("Maple 12",)
    assert (arriving.sender.name, arriving.given_by) == ("Bedside One", "Sol Example")
    assert (arriving.drafts, arriving.is_return, arriving.is_held) == (1, False, False)
    session = pair.second.sign_in(SECOND_SPECIALIST)
    assert session.records.load(EPISODE, CASE).value.alias == "Maple 12"
    assert len(session.records.list_newest(PERSON_IDENTITY, pair.person)) == 1
    assert [each.signer for each in session.sign_offs.of(FORM_ID)] == [pair.manager_id]
    (draft,) = session.journal.drafts()
    assert [row.body for row in session.journal.rows(draft)] == ['"a"']
    session.journal.append(draft, answer('"b"'))
    session.records.save(EPISODE, pair.person, CASE, pair.episode("Maple 12"), base=1)
    session.close()
    pair.close()
    assert verify_store(pair.first.data_dir).problems == ()
    assert verify_store(pair.second.data_dir).problems == ()


def test_looking_at_a_file_changes_nothing(pair: Pair) -> None:
    content = pair.hand_over()
    before = pair.second_rows()
    session = pair.second.sign_in(SPECIALIST)

    arriving = session.hand_over_desk.look(content)

    assert arriving.aliases == ("Maple 12",)
    assert session.records.persons() == ()
    session.close()
    assert pair.second_rows() == before
    assert pair.take_in(content).letter == arriving.letter


def test_nothing_is_written_about_a_case_that_went(pair: Pair) -> None:
    pair.hand_over()
    session = pair.first.sign_in(SPECIALIST)

    for act in (
        lambda: session.records.save(EPISODE, pair.person, CASE, pair.episode("Birch 1"), base=1),
        lambda: session.journal.append(pair.draft, answer('"z"')),
        lambda: session.journal.discard(pair.draft),
        lambda: pair.make(session),
    ):
        with pytest.raises(KnownError) as caught:
            act()
        assert caught.value.message_id == "hand-over.away"

    assert session.records.load(EPISODE, CASE).value.alias == "Maple 12"
    assert session.hand_over_desk.away()[pair.person].workstation_id == pair.second_id
    session.close()


def test_a_manager_signs_nothing_of_a_case_that_went(pair: Pair) -> None:
    session = pair.first.sign_in(SPECIALIST)
    other = RecordId("9" * 32)
    session.records.save(FORM, pair.person, other, form(other), base=0)
    session.close()
    pair.hand_over()
    manager = pair.first.sign_in(MANAGER)

    with pytest.raises(KnownError) as caught:
        manager.sign_offs.sign(other, 1)

    assert caught.value.message_id == "hand-over.away"
    manager.close()


def test_a_case_that_comes_back_goes_on_where_it_was(pair: Pair) -> None:
    pair.take_in(pair.hand_over())
    there = pair.second.sign_in(SPECIALIST)
    there.records.save(EPISODE, pair.person, CASE, pair.episode("Maple 12", place="Bay 9"), base=1)
    there.journal.append(pair.draft, answer('"b"'))
    back = pair.make(there, to_first=True)
    there.close()

    arriving = pair.take_in(back, at_first=True)

    assert arriving.is_return
    session = pair.first.sign_in(SPECIALIST)
    assert session.records.load(EPISODE, CASE).number == 2
    assert [row.body for row in session.journal.rows(pair.draft)] == ['"a"', '"b"']
    assert session.hand_over_desk.away() == {}
    session.records.save(EPISODE, pair.person, CASE, pair.episode("Maple 12"), base=2)
    session.close()
    pair.close()
    assert verify_store(pair.first.data_dir).problems == ()
    assert verify_store(pair.second.data_dir).problems == ()


def test_a_file_is_taken_in_once(pair: Pair) -> None:
    content = pair.hand_over()
    pair.take_in(content)

    assert refused(pair, content) == "hand-over.twice"


def test_an_older_file_does_not_open_a_second_case(pair: Pair) -> None:
    """Taken back, made again, gone there and back: the first file is still on the drive."""
    older = pair.hand_over()
    session = pair.first.sign_in(SPECIALIST)
    session.hand_over_desk.take_back(pair.person, TakeBackReason.FILE_LOST)
    session.close()
    pair.take_in(pair.hand_over())
    assert refused(pair, older) == "hand-over.is-here"
    there = pair.second.sign_in(SPECIALIST)
    pair.make(there, to_first=True)
    there.close()

    assert refused(pair, older) == "hand-over.older"


def test_a_file_older_than_a_week_is_refused(pair: Pair) -> None:
    content = pair.hand_over()
    pair.clock.advance(7 * 24 * 3600 + 60)

    assert refused(pair, content) == "hand-over.too-old"


def test_a_case_that_lives_here_too_is_refused(pair: Pair) -> None:
    """Taken back while the file was taken in: each of the two was written to since."""
    pair.take_in(pair.hand_over())
    session = pair.first.sign_in(SPECIALIST)
    session.hand_over_desk.take_back(pair.person, TakeBackReason.PLAN_CHANGED)
    session.records.save(EPISODE, pair.person, CASE, pair.episode("Maple 12"), base=1)
    content = pair.make(session)
    session.close()

    assert refused(pair, content) == "hand-over.is-here"


def test_two_histories_of_one_record_are_refused(pair: Pair) -> None:
    """Both went on with it, and one of them gave it back: the chains have parted."""
    pair.take_in(pair.hand_over())
    there = pair.second.sign_in(SPECIALIST)
    there.records.save(EPISODE, pair.person, CASE, pair.episode("Maple 12", place="B"), base=1)
    back = pair.make(there, to_first=True)
    there.close()
    session = pair.first.sign_in(SPECIALIST)
    session.hand_over_desk.take_back(pair.person, TakeBackReason.FILE_LOST)
    session.records.save(EPISODE, pair.person, CASE, pair.episode("Maple 12", place="C"), base=1)
    pair.make(session)
    with pytest.raises(KnownError) as caught:
        session.hand_over_desk.take_in(back)

    assert caught.value.message_id == "hand-over.older"
    assert session.records.load(EPISODE, CASE).value.place == "C"
    session.close()


def test_a_receipt_closes_the_way_back_by_hand(pair: Pair) -> None:
    letter = pair.take_in(pair.hand_over()).letter
    there = pair.second.sign_in(SPECIALIST)
    receipt = there.hand_over_desk.receipt(letter)
    there.close()
    session = pair.first.sign_in(SPECIALIST)

    confirmed = session.hand_over_desk.take_receipt(receipt)

    assert confirmed.is_confirmed
    with pytest.raises(KnownError) as caught:
        session.hand_over_desk.take_back(pair.person, TakeBackReason.FILE_LOST)
    assert caught.value.message_id == "hand-over.confirmed"
    session.close()
    pair.close()
    assert verify_store(pair.first.data_dir).problems == ()


def test_the_receipt_of_another_hand_over_says_nothing(pair: Pair) -> None:
    letter = pair.take_in(pair.hand_over()).letter
    there = pair.second.sign_in(SPECIALIST)
    receipt = there.hand_over_desk.receipt(letter)
    there.close()
    session = pair.first.sign_in(SPECIALIST)
    session.hand_over_desk.take_back(pair.person, TakeBackReason.FILE_LOST)
    pair.make(session)

    with pytest.raises(KnownError) as caught:
        session.hand_over_desk.take_receipt(receipt)

    assert caught.value.message_id == "hand-over.no-such-hand-over"
    session.close()


def test_a_file_for_another_workstation_is_not_opened(pair: Pair, tmp_path: Path) -> None:
    third = pair.add_third(tmp_path / "third")
    session = pair.first.sign_in(SPECIALIST)
    content = session.hand_over_desk.make([pair.person], third, MOVES).content
    session.close()

    assert refused(pair, content) == "hand-over.other-workstation"


@pytest.mark.parametrize("name", [DESK, ADMINISTRATOR])
def test_who_holds_no_keys_of_cases_moves_none(pair: Pair, name: str) -> None:
    content = pair.hand_over()
    session = pair.second.gate.sign_in(name, password_of(name))

    for act in (
        lambda: session.hand_over_desk.take_in(content),
        lambda: session.hand_over_desk.look(content),
        lambda: session.hand_over_desk.take_back(pair.person, TakeBackReason.FILE_LOST),
        lambda: session.hand_over_desk.make([PersonId("p")], pair.here, HandOverReason.CARE_MOVES),
    ):
        with pytest.raises(KnownError) as caught:
            act()
        assert caught.value.message_id == "work.not-allowed"
    session.close()


def test_a_draft_without_a_record_travels_too(pair: Pair) -> None:
    session = pair.first.sign_in(SPECIALIST)
    draft = DraftRef(pair.person, RecordId("7" * 32), 0)
    session.journal.append(draft, answer('"first"'))
    session.close()

    arriving = pair.take_in(pair.hand_over())

    assert arriving.drafts == 2
    there = pair.second.sign_in(SPECIALIST)
    assert [row.body for row in there.journal.rows(draft)] == ['"first"']
    there.close()


def test_a_manager_takes_back_what_was_lost_with_the_other_workstation(pair: Pair) -> None:
    letter = pair.take_in(pair.hand_over()).letter
    there = pair.second.sign_in(SPECIALIST)
    receipt = there.hand_over_desk.receipt(letter)
    there.close()
    specialist, manager = pair.first.sign_in(SPECIALIST), pair.first.sign_in(MANAGER)
    specialist.hand_over_desk.take_receipt(receipt)
    with pytest.raises(KnownError) as caught:
        specialist.hand_over_desk.take_back(pair.person, TakeBackReason.OTHER_LOST)

    manager.hand_over_desk.take_back(pair.person, TakeBackReason.OTHER_LOST)

    assert caught.value.message_id == "work.not-allowed"
    specialist.records.save(EPISODE, pair.person, CASE, pair.episode("Maple 12"), base=1)
    specialist.close()
    manager.close()
    pair.close()
    assert verify_store(pair.first.data_dir).problems == ()


def test_after_a_backup_from_before_it_the_same_file_is_taken_in_again(
    pair: Pair, tmp_path: Path
) -> None:
    backup = back_up(pair.second.gate.backups(), tmp_path / "usb2").backup.path
    content = pair.hand_over()
    pair.take_in(content)
    pair.second.gate.close()
    restore_store(backup, pair.second.data_dir, pair.clock, tell_nobody)
    pair.second.gate.unlock(SECOND_PHRASE)
    pair.clock.advance(60)
    administrator = pair.second.sign_in(ADMINISTRATOR)
    administrator.rollback.confirm_restore(password_of(ADMINISTRATOR), second(MANAGER))
    administrator.close()

    assert pair.take_in(content).aliases == ("Maple 12",)

    pair.close()
    assert verify_store(pair.second.data_dir).problems == ()
