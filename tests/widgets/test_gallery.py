"""The gallery of every part passes the audit, and the audit finds what is wrong."""

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.widgets.button import Button
from desktop.views.widgets.wrap_label import WrapLabel
from tests.support.qt_audit import audit_everywhere, audit_window
from tests.widgets.gallery import build_gallery


def test_every_part_passes_the_audit_in_light_dark_and_at_200_percent(qapp: QApplication) -> None:
    assert audit_everywhere(qapp, build_gallery, 2300, 2200) == []


def _window(qtbot: QtBot, *parts: QWidget) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for part in parts:
        column.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    return window


def test_the_audit_finds_a_control_without_a_name(qtbot: QtBot) -> None:
    window = _window(qtbot, QLineEdit())

    problems = audit_window(window)

    assert "QLineEdit (no objectName) has no accessible name" in problems


def test_the_audit_finds_a_small_target(qtbot: QtBot) -> None:
    small = QPushButton("Go")
    small.setObjectName("t-small")

    problems = audit_window(_window(qtbot, small))

    assert any("t-small is only" in problem for problem in problems)


def test_the_audit_finds_two_controls_with_one_mnemonic(qtbot: QtBot) -> None:
    first, second = Button("&Sign", name="t-sign"), Button("&Skip", name="t-skip")

    problems = audit_window(_window(qtbot, first, second))

    assert any(problem.startswith("Alt+S belongs to") for problem in problems)


def test_the_audit_finds_tab_going_back(qtbot: QtBot) -> None:
    first, second = Button("First", name="t-first"), Button("Second", name="t-second")
    window = _window(qtbot, first, second)
    column = window.layout()
    assert isinstance(column, QVBoxLayout)

    column.removeWidget(first)
    column.addWidget(first)

    assert any("Tab goes back" in problem for problem in audit_window(window))


def test_the_audit_finds_a_label_that_is_cut(qtbot: QtBot) -> None:
    label = WrapLabel("Stay with the person until the clinician comes.")
    window = _window(qtbot, label)
    label.setMaximumHeight(8)

    assert any("px high" in problem for problem in audit_window(window))


def test_the_audit_finds_words_that_cannot_be_read(qtbot: QtBot) -> None:
    button = QPushButton("Faint words")
    button.setObjectName("t-faint")
    button.setStyleSheet("color: #dddddd; background: #ffffff; border: 0;")
    window = _window(qtbot, button)

    problems = audit_window(window)

    assert QPixmap(window.grab()).width() > 0
    assert any("t-faint has contrast" in problem for problem in problems)
