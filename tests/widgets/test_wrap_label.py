"""A label keeps what it measured only as long as that is true."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.views.theme.apply import apply_theme
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import TextStyle
from desktop.views.widgets.wrap_label import WrapLabel

LONG = "Stay with the person until the clinician comes, and say who you are."
NARROW = 120


def _sizes(label: WrapLabel) -> tuple[int, int, int, int]:
    hint, least = label.sizeHint(), label.minimumSizeHint()
    return hint.width(), hint.height(), least.width(), label.heightForWidth(NARROW)


@pytest.fixture
def label(qtbot: QtBot) -> WrapLabel:
    """A label that has been measured with short words."""
    label = WrapLabel("Stay")
    qtbot.addWidget(label)
    _sizes(label)
    return label


def test_other_words_have_another_size(label: WrapLabel, qtbot: QtBot) -> None:
    fresh = WrapLabel(LONG)
    qtbot.addWidget(fresh)

    label.setText(LONG)

    assert _sizes(label) == _sizes(fresh)


def test_another_style_has_another_size(label: WrapLabel, qtbot: QtBot) -> None:
    fresh = WrapLabel("Stay", style=TextStyle.TITLE)
    qtbot.addWidget(fresh)

    label.set_style(TextStyle.TITLE)

    assert _sizes(label) == _sizes(fresh)


def test_the_sign_before_a_mnemonic_takes_no_room_once_there_is_a_buddy(qtbot: QtBot) -> None:
    label, plain, field = WrapLabel("&Name"), WrapLabel("Name"), QLineEdit()
    for widget in (label, plain, field):
        qtbot.addWidget(widget)
    wider = label.sizeHint().width()

    label.setBuddy(field)

    assert label.sizeHint() == plain.sizeHint()
    assert label.sizeHint().width() < wider


def test_margins_of_its_own_count(label: WrapLabel) -> None:
    width, height, least, _narrow = _sizes(label)

    label.setContentsMargins(5, 7, 11, 13)

    assert _sizes(label)[:3] == (width + 16, height + 20, least + 16)


def test_larger_text_has_another_size(label: WrapLabel, qapp: QApplication) -> None:
    theme = current_theme()
    before = _sizes(label)

    apply_theme(qapp, Theme(theme.tokens, 2.0))
    larger = _sizes(label)
    apply_theme(qapp, theme)

    assert all(now > then for now, then in zip(larger, before, strict=True))
    assert _sizes(label) == before


def test_rich_text_is_measured_as_it_is_painted(label: WrapLabel) -> None:
    before = label.heightForWidth(NARROW)

    label.set_rich("<p>Stay</p><p>with the person</p>")

    assert label.heightForWidth(NARROW) > before


def test_what_was_measured_in_one_look_is_not_told_while_the_next_is_put_on(
    label: WrapLabel, qtbot: QtBot
) -> None:
    """Layouts ask between the change of the theme and the word of it."""
    theme = current_theme()
    theme_holder().replace(Theme(theme.tokens, 2.0))
    try:
        fresh = WrapLabel("Stay")
        qtbot.addWidget(fresh)

        assert _sizes(label) == _sizes(fresh)
    finally:
        theme_holder().replace(theme)


def test_words_held_by_a_no_break_space_are_never_parted(qtbot: QtBot) -> None:
    label = WrapLabel("Question\u00a01\u00a0of\u00a03")
    qtbot.addWidget(label)

    assert label.minimumSizeHint().width() >= label.sizeHint().width()
