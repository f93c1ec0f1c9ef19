"""P2: a data key made by the first named user's save; nobody else opens, finds or makes one."""

from collections.abc import Callable

import pytest

from desktop.errors import KnownError
from desktop.records.ids import PersonId, RecordId
from desktop.records.kinds import PART2_NOTE, Compartment
from desktop.storage.verify import verify_store
from tests.storage.cases import new_case, part2_note
from tests.storage.raw_file import rows
from tests.storage.test_staff_desk import id_of
from tests.support.store_fixture import (
    ADMINISTRATOR,
    DESK,
    MANAGER,
    SECOND_SPECIALIST,
    SPECIALIST,
    MadeStore,
)

NOTE = RecordId("b" * 32)


def name_users(made: MadeStore, *names: str, is_named: bool = True) -> None:
    """An administrator names them; the first of them makes the key when there is none."""
    administrator = made.sign_in(ADMINISTRATOR)
    for name in names:
        staff_id = id_of(administrator, name)
        administrator.staff_desk.name_user(staff_id, Compartment.P2, is_named=is_named)
    administrator.close()
    session = made.sign_in(names[0])
    if is_named and Compartment.P2 in session.key_desk.owed():
        session.key_desk.renew(Compartment.P2)
    session.close()


@pytest.fixture
def person(made: MadeStore) -> PersonId:
    """A case; a specialist and the manager are named."""
    name_users(made, SPECIALIST, MANAGER)
    session = made.sign_in(SPECIALIST)
    person_id = new_case(session, "c" * 32)
    session.close()
    return person_id


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.message_id


def test_the_data_key_is_made_by_the_first_save(made: MadeStore, person: PersonId) -> None:
    made.gate.close()
    query = "SELECT count(*) FROM dek_wraps WHERE compartment = 'P2'"
    before = rows(made.database, query)
    made.reopen()
    session = made.sign_in(SPECIALIST)

    session.records.save(PART2_NOTE, person, NOTE, part2_note(NOTE), base=0)
    session.records.save(PART2_NOTE, person, NOTE, part2_note(NOTE, "more"), base=1)

    assert [each.value.text for each in session.records.history(PART2_NOTE, NOTE)] == [
        "invented treatment note",
        "more",
    ]
    made.gate.close()
    assert (before, rows(made.database, query)) == ([(0,)], [(1,)])
    assert verify_store(made.data_dir).problems == ()


def test_another_named_user_reads_it(made: MadeStore, person: PersonId) -> None:
    session = made.sign_in(SPECIALIST)
    session.records.save(PART2_NOTE, person, NOTE, part2_note(NOTE), base=0)
    session.close()

    (found,) = made.sign_in(MANAGER).records.list_newest(PART2_NOTE, person)

    assert found.value == part2_note(NOTE)


@pytest.mark.parametrize("name", [SECOND_SPECIALIST, DESK, ADMINISTRATOR])
def test_who_is_not_named_counts_but_neither_reads_nor_writes(
    made: MadeStore, person: PersonId, name: str
) -> None:
    session = made.sign_in(SPECIALIST)
    session.records.save(PART2_NOTE, person, NOTE, part2_note(NOTE), base=0)
    session.close()
    other = made.sign_in(name).records

    assert other.count(PART2_NOTE, person) == 1
    assert refusal(lambda: other.load(PART2_NOTE, NOTE)) == "store.no-key"
    assert refusal(lambda: other.list_newest(PART2_NOTE, person)) == "store.no-key"
    new = RecordId("9" * 32)
    assert refusal(lambda: other.save(PART2_NOTE, person, new, part2_note(new), base=0)) == (
        "store.no-key"
    )


def test_who_is_named_no_longer_reads_nothing_more_while_still_signed_in(
    made: MadeStore, person: PersonId
) -> None:
    session = made.sign_in(SPECIALIST)
    session.records.save(PART2_NOTE, person, NOTE, part2_note(NOTE), base=0)

    name_users(made, SPECIALIST, is_named=False)

    assert refusal(lambda: session.records.load(PART2_NOTE, NOTE)) == "store.no-key"
    value = part2_note(NOTE, "more")
    assert refusal(lambda: session.records.save(PART2_NOTE, person, NOTE, value, base=1)) == (
        "store.no-key"
    )
