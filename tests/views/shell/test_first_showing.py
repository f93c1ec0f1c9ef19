"""On a small screen the first window fills it: nothing of it lies below the edge."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.views.shell.first_showing import FRAME, fits, show_first
from desktop.views.shell.main_window import FIRST_SIZE


@pytest.mark.parametrize(
    ("width", "height", "has_room"),
    [
        (1366, 768, False),
        (1920, 1080, True),
        (1280, 1024, False),
        (FIRST_SIZE.width() + FRAME.width(), FIRST_SIZE.height() + FRAME.height(), True),
        (FIRST_SIZE.width() + FRAME.width() - 1, 1080, False),
        (1920, FIRST_SIZE.height() + FRAME.height() - 1, False),
    ],
)
def test_the_first_size_fits_with_its_frame_or_not(width: int, height: int, has_room: bool) -> None:
    assert fits(FIRST_SIZE, QSize(width, height)) is has_room


def test_where_there_is_no_screen_it_has_its_own_size(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(FIRST_SIZE)
    qtbot.addWidget(window)

    show_first(window)

    assert window.size() == FIRST_SIZE
    assert not window.isMaximized()
