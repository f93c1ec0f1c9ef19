"""The bar of actions: its note is read beside the buttons, or above them where it is squeezed."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.views.theme.tokens import Space
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole
from tests.support.qt_audit import settle

NOTE = "The safety plan stays out of the desk's copy: the person did not agree that it prints it."


def bar_in(bot: QtBot, width: int) -> ActionBar:
    """A bar with two buttons and a long note."""
    bar = ActionBar(name="bar")
    bot.addWidget(bar)
    bar.add_left(Button("Undo", bar, name="bar-undo"))
    bar.add_right(Button("Send to packet desk", bar, name="bar-send", role=ButtonRole.PRIMARY))
    bar.set_note(NOTE)
    bar.resize(width, bar.sizeHint().height())
    bar.show()
    settle(bar)
    return bar


def bottom_of(part: QWidget) -> int:
    """Where it ends in its bar."""
    return part.geometry().bottom()


@pytest.mark.parametrize(("width", "is_above"), [(1278, False), (600, True)])
def test_a_note_that_would_be_squeezed_stands_above_the_buttons(
    qtbot: QtBot, width: int, is_above: bool
) -> None:
    bar = bar_in(qtbot, width)

    button = bar.findChild(QWidget, "bar-undo")

    assert button is not None
    assert (bottom_of(bar.note_label) < button.geometry().top()) is is_above


def test_a_bar_that_becomes_wide_takes_its_note_back(qtbot: QtBot) -> None:
    bar = bar_in(qtbot, 600)

    bar.resize(1278, bar.height())
    settle(bar)

    button = bar.findChild(QWidget, "bar-undo")
    assert button is not None
    assert bottom_of(bar.note_label) > button.geometry().top()


def test_below_its_note_no_button_touches_the_edge_of_the_bar(qtbot: QtBot) -> None:
    bar = bar_in(qtbot, 600)

    button = bar.findChild(QWidget, "bar-send")

    assert button is not None
    assert bar.height() - bottom_of(button) > Space.S / 2
