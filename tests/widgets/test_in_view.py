"""What gets the focus is seen whole, in every scroll area around it."""

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.theme.apply import apply_theme
from desktop.views.theme.holder import current_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.in_view import (
    install_focus_in_view,
    keep_whole_with_focus,
    show_whole,
)
from desktop.views.widgets.line_field import LineField
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


def long_form(bot: QtBot) -> tuple[QScrollArea, list[FieldRow]]:
    """Eight labelled fields in a view that holds one of them with its sentence."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    page = QWidget()
    column = QVBoxLayout(page)
    rows = [
        FieldRow(f"Field {number}", LineField(page, name=f"line-{number}"), page)
        for number in range(8)
    ]
    for row in rows:
        column.addWidget(row)
    area.setWidget(page)
    bot.addWidget(area)
    area.resize(400, 180)
    area.show()
    area.activateWindow()
    bot.waitUntil(area.isActiveWindow)
    settle(area)
    return area, rows


def is_seen(area: QScrollArea, widget: QWidget) -> bool:
    """Whether the whole of it is in the view."""
    return widget.isVisible() and area.viewport().rect().contains(box(area, widget))


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


def test_a_field_that_is_wrong_is_seen_together_with_its_sentence(
    qtbot: QtBot, qapp: QApplication
) -> None:
    install_focus_in_view(qapp)
    area, rows = long_form(qtbot)

    for row in (rows[7], rows[2]):
        row.set_error("This is not a day of the calendar. Type it as 2026-03-14, please.")
        settle(area)
        row.control.setFocus()

        qtbot.waitUntil(lambda row=row: is_seen(area, row.error_label))
        assert is_seen(area, row.control)
        assert is_seen(area, row.label)


def test_a_sentence_that_comes_while_somebody_is_in_the_field_is_seen(
    qtbot: QtBot, qapp: QApplication
) -> None:
    install_focus_in_view(qapp)
    area, rows = long_form(qtbot)
    last = rows[3]
    last.control.setFocus()
    qtbot.waitUntil(lambda: is_seen(area, last.control))

    last.set_error("Type the room or the bed, as the ward calls it.")
    settle(area)

    qtbot.waitUntil(lambda: is_seen(area, last.error_label))
    assert is_seen(area, last.control)


def test_coming_back_to_a_wrong_field_shows_its_sentence_again(
    qtbot: QtBot, qapp: QApplication
) -> None:
    install_focus_in_view(qapp)
    area, rows = long_form(qtbot)
    rows[7].set_error("Type the room or the bed, as the ward calls it.")
    rows[0].control.setFocus()
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() == 0)

    rows[7].control.setFocus()

    qtbot.waitUntil(lambda: is_seen(area, rows[7].error_label))


def test_what_has_the_focus_stays_in_view_in_another_text_size(
    qtbot: QtBot, qapp: QApplication
) -> None:
    install_focus_in_view(qapp)
    area, rows = long_form(qtbot)
    rows[5].control.setFocus()
    qtbot.waitUntil(lambda: is_seen(area, rows[5].control))
    before = current_theme()

    try:
        apply_theme(qapp, Theme(before.tokens, 2.0))

        qtbot.waitUntil(lambda: rows[5].control.height() > area.viewport().height() // 3)
        qtbot.waitUntil(lambda: is_seen(area, rows[5].control))
    finally:
        apply_theme(qapp, before)


def test_the_question_is_seen_with_its_answer_in_another_text_size(
    qtbot: QtBot, qapp: QApplication
) -> None:
    install_focus_in_view(qapp)
    area, rows = long_form(qtbot)
    area.resize(400, 260)
    keep_whole_with_focus(rows[5])
    rows[5].control.setFocus()
    qtbot.waitUntil(lambda: is_seen(area, rows[5].control))
    before = current_theme()

    try:
        apply_theme(qapp, Theme(before.tokens, 2.0))

        qtbot.waitUntil(lambda: rows[5].height() > area.viewport().height() // 3)
        qtbot.waitUntil(lambda: is_seen(area, rows[5].label))
        assert is_seen(area, rows[5].control)
    finally:
        apply_theme(qapp, before)


def test_other_colours_do_not_scroll_to_the_focus(qtbot: QtBot, qapp: QApplication) -> None:
    install_focus_in_view(qapp)
    area, rows = long_form(qtbot)
    rows[0].control.setFocus()
    qtbot.waitUntil(lambda: is_seen(area, rows[0].control))
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert not is_seen(area, rows[0].control)
    before = current_theme()

    try:
        apply_theme(qapp, Theme(DARK if before.tokens is LIGHT else LIGHT, before.scale))
        settle(area)
        turned: list[bool] = []
        QTimer.singleShot(0, lambda: turned.append(True))  # behind what would follow the focus
        qtbot.waitUntil(lambda: bool(turned))

        assert not is_seen(area, rows[0].control)
    finally:
        apply_theme(qapp, before)
