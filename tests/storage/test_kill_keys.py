"""kill -9 while people come and go and keys are renewed and moved: all records still open."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.errors import KnownError
from desktop.records.ids import PersonId
from desktop.records.kinds import EPISODE
from desktop.storage.verify import verify_database, verify_store
from tests.storage.cases import new_case
from tests.storage.raw_file import execute, rows
from tests.support.store_fixture import MANAGER, SPECIALIST, MadeStore

ROOT = Path(__file__).parents[2]
PEOPLE = 7


def _change_and_kill(made: MadeStore, after_steps: int) -> list[str]:
    """Start a process that changes keys, kill it after so many steps; returns all it said."""
    words = [sys.executable, "-m", "tests.storage.key_changer", str(made.data_dir)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(after_steps)]
        child.kill()
        said += child.stdout.read().splitlines(keepends=True)
    assert all(said)
    return [line.strip() for line in said if line.endswith("\n")]


def _everything_opens(made: MadeStore, everyone: list[PersonId], said: list[str]) -> None:
    made.gate.close()
    assert verify_store(made.data_dir).problems == ()
    revoked = [line.split()[1] for line in said if line.startswith("revoked")]
    granted = {staff for (staff,) in rows(made.database, "SELECT staff_id FROM grants")}
    assert not granted & set(revoked)
    made.reopen()
    for name in (SPECIALIST, MANAGER):
        session = made.sign_in(name)
        for person in everyone:
            assert len(session.records.list_newest(EPISODE, person)) == 1
        keys = session.records._keys.twin()
        database = session.records._store.database
        assert verify_database(database, keys).problems == ()
        session.close()
    made.gate.close()


def _survives(made: MadeStore, runs: int) -> None:
    session = made.sign_in(SPECIALIST)
    everyone = [new_case(session, f"{number:032x}") for number in range(1, PEOPLE + 1)]
    session.close()
    made.gate.close()
    for run in range(runs):
        said = _change_and_kill(made, after_steps=1 + run * 7 % 25)
        _everything_opens(made, everyone, said)
    made.reopen()


def test_all_records_open_after_4_kills_while_keys_change(made: MadeStore) -> None:
    _survives(made, 4)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_all_records_open_after_40_kills_while_keys_change(made: MadeStore) -> None:
    _survives(made, 40)


def test_the_check_tells_when_a_key_was_lost_on_the_way(made: MadeStore) -> None:
    session = made.sign_in(SPECIALIST)
    person = new_case(session, f"{1:032x}")
    session.close()
    made.gate.close()
    execute(made.database, "UPDATE dek_wraps SET epoch = epoch + 1 WHERE compartment = 'CLIN'")

    with pytest.raises((KnownError, AssertionError)):
        _everything_opens(made, [person], [])
    made.reopen()
