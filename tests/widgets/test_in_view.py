"""What gets the focus is seen whole, in every scroll area around it."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.widgets.in_view import install_focus_in_view, show_whole
from desktop.views.widgets.text_field import TextField
from tests.support.qt_audit import settle


def long_page(bot: QtBot) -> tuple[QScrollArea, list[TextField]]:
    """Ten text boxes in a view that holds two of them."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    page = QWidget()
    column = QVBoxLayout(page)
    fields = [TextField(page, name=f"field-{number}", lines=3) for number in range(10)]
    for field in fields:
        column.addWidget(field)
    area.setWidget(page)
    bot.addWidget(area)
    area.resize(400, 260)
    area.show()
    area.activateWindow()
    bot.waitUntil(area.isActiveWindow)
    settle(area)
    return area, fields


def box(area: QScrollArea, widget: QWidget) -> QRect:
    """Where it is in the view."""
    return QRect(widget.mapTo(area.viewport(), QPoint(0, 0)), widget.size())


def test_a_text_box_is_shown_whole_not_only_its_caret(qtbot: QtBot) -> None:
    area, fields = long_page(qtbot)

    for field in (fields[5], fields[0], fields[9]):
        show_whole(area, field, 8)

        assert area.viewport().rect().contains(box(area, field))


def test_what_is_larger_than_the_view_shows_its_beginning(qtbot: QtBot) -> None:
    area, fields = long_page(qtbot)
    fields[3].setMinimumHeight(600)
    settle(area)

    show_whole(area, fields[3], 8)

    assert box(area, fields[3]).top() == 0


def test_something_outside_scrolls_nothing(qtbot: QtBot) -> None:
    area, _fields = long_page(qtbot)
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)

    show_whole(area, elsewhere)

    assert area.verticalScrollBar().value() == 0


def test_the_focus_is_followed_through_the_whole_application(
    qtbot: QtBot, qapp: QApplication
) -> None:
    install_focus_in_view(qapp)
    area, fields = long_page(qtbot)

    fields[7].setFocus()

    qtbot.waitUntil(lambda: area.viewport().rect().contains(box(area, fields[7])))
