"""The screen at 100 to 200 % text, light and dark: names, order, nothing cut, contrast."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.consent.consent_tabs import ConsentTab
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.holder import current_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, TextStyle, Tokens
from tests.services.bench import Bench
from tests.support.qt_audit import audit_clipping, audit_targets, audit_window, settle
from tests.views.consent.consent_page import NAME, SIZE, TALL, ConsentScreen, open_screen

LOOKS = [(LIGHT, 1.0), (DARK, 1.5), (LIGHT, 2.0)]
WAYS = ["verbal", "mark", "representative", "telephone"]


def screen_in(
    qtbot: QtBot,
    qapp: QApplication,
    bench: Bench,
    look: tuple[Tokens, float],
    size: tuple[int, int],
) -> ConsentScreen:
    """A release to be asked in Spanish and English."""
    apply_theme(qapp, Theme(*look))
    return open_screen(qtbot, bench, size=size)


def walk(screen: ConsentScreen) -> list[str]:
    """The audit of every stage of one consent."""
    problems = audit_window(screen.view)
    screen.press("consent-cannot-sign")
    for way in WAYS:
        screen.press(f"consent-way-{way}")
        problems += audit_window(screen.view)
    screen.press("consent-back")
    screen.press("consent-change")
    problems += audit_window(screen.view)
    screen.press("consent-back")
    screen.write("consent-name", NAME)
    screen.press("consent-sign")
    problems += audit_window(screen.view)
    screen.draw()
    screen.press("consent-sign")
    problems += audit_window(screen.view)
    screen.press("consent-withdraw")
    return problems + audit_window(screen.view)


def test_who_reads_the_text_goes_on_reading_it_in_another_text_size(
    qtbot: QtBot, qapp: QApplication, bench: Bench
) -> None:
    screen = screen_in(qtbot, qapp, bench, (LIGHT, 1.0), SIZE)
    screen.view.focus_text()
    before = screen.view.text.reading_place.hasFocus()
    held = []

    for scale in (2.0, 1.0):
        apply_theme(qapp, Theme(LIGHT, scale))
        settle(screen.view)
        held.append((screen.view.text.reading_place, screen.view.focusWidget()))

    assert before
    assert held[0][0] is not held[1][0]
    assert all(place is focused for place, focused in held)


@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark 150 %", "200 %"])
def test_every_stage_has_names_order_room_and_contrast(
    qtbot: QtBot, qapp: QApplication, bench: Bench, look: tuple[Tokens, float]
) -> None:
    screen = screen_in(qtbot, qapp, bench, look, TALL)

    assert walk(screen) == []


@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark 150 %", "200 %"])
def test_nothing_is_cut_and_the_window_does_not_grow_on_a_small_screen(
    qtbot: QtBot, qapp: QApplication, bench: Bench, look: tuple[Tokens, float]
) -> None:
    screen = screen_in(qtbot, qapp, bench, look, SIZE)
    problems = audit_clipping(screen.view)
    screen.press("consent-cannot-sign")
    screen.press("consent-way-verbal")

    problems += audit_clipping(screen.view) + audit_targets(screen.view)

    assert problems == []
    assert screen.view.width() == SIZE[0]


def test_at_100_percent_asking_and_a_spoken_yes_need_no_scrolling(
    qtbot: QtBot, bench: Bench
) -> None:
    screen = open_screen(qtbot, bench)
    bar = screen.view.body.verticalScrollBar()
    asking = bar.maximum()

    screen.press("consent-cannot-sign")
    screen.press("consent-way-verbal")

    assert (asking, bar.maximum()) == (0, 0)


def test_a_tablet_shows_the_whole_text_in_one_page_that_scrolls(qtbot: QtBot, bench: Bench) -> None:
    screen = open_screen(qtbot, bench, size=(952, 1302))

    assert screen.sees("consent-page")
    assert not screen.sees("consent-scroll")
    assert screen.focused() == "consent-page"
    assert audit_clipping(screen.view) == []


def test_an_unapproved_text_passes_the_audit(
    qtbot: QtBot, qapp: QApplication, hospital: Bench
) -> None:
    apply_theme(qapp, Theme(LIGHT, 2.0))
    screen = open_screen(qtbot, hospital, recipient="", size=TALL)

    assert audit_window(screen.view) == []


def test_the_paper_stays_light_in_the_dark(qtbot: QtBot, qapp: QApplication, bench: Bench) -> None:
    screen = screen_in(qtbot, qapp, bench, (DARK, 1.0), SIZE)

    picture = screen.find("consent-signature").grab().toImage()

    assert picture.pixelColor(picture.width() // 2, 8).lightness() > 240


def test_the_sentence_about_a_missing_name_is_in_sight(qtbot: QtBot, sealed: Bench) -> None:
    screen = open_screen(qtbot, sealed)

    screen.press("consent-sign")

    sentence = screen.view.side.area.name_row.error_label
    shown = screen.view.body.viewport()
    qtbot.waitUntil(
        lambda: sentence.mapTo(shown, sentence.rect().bottomLeft()).y() <= shown.height()
    )
    assert sentence.isVisible()


def test_the_sentence_goes_once_the_name_is_typed(qtbot: QtBot, sealed: Bench) -> None:
    screen = open_screen(qtbot, sealed)
    screen.press("consent-sign")

    screen.write("consent-name", "F")

    assert screen.view.side.area.name_row.error == ""


def test_what_was_said_of_one_consent_does_not_stand_over_the_next(
    qtbot: QtBot, sealed: Bench
) -> None:
    screen = open_screen(qtbot, sealed)
    before = screen.navigator.hushed

    screen.press("consent-tabs-0")

    assert screen.navigator.hushed == before + 1


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_state_of_a_word_or_two_stays_on_its_line(
    qtbot: QtBot, bench: Bench, language: str
) -> None:
    screen = open_screen(qtbot, bench, interface=language)
    screen.press("consent-tabs-0")

    tabs = screen.view.tabs.findChildren(ConsentTab)
    line = current_theme().line_height(TextStyle.BODY)

    states = [tab._blocks(tab.width())[1] for tab in tabs]
    assert len(states) > 5
    assert all(state.height <= line + 1 for state in states)
