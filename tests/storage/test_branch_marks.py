"""What is written during a rollback alarm is marked, and told apart after it was settled."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.records.ids import PersonId
from desktop.records.kinds import EPISODE
from desktop.services.ports import SecondPerson, Session
from desktop.storage.verify import verify_store
from tests.storage.cases import answer, episode, new_case, new_form
from tests.storage.raw_file import rows, without_triggers
from tests.storage.station import Station
from tests.support.store_fixture import ADMINISTRATOR, MANAGER, SPECIALIST, password_of


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    """An older copy was put back under a keyring that has seen more."""
    station = Station(tmp_path / "data")
    session = sign_in(station)
    new_case(session, "c" * 32)
    session.close()
    copy = station.keep_copy()
    station.work_a_little()
    station.put_back(copy)
    yield station
    station.gate.close()


def sign_in(station: Station, name: str = SPECIALIST) -> Session:
    """Somebody at work."""
    return station.gate.sign_in(name, password_of(name))


def settle(station: Station) -> None:
    """Two people confirm the restore."""
    administrator = sign_in(station, ADMINISTRATOR)
    second = SecondPerson(MANAGER, password_of(MANAGER))
    administrator.rollback.confirm_restore(password_of(ADMINISTRATOR), second)
    administrator.close()


def person_of(session: Session) -> PersonId:
    """Whose case was there before."""
    (person,) = [each for each in session.records.persons() if case_of(session, each)]
    return person


def case_of(session: Session, person: PersonId) -> bool:
    """Whether it has the case."""
    return any(each.record_id == "c" * 32 for each in session.records.list_newest(EPISODE, person))


def marks(station: Station) -> int:
    """How many there are in the file."""
    query = "SELECT seq FROM site_facts WHERE kind = 'rollback-branch'"
    return len(rows(station.folder / "store.db", query))


def test_drafts_and_records_of_an_alarm_are_marked_for_good(station: Station) -> None:
    session = sign_in(station)
    draft = new_form(session, "d" * 32)
    began = station.clock.now()
    for each in range(3):
        session.journal.append(draft, answer(f"said {each}"))
    old = person_of(session)
    known = session.records.list_newest(EPISODE, old)[0]
    station.clock.advance(60)
    session.records.save(
        EPISODE, old, known.record_id, episode(old, known.record_id, alias="Maple 13"), base=1
    )
    session.close()
    settle(station)

    later = sign_in(station, MANAGER)
    assert set(later.rollback.written_meanwhile(draft.person_id)) == {began}
    assert later.rollback.written_meanwhile(old) == (station.clock.now(),)
    before = len(later.rollback.written_meanwhile(old))
    later.records.save(
        EPISODE, old, known.record_id, episode(old, known.record_id, alias="Maple 14"), base=2
    )
    assert len(later.rollback.written_meanwhile(old)) == before
    later.close()
    station.gate.close()
    assert verify_store(station.folder).problems == ()


def test_without_an_alarm_nothing_is_marked(station: Station) -> None:
    settle(station)

    station.work_a_little()
    station.gate.close()

    assert marks(station) == 0


def test_a_mark_that_nobody_signed_is_named_and_counts_for_nothing(station: Station) -> None:
    session = sign_in(station)
    person = new_form(session, "d" * 32).person_id
    session.close()
    settle(station)
    station.gate.close()
    with without_triggers(station.folder / "store.db") as raw:
        raw.execute("UPDATE site_facts SET signature = zeroblob(64) WHERE kind = 'rollback-branch'")
    station.restart()

    again = sign_in(station, MANAGER)
    assert again.rollback.written_meanwhile(person) == ()
    again.close()
    station.gate.close()
    found = {each.message_id for each in verify_store(station.folder).problems}
    assert "verify.branch-mark" in found
