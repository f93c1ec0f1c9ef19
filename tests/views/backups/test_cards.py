"""Cards of workstations at the desk of backups: saved to a drive, taken in, and refused by name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.services.bench import ADMIN, Bench, sealed_bench
from tests.storage.backing_up import back_up
from tests.storage.two_workstations import make_second
from tests.views.backups.desk_of_backups import BackupsDesk, open_backups


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A store, and beside it the card of a second workstation."""
    bench, made = sealed_bench(tmp_path / "store")
    backup = back_up(made.gate.backups(), tmp_path / "usb").backup.path
    card = make_second(made, backup, tmp_path / "second").card
    (tmp_path / "two.card").write_bytes(card)
    yield bench
    for session in bench.sessions.values():
        session.close()
    made.gate.close()


def choose(desk: BackupsDesk, button: str, name: str, place: Path) -> None:
    """Press, and answer the system's dialog."""
    desk.press(button)
    dialog = desk.find(name, QFileDialog)
    dialog.fileSelected.emit(str(place))
    dialog.done(0)
    desk.rest()


def words(desk: BackupsDesk) -> str:
    """What the panel says."""
    labels = desk.view.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def test_another_workstation_is_known_once_its_card_is_taken_in(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_backups(qtbot, bench)
    assert "No other is known here" in words(desk)

    choose(desk, "backups-card-take", "hand-over-file-dialog", tmp_path / "two.card")

    assert "This one is Bedside One. Known here: Bedside Two." in words(desk)
    assert desk.navigator.messages[-1].text == "Bedside Two is known here now."


def test_the_own_card_is_saved_and_refused_here(qtbot: QtBot, bench: Bench, tmp_path: Path) -> None:
    desk = open_backups(qtbot, bench)

    choose(desk, "backups-card-save", "hand-over-folder-dialog", tmp_path)

    (card,) = tmp_path.glob("firstlight-*.card")
    assert card.name in desk.navigator.messages[-1].text
    choose(desk, "backups-card-take", "hand-over-file-dialog", card)
    refused = [getattr(each, "message_id", "") for each in desk.navigator.errors]
    assert refused == ["workstation.own-card"]
    assert bench.work_as(ADMIN).session.hand_over_desk.workstations() == []
