"""The demo store from the window: made whole or not at all, never mixed up with real records."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.messages import sentence
from desktop.services.make_demo import make_demo
from desktop.services.ports import StoreGate
from desktop.storage.gate import open_gate
from desktop.storage.made_beside import made_beside
from tests.support.store_fixture import CHEAP_KDF
from tests.support.window_parts import OpenedWindow, Workstation

DISK_FULL = KnownError("store.disk-full")


@dataclass
class DemoMaker:
    """Makes the demo as the app does, with cheap passwords; ``failures`` stop it near the end."""

    station: Workstation
    failures: list[Exception] = field(default_factory=list)

    def open_gate(self, folder: Path) -> StoreGate:
        """The door to a folder, which unlocks nothing by itself."""
        bench = self.station.bench
        return open_gate(folder, bench.clock, bench.ids, kdf=CHEAP_KDF)

    def make_demo(self, folder: Path) -> None:
        """A whole demo in ``folder``."""
        with made_beside(folder) as beside:
            gate = self.open_gate(beside)
            try:
                make_demo(gate, self.station.work_for)
                if self.failures:
                    raise self.failures.pop()
            finally:
                gate.close()


@pytest.fixture
def maker(station: Workstation) -> Iterator[DemoMaker]:
    """A workstation on which nobody works yet."""
    station.leave_bench()
    return DemoMaker(station)


def opened_on(
    maker: DemoMaker, bot: QtBot, app: QApplication, folder: Path, *, prefer_demo: bool
) -> OpenedWindow:
    """A window that has both stores in one folder, as with ``--data``."""
    station = maker.station
    parts = station.parts(app)._replace(
        store_dir=folder,
        demo_dir=folder,
        open_gate=maker.open_gate,
        make_demo=maker.make_demo,
        prefer_demo=prefer_demo,
    )
    opened = OpenedWindow(bot, app, station, parts)
    station.windows.append(opened)
    opened.begin()
    return opened


def test_a_demo_that_could_not_be_finished_is_made_again(
    maker: DemoMaker, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    folder = tmp_path / "demo"
    maker.failures.append(DISK_FULL)
    opened = opened_on(maker, qtbot, qapp, folder, prefer_demo=True)
    opened.until(lambda: opened.sees("trouble"))
    said, left = opened.shown_words(), folder.exists()

    opened.press("trouble-retry")
    opened.until(lambda: opened.is_open("sign-in-submit"))

    assert sentence("store.disk-full") in said
    assert not left
    assert sentence("entry.demo-hint") in opened.shown_words()
    assert [one.name for one in folder.iterdir() if one.is_dir()] == []


def test_what_a_killed_process_left_half_made_is_not_opened(
    maker: DemoMaker, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    folder = tmp_path / "demo"
    half_made = folder / "in-the-making"
    half_made.mkdir(parents=True)
    (half_made / "store.db").write_bytes(b"the beginning of a store")

    opened = opened_on(maker, qtbot, qapp, folder, prefer_demo=True)
    opened.until(lambda: opened.is_open("sign-in-submit"))

    assert sentence("entry.demo-hint") in opened.shown_words()
    assert not half_made.exists()


def test_a_demo_in_the_data_folder_opens_without_its_passphrase(
    maker: DemoMaker, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    folder = tmp_path / "demo"
    maker.make_demo(folder)

    opened = opened_on(maker, qtbot, qapp, folder, prefer_demo=False)
    opened.until(lambda: opened.is_open("sign-in-submit"))

    assert sentence("entry.demo-hint") in opened.shown_words()


def test_real_records_are_not_opened_as_the_demo(
    maker: DemoMaker, qtbot: QtBot, qapp: QApplication
) -> None:
    real = maker.station.made.data_dir
    opened = opened_on(maker, qtbot, qapp, real, prefer_demo=True)

    opened.until(lambda: opened.sees("trouble"))

    assert sentence("store.not-the-demo") in opened.shown_words()
    gate = maker.open_gate(real)
    assert not gate.site_names()[2]
    gate.close()
