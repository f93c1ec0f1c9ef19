"""A set-up that is killed at any step never was: the next start offers it again."""

import json
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.clock import RandomIds, SystemClock
from desktop.errors import KnownError
from desktop.services.ports import StoreCondition, StoreGate
from desktop.storage.gate import open_gate
from tests.journeys.set_up_child import CHECK, CODES, DONE, FORM, KEY, WRITING
from tests.support.file_keyring import FileKeyring
from tests.support.store_fixture import CHEAP_KDF, PASSPHRASE, PIN, wanted_set_up
from tests.support.window_parts import OpenedWindow, Workstation

ROOT = Path(__file__).parents[2]
PASSWORD = "a new walrus thimble orbit"


def kill_set_up(root: Path, step: str, way: str) -> dict[str, str]:
    """Set up in a child, kill -9 it at the step; the one-time codes that it showed by then."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.set_up_child", str(root), step, way],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as child:
        assert child.stdout is not None
        said = child.stdout.readline()
        child.kill()
    assert said, "the child ended by itself before it was killed; see its standard error"
    codes: dict[str, str] = json.loads(said)
    return codes


def gate_of(root: Path, folder: Path) -> StoreGate:
    """The next process at the same workstation."""
    keyring = FileKeyring(root / "keyring.json")
    return open_gate(folder, SystemClock(), RandomIds(), keyring=lambda: keyring, kdf=CHEAP_KDF)


def start_again(station: Workstation, root: Path, bot: QtBot, app: QApplication) -> OpenedWindow:
    """The next start of the app on the folder of the child."""
    station.leave_bench()
    parts = station.parts(app)._replace(store_dir=root / "store", open_gate=partial(gate_of, root))
    opened = OpenedWindow(bot, app, station, parts)
    station.windows.append(opened)
    opened.start()
    opened.until_idle()
    return opened


@pytest.mark.parametrize(
    ("step", "way"),
    [
        (WRITING, "keyring"),
        (CODES, "passphrase"),
        (CHECK, "keyring"),
        *(
            pytest.param(*one, marks=pytest.mark.long)
            for one in (
                (FORM, "keyring"),
                (KEY, "keyring"),
                (WRITING, "passphrase"),
                (CODES, "keyring"),
            )
        ),
    ],
)
def test_a_set_up_killed_before_its_codes_are_kept_is_offered_again_with_nothing_left(
    station: Workstation, tmp_path: Path, qtbot: QtBot, qapp: QApplication, step: str, way: str
) -> None:
    root = tmp_path / "other"
    root.mkdir()
    kill_set_up(root, step, way)

    opened = start_again(station, root, qtbot, qapp)

    assert opened.is_open("first-start-set-up")
    assert [file.name for file in root.glob("store/*")] == []
    assert FileKeyring(root / "keyring.json").entries == {}
    again = gate_of(root, root / "store")
    again.set_up(wanted_set_up(passphrase=None))
    assert again.condition() is StoreCondition.OPEN
    again.close()


@pytest.mark.parametrize("way", ["keyring", "passphrase"])
def test_a_set_up_killed_after_its_codes_were_kept_is_a_store_that_they_open(
    station: Workstation, tmp_path: Path, qtbot: QtBot, qapp: QApplication, way: str
) -> None:
    root = tmp_path / "other"
    root.mkdir()
    codes = kill_set_up(root, DONE, way)

    gate = gate_of(root, root / "store")
    if gate.condition() is StoreCondition.LOCKED:
        gate.unlock(PASSPHRASE)
    gate.enrol("sol.sample", codes["sol.sample"], PASSWORD, PIN)
    session = gate.sign_in("sol.sample", PASSWORD)
    session.close()
    gate.close()

    assert sorted(file.name for file in root.glob("store/*")) == ["store.db", "store.lock"]


def test_a_second_window_does_not_clear_a_set_up_that_is_under_way(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    first = gate_of(tmp_path, folder)
    shown = first.begin_set_up(wanted_set_up(passphrase=None))

    with pytest.raises(KnownError) as refused:
        gate_of(tmp_path, folder).clear_unfinished()
    first.finish_set_up()
    first.enrol("sol", shown.enrolment_codes["sol"], PASSWORD, PIN)
    first.sign_in("sol", PASSWORD).close()
    first.close()

    assert refused.value.message_id == "store.in-use"


def test_a_window_closed_before_the_codes_are_kept_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    gate = gate_of(tmp_path, folder)
    gate.begin_set_up(wanted_set_up(passphrase=None))

    gate.close()

    assert not folder.exists()
    assert FileKeyring(tmp_path / "keyring.json").entries == {}
