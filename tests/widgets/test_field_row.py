"""A labelled field makes its help and its error when there is something to say, and in order."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField


def made(bot: QtBot, help_text: str = "") -> FieldRow:
    row = FieldRow("&Ward", LineField(name="t-ward"), help_text=help_text)
    bot.addWidget(row)
    row.resize(400, row.sizeHint().height())
    row.show()
    return row


def shown(row: FieldRow) -> list[str]:
    """The words from top to bottom; the control as "(t-ward)"."""
    labels = [one for one in row.findChildren(QLabel) if one.text() and one.isVisibleTo(row)]
    found = [(one.y(), one.text()) for one in labels]
    return [words for _, words in sorted([*found, (row.control.y(), "(t-ward)")])]


def test_a_field_that_was_never_wrong_has_no_line_for_it(qtbot: QtBot) -> None:
    row = made(qtbot)

    assert [one.text() for one in row.findChildren(QLabel)] == ["&Ward"]


def test_help_stands_below_the_control_until_something_is_wrong(qtbot: QtBot) -> None:
    row = made(qtbot, "Floor and bed")
    assert shown(row) == ["&Ward", "(t-ward)", "Floor and bed"]

    row.set_error("Type a ward")
    row.resize(400, row.sizeHint().height())
    assert shown(row) == ["&Ward", "(t-ward)", "Type a ward"]

    row.set_error("")
    assert shown(row) == ["&Ward", "(t-ward)", "Floor and bed"]


def test_help_that_comes_later_stands_over_an_error(qtbot: QtBot) -> None:
    row = made(qtbot)
    row.set_error("Type a ward")

    row.set_help("Floor and bed")
    row.clear_error()

    assert shown(row) == ["&Ward", "(t-ward)", "Floor and bed"]
    assert row.control.accessibleDescription() == "Floor and bed"


def test_asking_for_the_help_of_a_field_without_shows_none(qtbot: QtBot) -> None:
    row = made(qtbot)

    assert not row.help_label.isVisibleTo(row)
    assert not row.error_label.isVisibleTo(row)
