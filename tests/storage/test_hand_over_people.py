"""Who may send and receive a case: people who came and left, keys that parted, holds, notes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.erasure import HoldReason, LegalHold
from desktop.records.hand_over import TakeBackReason, Workstation
from desktop.records.ids import PersonId, WorkstationId
from desktop.records.kinds import EPISODE, PART2_NOTE, Compartment
from desktop.records.roles import Role
from desktop.services.ports import NewStaff, ReEnrolment
from desktop.storage.case_bundle import CaseBundle, KeyCopy
from desktop.storage.codec import decode
from desktop.storage.crypto.hand_over_file import read_passage
from desktop.storage.crypto.keywrap import unwrap_key
from desktop.storage.crypto.symmetric_key import SymmetricKey
from desktop.storage.re_enrolment import re_enrol
from desktop.storage.verify import verify_store
from tests.storage.cases import part2_note
from tests.storage.raw_file import rows
from tests.storage.raw_keys import RawKeys
from tests.storage.test_erasure import ask, erase, with_desk
from tests.storage.test_key_desk import ORLA, revoke
from tests.storage.test_part2 import NOTE, name_users
from tests.storage.test_staff_desk import NIA, complete, enrolled, id_of
from tests.storage.two_workstations import (
    CASE,
    MOVES,
    SECOND_PHRASE,
    Pair,
    learn,
    new_pair,
    refused,
    renew_keys,
    why,
)
from tests.support.store_fixture import (
    ADMINISTRATOR,
    DESK,
    MANAGER,
    PIN,
    SECOND_SPECIALIST,
    SPECIALIST,
    MadeStore,
    make_store,
    password_of,
)


@pytest.fixture
def pair(made: MadeStore, tmp_path: Path) -> Iterator[Pair]:
    """Two workstations; the first has a case with a signed form and a draft."""
    pair = new_pair(made, tmp_path)
    yield pair
    pair.close()


def test_a_workstation_of_another_hospital_is_not_known(pair: Pair, tmp_path: Path) -> None:
    other = make_store(tmp_path / "elsewhere")
    session = other.sign_in(SPECIALIST)
    card = session.hand_over_desk.card()
    session.close()
    administrator = pair.first.sign_in(ADMINISTRATOR)

    assert why(lambda: administrator.hand_over_desk.take_card(card)) == "workstation.not-a-card"

    administrator.close()
    stranger = other.sign_in(SPECIALIST)
    content = pair.hand_over()
    refusal = why(lambda: stranger.hand_over_desk.take_in(content))
    assert refusal == "hand-over.other-workstation"
    stranger.close()
    other.gate.close()


def test_who_was_revoked_there_hands_nothing_over(pair: Pair) -> None:
    content = pair.hand_over(SECOND_SPECIALIST)
    revoke(pair.second, SECOND_SPECIALIST)

    assert refused(pair, content) == "hand-over.revoked-signer"


def test_who_was_added_at_the_first_signs_for_the_second_and_signs_in_nowhere(pair: Pair) -> None:
    complete(pair.first, NIA)
    session = pair.first.sign_in(NIA.sign_in_name)
    nia = session.me.staff_id
    session.records.save(EPISODE, pair.person, CASE, pair.episode("Maple 12"), base=1)
    content = pair.make(session)
    session.close()

    assert pair.take_in(content).given_by == NIA.display_name

    assert why(lambda: pair.second.sign_in(NIA.sign_in_name)) == "sign-in.wrong-password"
    there = pair.second.sign_in(SPECIALIST)
    assert there.records.load(EPISODE, CASE).author == nia
    assert nia not in {each.member.staff_id for each in there.staff_desk.people()}
    there.close()
    pair.close()
    assert verify_store(pair.second.data_dir).problems == ()


def test_whom_a_revoked_administrator_added_is_not_believed(pair: Pair) -> None:
    complete(pair.first, NIA)
    content = pair.hand_over(NIA.sign_in_name)
    codes = pair.first.shown.recovery_codes[:2]
    administrator = pair.second.sign_in(ADMINISTRATOR)
    amy = administrator.staff_desk.invite(NewStaff("amy", "Amy Example", Role.ADMINISTRATOR), codes)
    administrator.close()
    pair.second.gate.enrol("amy", amy.code, password_of("amy"), PIN)
    administrator = pair.second.sign_in("amy")
    administrator.staff_desk.revoke(id_of(administrator, ADMINISTRATOR), codes)
    administrator.close()

    assert refused(pair, content) == "hand-over.unknown-signer"


def test_keys_renewed_at_the_first_do_not_keep_the_case_out(pair: Pair) -> None:
    renew_keys(pair.first)

    pair.take_in(pair.hand_over())

    pair.close()
    assert verify_store(pair.second.data_dir).problems == ()


def test_keys_renewed_at_both_do_not_keep_the_case_out(pair: Pair) -> None:
    """Both made a second key, each its own: the data key comes under the one they share."""
    renew_keys(pair.first)
    renew_keys(pair.second)

    pair.take_in(pair.hand_over())

    session = pair.second.sign_in(SPECIALIST)
    session.records.save(EPISODE, pair.person, CASE, pair.episode("Maple 12"), base=1)
    back = pair.make(session, to_first=True)
    session.close()
    assert pair.take_in(back, at_first=True).is_return
    pair.close()
    assert verify_store(pair.first.data_dir).problems == ()
    assert verify_store(pair.second.data_dir).problems == ()


def test_an_erased_person_does_not_come_back(pair: Pair) -> None:
    pair.take_in(pair.hand_over())
    there = pair.second.sign_in(SPECIALIST)
    back = pair.make(there, to_first=True)
    there.close()
    erase(pair.first, pair.person)

    assert why(lambda: pair.take_in(back, at_first=True)) == "person.erased"


def test_who_was_erased_while_away_is_neither_taken_back_nor_confirmed(pair: Pair) -> None:
    letter = pair.take_in(pair.hand_over()).letter
    there = pair.second.sign_in(SPECIALIST)
    receipt = there.hand_over_desk.receipt(letter)
    there.close()
    erase(pair.first, pair.person)
    session = pair.first.sign_in(SPECIALIST)
    desk, reason = session.hand_over_desk, TakeBackReason.FILE_LOST

    assert why(lambda: desk.take_back(pair.person, reason)) == "person.erased"
    assert why(lambda: desk.take_receipt(receipt)) == "person.erased"

    session.close()
    pair.close()
    assert verify_store(pair.first.data_dir).problems == ()


def test_who_is_to_be_erased_stays(pair: Pair) -> None:
    ask(pair.first, pair.person)

    assert why(pair.hand_over) == "hand-over.to-be-erased"


def test_a_legal_hold_comes_with_the_case_and_holds_there(pair: Pair) -> None:
    reason = HoldReason.LAWSUIT
    with_desk(pair.first, ADMINISTRATOR, lambda desk: desk.set_hold(pair.person, reason))

    arriving = pair.take_in(pair.hand_over())

    assert arriving.is_held
    with_desk(pair.second, MANAGER, lambda desk: _holds(desk.holds(), pair.person))
    assert why(lambda: ask(pair.second, pair.person)) == "erasure.held"
    pair.close()
    assert verify_store(pair.second.data_dir).problems == ()


def test_treatment_notes_go_with_who_is_named_and_stay_otherwise(pair: Pair) -> None:
    """Named at the first alone: the key of the notes is one that the second does not know."""
    name_users(pair.first, SPECIALIST)
    session = pair.first.sign_in(SPECIALIST)
    session.records.save(PART2_NOTE, pair.person, NOTE, part2_note(NOTE), base=0)
    named = pair.make(session)
    session.hand_over_desk.take_back(pair.person, TakeBackReason.PLAN_CHANGED)
    session.close()

    assert refused(pair, named) == "hand-over.keys-apart"

    unnamed = pair.hand_over(SECOND_SPECIALIST)
    pair.take_in(unnamed)
    assert not [row for row in pair.second_rows()["records"] if row[3] == PART2_NOTE.name]
    session = pair.first.sign_in(SPECIALIST)
    assert session.records.load(PART2_NOTE, NOTE).value.text == "invented treatment note"
    session.close()


def test_treatment_notes_open_there_for_who_is_named_there(made: MadeStore, tmp_path: Path) -> None:
    name_users(made, SPECIALIST)
    pair = new_pair(made, tmp_path)
    session = made.sign_in(SPECIALIST)
    session.records.save(PART2_NOTE, pair.person, NOTE, part2_note(NOTE), base=0)
    session.close()

    pair.take_in(pair.hand_over(), name=SECOND_SPECIALIST)

    named, unnamed = pair.second.sign_in(SPECIALIST), pair.second.sign_in(SECOND_SPECIALIST)
    assert named.records.load(PART2_NOTE, NOTE).value.text == "invented treatment note"
    assert why(lambda: unnamed.records.load(PART2_NOTE, NOTE)) == "store.no-key"
    named.close()
    unnamed.close()
    pair.close()
    assert verify_store(pair.second.data_dir).problems == ()


def test_what_a_rollback_alarm_forbids_it_forbids_here_too(pair: Pair) -> None:
    session = pair.first.sign_in(MANAGER)
    content = pair.hand_over()
    session.rollback.check_footer("9999-7KQ2-MX9P-0ABC")

    assert why(lambda: session.hand_over_desk.look(content)) == "rollback.wait"
    assert why(lambda: pair.make(session)) == "rollback.wait"
    session.close()


def test_a_workstation_that_is_not_known_gets_nothing(pair: Pair) -> None:
    session = pair.first.sign_in(SPECIALIST)
    stranger = Workstation(WorkstationId("0" * 32), "Nowhere")

    refusal = why(lambda: session.hand_over_desk.make([pair.person], stranger, MOVES))

    assert refusal == "workstation.unknown"
    assert session.hand_over_desk.away() == {}
    session.close()


def test_a_workstation_enrolled_again_has_another_key_and_another_card(pair: Pair) -> None:
    content, codes = pair.hand_over(), pair.first.shown.recovery_codes[:2]
    pair.second.gate.close()
    wanted = ReEnrolment(ADMINISTRATOR, codes, SECOND_PHRASE)
    code = re_enrol(pair.second.data_dir, pair.clock, wanted, allow_weak=True).code
    pair.second.gate.unlock(SECOND_PHRASE)
    pair.clock.advance(1)
    pair.second.gate.enrol(ADMINISTRATOR, code, password_of(ADMINISTRATOR), PIN)
    administrator = pair.second.sign_in(ADMINISTRATOR)
    manager = id_of(administrator, MANAGER)
    code = administrator.staff_desk.renew(manager).code
    pair.second.gate.enrol(MANAGER, code, password_of(MANAGER), PIN)
    for compartment in (Compartment.ID, Compartment.CLIN):
        administrator.key_desk.hand_on(manager, compartment, codes)
    card = administrator.hand_over_desk.card()
    administrator.close()

    assert refused(pair, content, name=MANAGER) == "hand-over.other-key"

    learn(pair.first, card)
    session = pair.first.sign_in(SPECIALIST)
    session.hand_over_desk.take_back(pair.person, TakeBackReason.FILE_REFUSED)
    session.close()
    pair.take_in(pair.hand_over(), name=MANAGER)
    back = pair.second.sign_in(MANAGER)
    returned = pair.make(back, to_first=True)
    back.close()
    assert pair.take_in(returned, at_first=True).given_by == "Max Example"
    pair.close()
    assert verify_store(pair.first.data_dir).problems == ()
    assert verify_store(pair.second.data_dir).problems == ()


def _holds(holds: Sequence[LegalHold], person: PersonId) -> None:
    assert [each.person_id for each in holds] == [person]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (SPECIALIST, {Compartment.ID, Compartment.CLIN}),
        (MANAGER, {Compartment.ID, Compartment.CLIN}),
        (DESK, set()),
        (ADMINISTRATOR, set()),
    ],
)
def test_by_keys_alone_a_file_opens_to_who_holds_the_keys_of_cases(
    pair: Pair, name: str, expected: set[Compartment]
) -> None:
    """The file, the whole store of the workstation it is for, one account, and no rule between."""
    content = pair.hand_over()
    pair.close()
    raw = RawKeys(pair.second.database, name, SECOND_PHRASE)

    letter = read_passage(content, raw.hospital).open(raw.workstation_key, content)
    bundle = decode(letter.body, CaseBundle)

    assert {copy.compartment for copy in bundle.keys if _opens(raw, copy)} == expected
    assert b"Maple" not in content + letter.body
    assert b"Zelda" not in content + letter.body


def _opens(raw: RawKeys, copy: KeyCopy) -> bool:
    """Whether any key of this account opens the data key."""
    place = raw.places.data_key(
        PersonId(copy.person_id), copy.compartment, copy.version, copy.epoch
    )
    for secret in raw.secrets:
        try:
            unwrap_key(SymmetricKey(secret), place, copy.wrapped)
        except KnownError:
            continue
        return True
    return False


def test_keys_on_loan_and_open_accesses_stay_where_they_were(
    made: MadeStore, tmp_path: Path
) -> None:
    officer = enrolled(made, ORLA)
    pair = new_pair(made, tmp_path)
    manager = made.sign_in(MANAGER)
    manager.glass_desk.lend(pair.person, officer)
    manager.close()

    pair.take_in(pair.hand_over())

    pair.close()
    assert rows(made.database, "SELECT 1 FROM lent_keys")
    assert rows(pair.second.database, "SELECT 1 FROM lent_keys") == []
    assert rows(pair.second.database, "SELECT 1 FROM glass_log") == []
    assert verify_store(pair.second.data_dir).problems == ()
