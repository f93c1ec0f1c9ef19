"""Other words in a bar lay out the window only when the bar no longer fits."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.widgets.steady_place import SteadyPlace
from desktop.views.widgets.wrap_label import WrapLabel
from tests.support.qt_audit import settle


class Window(QWidget):
    """A bar with a label over an empty page."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = QWidget(self)
        self.label = WrapLabel("Saving", self.bar)
        row = QHBoxLayout(self.bar)
        row.addWidget(self.label)
        row.addStretch(1)
        self.place = SteadyPlace(self.bar, self)
        column = QVBoxLayout(self)
        column.addWidget(self.place)
        column.addStretch(1)
        self.resize(300, 200)


class Requests(QObject):
    """Counts how often a window is asked for another layout."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count."""
        self.count += event.type() == QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    settle(made)
    return made


def test_words_that_fit_do_not_lay_out_the_window(window: Window) -> None:
    asked = Requests()
    window.installEventFilter(asked)

    window.label.setText("Saved 14:05:12")
    settle(window)
    fitting = asked.count
    window.label.setText("Not saved: the disk is full, and what was answered is only in memory")
    settle(window)

    assert window.label.width() >= window.label.minimumSizeHint().width()
    assert fitting == 0
    assert asked.count > 0


def test_words_that_need_two_lines_get_them(window: Window) -> None:
    before = window.place.height()

    window.label.setText("Not saved: the disk is full, and what was answered is only in memory")
    settle(window)

    assert window.place.height() > before
    assert window.label.height() >= window.label.heightForWidth(window.label.width())


def test_a_bar_that_shrinks_gives_the_room_back(window: Window) -> None:
    before = window.place.height()
    window.label.setText("Not saved: the disk is full, and what was answered is only in memory")
    settle(window)

    window.label.setText("Saved")
    settle(window)

    assert window.place.height() == before


def test_a_bar_with_a_least_height_gets_it(window: Window) -> None:
    window.bar.setMinimumHeight(90)
    settle(window)

    assert window.bar.height() == 90
