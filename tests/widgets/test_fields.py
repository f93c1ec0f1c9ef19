"""Fields may be empty, commit when typing rests, and say what they cannot read."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.theme.tokens import DEBOUNCE_MS
from desktop.views.widgets.date_field import DateField
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.number_field import NumberField
from desktop.views.widgets.password_field import PasswordField
from desktop.views.widgets.picker import Picker
from desktop.views.widgets.pin_field import PinField
from desktop.views.widgets.text_field import TextField
from desktop.views.widgets.time_field import TimeField


def _now() -> datetime:
    return datetime(2026, 3, 14, 14, 5, 33, tzinfo=UTC)


@pytest.mark.parametrize("make", [LineField, TextField])
def test_typing_is_told_at_once_and_committed_by_flush(
    qtbot: QtBot, make: type[LineField] | type[TextField]
) -> None:
    field = make(name="t-note")
    qtbot.addWidget(field)
    edited: list[str] = []
    committed: list[str] = []
    field.edited.connect(edited.append)
    field.committed.connect(committed.append)

    qtbot.keyClicks(field, "ab")
    before = list(committed)
    field.flush()

    assert (edited, before, committed) == (["a", "ab"], [], ["ab"])


def test_an_answer_is_committed_after_the_quiet_time(qtbot: QtBot) -> None:
    field = LineField(name="t-note")
    qtbot.addWidget(field)

    with qtbot.waitSignal(field.committed, timeout=DEBOUNCE_MS * 4) as told:
        qtbot.keyClicks(field, "after 6")

    assert told.args == ["after 6"]
    assert not field.has_pending


def test_leaving_the_field_commits(qtbot: QtBot) -> None:
    window = QWidget()
    first, second = LineField(name="t-a"), LineField(name="t-b")
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(second)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    qtbot.keyClicks(first, "x")

    with qtbot.waitSignal(first.committed, timeout=DEBOUNCE_MS // 2) as told:
        qtbot.keyClick(first, Qt.Key.Key_Tab)

    assert told.args == ["x"]


def test_typing_back_to_the_old_text_commits_nothing(qtbot: QtBot) -> None:
    field = LineField(name="t-note")
    qtbot.addWidget(field)
    field.set_value("a")

    qtbot.keyClicks(field, "b")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)

    with qtbot.assertNotEmitted(field.committed):
        field.flush()


def test_showing_a_value_says_nothing_and_drops_what_was_typed(qtbot: QtBot) -> None:
    field = TextField(name="t-note")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "typed")

    with qtbot.assertNotEmitted(field.committed):
        field.set_value("stored")
        field.flush()

    assert field.value() == "stored"


def test_an_empty_number_is_no_answer_and_not_zero(qtbot: QtBot) -> None:
    field = NumberField(name="t-number")
    qtbot.addWidget(field)

    assert field.typed_value() is None


@pytest.mark.parametrize(
    ("typed", "value"), [("7", Decimal(7)), ("2,5", Decimal("2.5")), ("0", Decimal(0))]
)
def test_a_number_is_read(qtbot: QtBot, typed: str, value: Decimal) -> None:
    field = NumberField(name="t-number", is_whole=False)
    qtbot.addWidget(field)

    with qtbot.waitSignal(field.value_committed) as told:
        qtbot.keyClicks(field, typed)
        field.flush()

    assert told.args == [value]


@pytest.mark.parametrize("typed", ["x", "2.5", "-1", "13", "nan"])
def test_what_is_no_number_here_is_refused_and_kept(qtbot: QtBot, typed: str) -> None:
    field = NumberField(name="t-number", least=Decimal(0), most=Decimal(12))
    qtbot.addWidget(field)

    with qtbot.waitSignal(field.problem_found), qtbot.assertNotEmitted(field.value_committed):
        qtbot.keyClicks(field, typed)
        field.flush()

    assert field.text() == typed


def test_a_date_is_typed_and_emptied(qtbot: QtBot) -> None:
    field = DateField(name="t-date")
    qtbot.addWidget(field)
    said: list[object] = []
    field.value_committed.connect(said.append)

    qtbot.keyClicks(field.line, "2026-03-14")
    field.flush()
    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    field.flush()

    assert said == [date(2026, 3, 14), None]


def test_an_impossible_date_is_refused_in_words(qtbot: QtBot) -> None:
    field = DateField(name="t-date")
    qtbot.addWidget(field)

    with qtbot.waitSignal(field.problem_found) as told:
        qtbot.keyClicks(field.line, "2026-02-30")
        field.flush()

    assert "2026-03-14" in told.args[0]


def test_now_takes_the_clock(qtbot: QtBot) -> None:
    field = TimeField(_now, name="t-time")
    qtbot.addWidget(field)

    with qtbot.waitSignal(field.value_committed) as told:
        qtbot.mouseClick(field.now_button, Qt.MouseButton.LeftButton)

    assert told.args == [time(14, 5)]
    assert field.line.text() == "14:05"


@pytest.mark.parametrize(("typed", "value"), [("1405", time(14, 5)), ("9:05", time(9, 5))])
def test_a_time_is_read_with_and_without_colon(qtbot: QtBot, typed: str, value: time) -> None:
    field = TimeField(_now, name="t-time")
    qtbot.addWidget(field)

    qtbot.keyClicks(field.line, typed)

    assert field.typed_value() == value


def test_a_password_is_shown_only_while_held(qtbot: QtBot) -> None:
    field = PasswordField(name="t-password")
    qtbot.addWidget(field)
    modes = []

    qtbot.mousePress(field.show_button, Qt.MouseButton.LeftButton)
    modes.append(field.line.echoMode())
    qtbot.mouseRelease(field.show_button, Qt.MouseButton.LeftButton)
    modes.append(field.line.echoMode())

    assert modes == [QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password]


def test_a_pin_takes_six_digits_and_nothing_else(qtbot: QtBot) -> None:
    field = PinField(name="t-pin")
    qtbot.addWidget(field)

    with qtbot.waitSignal(field.filled):
        qtbot.keyClicks(field, "12x34567")

    assert field.value() == "123456"


def test_nothing_is_picked_at_first(qtbot: QtBot) -> None:
    picker = Picker(name="t-pick", choices=[("a", "Coming now"), ("b", "Later")])
    qtbot.addWidget(picker)

    assert picker.picked_key() == ""


def test_new_choices_keep_what_was_picked(qtbot: QtBot) -> None:
    picker = Picker(name="t-pick", choices=[("a", "Coming now"), ("b", "Later")])
    qtbot.addWidget(picker)
    picker.show_picked("b")

    picker.set_choices([("b", "Más tarde"), ("a", "Ya viene")])

    assert picker.picked_key() == "b"


def test_a_field_row_names_its_control_and_tells_the_error(qtbot: QtBot) -> None:
    number = NumberField(name="t-number", unit="kg")
    row = FieldRow("&Weight", number, help_text="Without shoes")
    qtbot.addWidget(row)

    qtbot.keyClicks(number, "x")
    number.flush()

    told = QAccessible.queryAccessibleInterface(number)
    assert told.text(QAccessible.Text.Name) == "Weight"
    assert told.text(QAccessible.Text.Description) == row.error
    assert number.property("invalid") is True
    assert not row.error_label.isHidden()


def test_typing_takes_the_error_away(qtbot: QtBot) -> None:
    number = NumberField(name="t-number")
    row = FieldRow("Weight", number, help_text="Without shoes")
    qtbot.addWidget(row)
    qtbot.keyClicks(number, "x")
    number.flush()

    qtbot.keyClick(number, Qt.Key.Key_Backspace)

    assert row.error == ""
    assert number.accessibleDescription() == "Without shoes"
