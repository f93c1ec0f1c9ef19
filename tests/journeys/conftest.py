"""A workstation whose consent texts are approved, and somebody at its window."""

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.logging_setup import start_log
from tests.support.journey import Traveller, make_journey_station, open_traveller
from tests.support.window_parts import Workstation


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Workstation]:
    """A sealed store with everybody enrolled; every window is closed afterwards."""
    made = make_journey_station(tmp_path)
    yield made
    made.close()


@pytest.fixture
def traveller(station: Workstation, qtbot: QtBot, qapp: QApplication) -> Traveller:
    """Somebody before the sign-in page."""
    return open_traveller(station, qtbot, qapp)


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Home, configuration and temporary folder of this test alone; the log goes below it too."""
    for variable, name in (
        ("HOME", "home"),
        ("TMPDIR", "temp"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CACHE_HOME", "cache"),
    ):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(variable, str(tmp_path / name))
    monkeypatch.setattr(tempfile, "tempdir", None)
    log = logging.getLogger("firstlight")
    before, level, propagates = list(log.handlers), log.level, log.propagate
    start_log(tmp_path / "logs")
    yield tmp_path
    for handler in [one for one in log.handlers if one not in before]:
        log.removeHandler(handler)
        handler.close()
    log.setLevel(level)
    log.propagate = propagates
