"""Controls made of several: the first part has the focus, and Tab leads into and out of them."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.person.moment_field import MomentField
from desktop.views.widgets.compound import Compound, focus_target
from desktop.views.widgets.date_field import DateField
from desktop.views.widgets.password_field import PasswordField
from desktop.views.widgets.signature_pad import SignaturePad
from desktop.views.widgets.tab_order import keep_tab_order, put_after
from desktop.views.widgets.time_field import TimeField
from tests.support.qt_audit import tab_chain


def now() -> datetime:
    """Some time."""
    return datetime(2026, 3, 2, 14, 5, tzinfo=UTC)


MAKES: dict[str, Callable[[QWidget], Compound]] = {
    "day": lambda parent: DateField(parent, name="part"),
    "time": lambda parent: TimeField(now, parent, name="part"),
    "moment": lambda parent: MomentField("When?", now, parent, name="part"),
    "password": lambda parent: PasswordField(parent, name="part"),
    "signature": lambda parent: SignaturePad(parent, name="part"),
}


def in_a_window(bot: QtBot, make: Callable[[QWidget], Compound]) -> tuple[QWidget, Compound]:
    """A line, the control and a line."""
    window = QWidget()
    bot.addWidget(window)
    before = QLineEdit(window)
    before.setObjectName("before")
    part = make(window)
    after = QLineEdit(window)
    after.setObjectName("after")
    column = QVBoxLayout(window)
    for widget in (before, part, after):
        column.addWidget(widget)
    window.show()
    window.activateWindow()
    return window, part


def walked(window: QWidget, key: Qt.Key, start: str) -> list[str]:
    """Where the key leads from ``start``, until it stands somewhere a second time."""
    window.findChild(QLineEdit, start).setFocus()
    seen: list[str] = []
    while window.focusWidget().objectName() not in seen:
        seen.append(window.focusWidget().objectName())
        QTest.keyClick(window.focusWidget(), key)
    return seen


@pytest.mark.parametrize("is_ordered", [False, True], ids=["as made", "ordered anew"])
@pytest.mark.parametrize("make", MAKES.values(), ids=MAKES)
def test_tab_leads_through_it_and_back(
    qtbot: QtBot, make: Callable[[QWidget], Compound], is_ordered: bool
) -> None:
    window, part = in_a_window(qtbot, make)
    if is_ordered:
        lines = [window.findChild(QLineEdit, name) for name in ("before", "after")]
        keep_tab_order(window, [lines[0], part, lines[1]])
    names = [stop.objectName() for stop in tab_chain(window)]

    assert names[0] == "before"
    assert names[-1] == "after"
    assert len(names) > 2
    assert walked(window, Qt.Key.Key_Tab, "before") == names
    assert walked(window, Qt.Key.Key_Backtab, "after") == names[::-1]


@pytest.mark.parametrize("make", MAKES.values(), ids=MAKES)
def test_the_focus_given_to_it_goes_to_its_first_part(
    qtbot: QtBot, make: Callable[[QWidget], Compound]
) -> None:
    window, part = in_a_window(qtbot, make)

    part.setFocus()

    assert window.focusWidget() is focus_target(part)
    assert part.isAncestorOf(focus_target(part))


def test_what_was_made_before_a_part_can_follow_it(qtbot: QtBot) -> None:
    window, part = in_a_window(qtbot, MAKES["moment"])
    early = window.findChild(QLineEdit, "before")

    put_after(part, [early])

    names = walked(window, Qt.Key.Key_Tab, "after")
    assert names[-1] == "before"
