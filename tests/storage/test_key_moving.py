"""Data keys moved under a renewed key: in parts, each read once."""

from pathlib import Path

from desktop.records.ids import PersonId
from desktop.records.kinds import Compartment
from desktop.services.ports import Session
from tests.storage.counted_steps import counted_steps
from tests.storage.test_key_desk import revoke
from tests.support.store_fixture import (
    MANAGER,
    SECOND_SPECIALIST,
    SPECIALIST,
    MadeStore,
    copy_store,
)


def renewed(made: MadeStore) -> Session:
    """The manager, who renewed the clinical key after somebody left."""
    revoke(made, SECOND_SPECIALIST)
    manager = made.sign_in(MANAGER)
    manager.key_desk.renew(Compartment.CLIN)
    return manager


def steps_of_one_part(made: MadeStore, people: int) -> int:
    """What SQLite goes through for a part in the middle of a move."""
    session = made.sign_in(SPECIALIST)
    for _ in range(people):
        session.records.create_person()
    session.close()
    manager = renewed(made)
    manager.key_desk.rewrap(Compartment.CLIN, people // 2)
    manager.key_desk.to_move()
    with counted_steps(manager.records._store.database) as steps:
        assert manager.key_desk.rewrap(Compartment.CLIN, 4) == people - people // 2 - 4
        assert manager.key_desk.to_move()[Compartment.CLIN] == people - people // 2 - 4
        return steps.take()


def test_a_part_of_a_move_reads_no_more_when_there_are_more_people(
    made: MadeStore, tmp_path: Path
) -> None:
    few = steps_of_one_part(made, 20)
    made.gate.close()
    other = copy_store(tmp_path / "other")

    many = steps_of_one_part(other, 120)

    other.gate.close()

    assert many < 1.1 * few


def test_a_key_that_came_behind_a_move_is_moved_too(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    for _ in range(5):
        session.records.create_person()
    manager = renewed(made)
    manager.key_desk.rewrap(Compartment.CLIN, 2)
    with session.records._store.database.transaction() as connection:  # the newest that it holds
        session.records._keys.new_data_key(connection, PersonId("0" * 32), Compartment.CLIN)

    left = [manager.key_desk.rewrap(Compartment.CLIN, 2) for _ in range(3)]

    assert left == [1, 1, 0]


def test_who_is_added_during_a_move_is_counted(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    session.records.create_person()
    manager = renewed(made)
    before = manager.key_desk.to_move()

    session.records.create_person()

    assert before == {Compartment.CLIN: 1}
    assert manager.key_desk.to_move() == {Compartment.CLIN: 2}
