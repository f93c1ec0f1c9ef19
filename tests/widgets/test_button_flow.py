"""Buttons that flow over lines: only those that are shown take room."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.views.widgets.button_flow import ButtonFlow


def test_a_hidden_button_leaves_no_gap(qtbot: QtBot) -> None:
    buttons = [QPushButton(text) for text in ("Given on paper", "Not wanted", "Told by phone")]
    flow = ButtonFlow(buttons)
    qtbot.addWidget(flow)
    flow.resize(400, 100)
    flow.show()
    first = buttons[0].geometry()

    buttons[0].hide()
    buttons[1].hide()

    assert buttons[2].geometry().topLeft() == first.topLeft()
    assert flow.heightForWidth(400) == buttons[2].height()
    buttons[0].show()
    assert (buttons[0].geometry(), buttons[2].x() > first.right()) == (first, True)


def test_before_it_is_shown_every_button_counts(qtbot: QtBot) -> None:
    buttons = [QPushButton("One"), QPushButton("Two")]
    flow = ButtonFlow(buttons)
    qtbot.addWidget(flow)

    assert flow.heightForWidth(buttons[0].sizeHint().width()) > buttons[0].sizeHint().height()
