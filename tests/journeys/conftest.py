"""A workstation whose consent texts are approved, and somebody at its window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

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
