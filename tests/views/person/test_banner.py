"""The banner: facts of one person, beside the alias or below it, never clipped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.person.person_banner import PersonBanner, PersonBannerState
from desktop.views.person.person_words import age_words, reading_words
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from desktop.views.widgets.button import Button
from tests.support.qt_audit import audit_window, settle

STATE = PersonBannerState("Juniper 04", "19 years", "Floor 6, bed 614", "Reads Spanish", True, 2, 5)


def shown(qtbot: QtBot, state: PersonBannerState, width: int = 1278) -> PersonBanner:
    """A banner in a window of its own."""
    banner = PersonBanner(name="banner")
    banner.add_right(Button("Turn to patient", banner, name="banner-turn"))
    qtbot.addWidget(banner)
    banner.show_state(state)
    banner.resize(width, 64)
    banner.show()
    settle(banner)
    banner.resize(width, banner.layout().totalHeightForWidth(width))
    return banner


def test_it_says_who_where_and_what_is_agreed(qtbot: QtBot) -> None:
    banner = shown(qtbot, STATE)

    assert banner.alias_label.text() == "Juniper 04"
    assert banner.second_label.text() == "19 years · Floor 6, bed 614"
    assert banner.language_chip.text() == "Reads Spanish"
    assert banner.private_chip.text() == "Private now"
    assert banner.consent_chip.text() == "Consent 2 of 5"


@pytest.mark.parametrize(
    ("private", "words"), [(None, "Room not noted"), (True, "Private now"), (False, "Not private")]
)
def test_only_an_explicit_yes_is_private(qtbot: QtBot, private: bool | None, words: str) -> None:
    banner = shown(qtbot, PersonBannerState("Maple 12", private=private))

    assert banner.private_chip.text() == words


def test_what_is_not_known_takes_no_room(qtbot: QtBot) -> None:
    banner = shown(qtbot, PersonBannerState("Maple 12"))

    assert banner.second_label.isHidden()
    assert banner.language_chip.isHidden()
    assert banner.consent_chip.isHidden()


def test_back_is_pressed_by_keyboard(qtbot: QtBot) -> None:
    banner = shown(qtbot, STATE)
    banner.back_button.setFocus()

    with qtbot.waitSignal(banner.back_requested):
        QTest.keyClick(banner.back_button, Qt.Key.Key_Space)


@pytest.mark.parametrize(
    ("tokens", "scale", "width"),
    [(LIGHT, 1.0, 1278), (DARK, 1.0, 900), (LIGHT, 2.0, 1294), (DARK, 2.0, 952), (LIGHT, 1.5, 952)],
)
def test_it_fits_every_width_and_text_size(
    qtbot: QtBot, qapp: QApplication, tokens: Tokens, scale: float, width: int
) -> None:
    apply_theme(qapp, Theme(tokens, scale))

    banner = shown(qtbot, STATE, width)

    assert audit_window(banner) == []


@pytest.mark.parametrize(
    ("age", "words"), [(None, ""), (0, "under 1 year"), (1, "1 year"), (2, "2 years")]
)
def test_ages_are_said_in_words(age: int | None, words: str) -> None:
    assert age_words(age, "en") == words


def test_a_language_without_words_is_left_out() -> None:
    assert reading_words("es", "es") == "Lee español"
    assert reading_words("fr", "en") == ""
