"""The audit looks at what is scrolled away as if somebody had scrolled to it."""

from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.qt_audit import settle, shown_widgets
from tests.support.scrolled_away import cut_when_scrolled_to


def page_of(bot: QtBot, *, height: int, most: int = 10_000) -> tuple[QWidget, QScrollArea, QWidget]:
    """A small window with a long page; its last button may be in a box that is too low."""
    window = QWidget()
    area = QScrollArea(window)
    area.setWidgetResizable(True)
    page = QWidget()
    column = QVBoxLayout(page)
    for number in range(10):
        button = QPushButton(f"Button {number}")
        button.setObjectName(f"button-{number}")
        button.setMinimumHeight(44)
        column.addWidget(button)
    box = QWidget()
    box.setObjectName("low-box")
    box.setMaximumHeight(most)
    last = QPushButton("Last", box)
    last.setObjectName("last")
    last.resize(80, height)
    box.setMinimumHeight(min(height, most))
    column.addWidget(box)
    area.setWidget(page)
    QVBoxLayout(window).addWidget(area)
    bot.addWidget(window)
    window.resize(300, 200)
    window.show()
    settle(window)
    return window, area, last


def told(window: QWidget) -> list[tuple[str, str]]:
    """Names of what is cut, and how."""
    found = cut_when_scrolled_to(window, list(shown_widgets(window)))
    return [(widget.objectName(), how) for widget, how in found]


def test_a_page_that_can_be_scrolled_to_its_end_has_no_problem(qtbot: QtBot) -> None:
    window, area, _last = page_of(qtbot, height=44)
    area.verticalScrollBar().setValue(7)

    assert told(window) == []
    assert area.verticalScrollBar().value() == 7


def test_what_its_own_box_cuts_is_found_below_the_fold(qtbot: QtBot) -> None:
    window, _area, _last = page_of(qtbot, height=44, most=20)

    assert told(window) == [("last", "by low-box")]


def test_what_cannot_be_scrolled_to_is_found(qtbot: QtBot) -> None:
    window, area, last = page_of(qtbot, height=44)
    content = area.widget()
    last.setParent(content)
    last.move(0, content.height() + 50)
    last.show()

    assert [name for name, _how in told(window)] == ["last"]


def test_something_larger_than_the_view_is_whole_when_it_fills_it(qtbot: QtBot) -> None:
    window, _area, _last = page_of(qtbot, height=600)

    assert told(window) == []
