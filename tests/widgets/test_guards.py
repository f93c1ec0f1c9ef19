"""Wheel guard, focus ring, closed buttons, message bar, preview: what keeps people out of traps."""

import re
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import desktop
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.focus_ring import FocusRing
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.page_preview import PagePreview
from desktop.views.widgets.picker import Picker
from desktop.views.widgets.ticks import Tick, Ticks, fitting


def _wheel(at: QPointF) -> QWheelEvent:
    return QWheelEvent(
        at,
        at,
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def _window_with_picker(qtbot: QtBot) -> tuple[QWidget, LineField, Picker]:
    window = QWidget()
    column = QVBoxLayout(window)
    line = LineField(name="t-line")
    picker = Picker(name="t-pick", choices=[("a", "A"), ("b", "B")])
    picker.show_picked("a")
    column.addWidget(line)
    column.addWidget(picker)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, line, picker


def test_the_wheel_does_not_change_a_picker_passed_over(qapp: QApplication, qtbot: QtBot) -> None:
    _window, line, picker = _window_with_picker(qtbot)
    line.setFocus()

    qapp.sendEvent(picker, _wheel(QPointF(5, 5)))

    assert picker.picked_key() == "a"


def test_the_wheel_works_in_a_picker_with_the_focus(qapp: QApplication, qtbot: QtBot) -> None:
    _window, _line, picker = _window_with_picker(qtbot)
    picker.setFocus()

    qapp.sendEvent(picker, _wheel(QPointF(5, 5)))

    assert picker.picked_key() == "b"


def test_every_box_that_the_wheel_turns_leaves_it_to_the_page_while_it_has_no_focus() -> None:
    turned = re.compile(r"\b(QComboBox|Q\w*SpinBox|QSlider|QDial|Q(?:Date|Time|DateTime)Edit)\(")
    made = re.compile(r"class \w+\((QComboBox|Q\w*SpinBox|QSlider|QDial)\):")
    for path in Path(desktop.__file__).parent.rglob("*.py"):
        text = path.read_text("utf-8")
        used = [one for one in turned.findall(text) if f"case {one}()" not in text]
        if used:
            assert made.findall(text) == used, path.name
            assert "def wheelEvent" in text, path.name


def test_the_ring_goes_round_whatever_has_the_focus(qapp: QApplication, qtbot: QtBot) -> None:
    keeper = FocusRing(qapp)
    window, line, picker = _window_with_picker(qtbot)

    line.setFocus()
    first = keeper.ring
    assert first is not None
    first_box = first.geometry()
    picker.setFocus()

    ring = keeper.ring
    assert ring is not None
    assert first_box == line.geometry().adjusted(-4, -4, 4, 4)
    assert ring.geometry() == picker.geometry().adjusted(-4, -4, 4, 4)
    window.close()
    keeper.deleteLater()


def test_the_ring_goes_when_its_target_is_hidden(qapp: QApplication, qtbot: QtBot) -> None:
    keeper = FocusRing(qapp)
    _window, line, _picker = _window_with_picker(qtbot)
    line.setFocus()

    line.hide()

    assert keeper.ring is None or keeper.ring.geometry() != line.geometry()
    keeper.deleteLater()


def test_the_action_bar_says_why_its_button_is_closed(qtbot: QtBot) -> None:
    bar = ActionBar(name="t-actions")
    sign = Button("Sign off", name="t-sign", role=ButtonRole.PRIMARY)
    bar.add_right(sign)
    qtbot.addWidget(bar)

    sign.set_closed("2 checks are not ticked")

    assert bar.note_label.text() == "2 checks are not ticked"
    assert sign.accessibleDescription() == "2 checks are not ticked"
    assert not sign.isEnabled()


def test_an_icon_button_has_a_name_and_a_tip(qtbot: QtBot) -> None:
    button = Button("&Back", name="t-back", is_icon_only=True)
    qtbot.addWidget(button)

    assert (button.accessibleName(), button.toolTip()) == ("Back", "Back")


def test_a_message_says_its_action_and_closes_with_escape(qtbot: QtBot) -> None:
    bar = MessageBar(name="t-bar")
    qtbot.addWidget(bar)
    bar.show_message(Tone.DANGER, "Nothing was changed.", actions=(("copy", "Copy details"),))

    with qtbot.waitSignal(bar.action_requested) as told:
        qtbot.mouseClick(bar.actions_shown()[0], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar, Qt.Key.Key_Escape)

    assert told.args == ["copy"]
    assert bar.isHidden()


def test_ticks_say_how_many_are_answered(qtbot: QtBot) -> None:
    ticks = Ticks(name="t-ticks")
    qtbot.addWidget(ticks)

    ticks.show_ticks([Tick.ANSWERED, Tick.REASON, Tick.HERE, Tick.ALERT])

    assert ticks.accessibleName() == "2 of 4 answered"


def test_more_questions_than_ticks_fit_share_them_and_none_looks_better_than_it_is() -> None:
    done, open_one, danger = Tick.ANSWERED, Tick.OPEN, Tick.ALERT

    assert fitting([done] * 5, 5) == (done,) * 5
    assert fitting([done] * 9 + [open_one], 5) == (done,) * 4 + (open_one,)
    assert fitting([done, danger, open_one, done], 1) == (danger,)


def test_a_thousand_ticks_ask_for_no_more_room_than_many(qtbot: QtBot) -> None:
    ticks = Ticks(name="t-ticks")
    qtbot.addWidget(ticks)

    ticks.show_ticks([Tick.OPEN] * 1_000)

    assert ticks.minimumSizeHint().width() < 240
    assert ticks.accessibleName() == "0 of 1000 answered"


def _pages(count: int) -> list[QImage]:
    pages = []
    for _at in range(count):
        page = QImage(85, 110, QImage.Format.Format_RGB32)
        page.fill(Qt.GlobalColor.white)
        pages.append(page)
    return pages


def test_page_keys_turn_the_pages_and_stop_at_the_end(qtbot: QtBot) -> None:
    preview = PagePreview(name="t-preview", has_thumbnails=True)
    qtbot.addWidget(preview)
    preview.show_pages(_pages(2))
    said: list[int] = []
    preview.page_shown.connect(said.append)

    for _press in range(3):
        qtbot.keyClick(preview, Qt.Key.Key_PageDown)

    assert said == [1]
    assert preview.place_label.text() == "Page 2 of 2"
    assert not preview.next_button.isEnabled()


def test_a_preview_that_failed_says_why(qtbot: QtBot) -> None:
    preview = PagePreview(name="t-preview")
    qtbot.addWidget(preview)
    holder = QWidget()
    QHBoxLayout(holder).addWidget(preview)
    qtbot.addWidget(holder)

    preview.show_failed("Page 2 could not be made.")

    assert not preview.problem.isHidden()
    assert "Page 2" in preview.problem.accessibleName()
