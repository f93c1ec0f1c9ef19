"""The table of who holds which key, by keys alone: the file, one account, no rule in between."""

from pathlib import Path

import pytest

from desktop.records.ids import PacketId, RecordId
from desktop.records.kinds import PART2_NOTE, Compartment
from desktop.records.roles import Role
from desktop.services.ports import NewStaff
from desktop.storage.verify import verify_store
from tests.storage.cases import new_case, packet_content, part2_note
from tests.storage.raw_keys import RawKeys
from tests.storage.test_key_desk import ORLA
from tests.storage.test_staff_desk import complete, enrolled, id_of
from tests.support.store_fixture import (
    ADMINISTRATOR,
    DESK,
    MANAGER,
    OFFICER,
    SECOND_SPECIALIST,
    SPECIALIST,
    KeptStore,
    MadeStore,
    copy_store,
    keep_store,
)

UNNAMED_MANAGER = NewStaff("mia", "Mia Example", Role.NURSE_MANAGER)
ID, CLIN, PKT, P2, AUD = (
    Compartment.ID,
    Compartment.CLIN,
    Compartment.PKT,
    Compartment.P2,
    Compartment.AUD,
)

OPENS = {
    SPECIALIST: {ID, CLIN, P2},
    SECOND_SPECIALIST: {ID, CLIN},
    MANAGER: {ID, CLIN, P2},
    UNNAMED_MANAGER.sign_in_name: {ID, CLIN},
    DESK: {PKT},
    OFFICER: {AUD},
    ADMINISTRATOR: set(),
}
"""What each account opens; the first specialist and the first manager are named for P2."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> KeptStore:
    """Something in every compartment, somebody in every role, named and not named for P2."""
    made = copy_store(tmp_path_factory.mktemp("roles") / "data")
    complete(made, UNNAMED_MANAGER)
    officer = enrolled(made, ORLA)
    codes = made.shown.recovery_codes
    administrator = made.sign_in(ADMINISTRATOR)
    administrator.key_desk.hand_on(officer, AUD, (codes[0], codes[1]))
    for name in (SPECIALIST, MANAGER):
        administrator.staff_desk.name_user(id_of(administrator, name), P2, is_named=True)
    administrator.close()
    manager = made.sign_in(MANAGER)
    manager.key_desk.renew(P2)
    manager.close()
    session = made.sign_in(SPECIALIST)
    person = new_case(session, "c" * 32)
    note = RecordId("b" * 32)
    session.records.save(PART2_NOTE, person, note, part2_note(note), base=0)
    session.packets.put(PacketId("a" * 32), packet_content())
    session.close()
    return keep_store(made)


@pytest.fixture
def store(kept: KeptStore, tmp_path: Path) -> MadeStore:
    """A copy of that store, closed."""
    made = kept.copy_to(tmp_path / "data")
    made.gate.close()
    return made


@pytest.mark.parametrize(("name", "expected"), OPENS.items())
def test_each_account_opens_exactly_what_the_table_says(
    store: MadeStore, name: str, expected: set[Compartment]
) -> None:
    assert RawKeys(store.database, name).opens() == expected


def test_the_table_covers_every_role_and_every_compartment(store: MadeStore) -> None:
    keys = RawKeys(store.database, ADMINISTRATOR)
    roles = {keys.trust.certificates[RawKeys(store.database, n).user].role for n in OPENS}

    assert roles == set(Role)
    assert set().union(*OPENS.values()) == set(Compartment)
    assert verify_store(store.data_dir).problems == ()


def test_lent_keys_open_that_person_to_the_officer_and_to_nobody_else(
    kept: KeptStore, tmp_path: Path
) -> None:
    made = kept.copy_to(tmp_path / "data")
    manager = made.sign_in(MANAGER)
    (person,) = manager.records.persons()
    manager.glass_desk.lend(person, id_of(manager, OFFICER))
    manager.close()
    made.gate.close()

    found = {name: RawKeys(made.database, name).opens() for name in OPENS}

    assert found == OPENS | {OFFICER: {AUD, ID, CLIN}}


def test_who_is_named_no_longer_holds_nothing_of_p2(kept: KeptStore, tmp_path: Path) -> None:
    made = kept.copy_to(tmp_path / "data")
    administrator = made.sign_in(ADMINISTRATOR)
    specialist = id_of(administrator, SPECIALIST)
    administrator.staff_desk.name_user(specialist, P2, is_named=False)
    administrator.close()
    made.gate.close()

    assert RawKeys(made.database, SPECIALIST).opens() == {ID, CLIN}
