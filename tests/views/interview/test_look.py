"""The page at 100 and 200 % text, light and dark: names, order, nothing cut, contrast."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollBar
from pytestqt.qtbot import QtBot

from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.forms.form_makers import form, group, item
from tests.services.bench import Bench
from tests.support.qt_audit import audit_clipping, audit_window, settle
from tests.views.interview.desk import InterviewDesk, open_desk
from tests.views.interview.form_desk import open_any_form

TALL = (1278, 4_000)
"""So tall that nothing scrolls: the audit then sees every card where it is read."""


def desk_in(
    qtbot: QtBot,
    bench: Bench,
    tokens: Tokens,
    scale: float,
    at: str,
    size: tuple[int, int] = (1278, 736),
) -> InterviewDesk:
    """An interview in Spanish and English at a text scale."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, Theme(tokens, scale))
    return open_desk(qtbot, bench, ref=bench.new_case(language="es"), at=at, size=size)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("at", ["agreement.talk-now", "people.first-night", "next-steps.to-add"])
def test_nothing_is_cut_nameless_or_out_of_order(
    qtbot: QtBot, bench: Bench, tokens: Tokens, scale: float, at: str
) -> None:
    desk = desk_in(qtbot, bench, tokens, scale, at, TALL)

    assert audit_window(desk.view) == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_bars_are_whole_on_a_small_screen(qtbot: QtBot, bench: Bench, scale: float) -> None:
    desk = desk_in(qtbot, bench, LIGHT, scale, "next-steps.to-add")

    settle(desk.view)

    assert audit_clipping(desk.view) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_gate_alert_and_closed_questions_pass_the_audit(
    qtbot: QtBot, bench: Bench, scale: float
) -> None:
    desk = desk_in(qtbot, bench, LIGHT, scale, "how-you-are.ending-life", TALL)
    problems = audit_window(desk.view)
    desk.press("interview-gate-private")
    desk.press("answer-how-you-are.ending-life-yes")

    assert problems + audit_window(desk.view) == []


def test_a_narrow_window_puts_the_columns_behind_buttons(qtbot: QtBot, bench: Bench) -> None:
    desk = desk_in(qtbot, bench, LIGHT, 2.0, "people.first-night")

    assert desk.has("interview-sections-button")
    assert desk.has("interview-room-button")
    assert not desk.has("interview-score-panel")
    assert desk.has("reasons-people.first-night-menu")


def test_the_text_size_changes_at_once_and_keeps_place_and_focus(
    qtbot: QtBot, bench: Bench, qapp: QApplication
) -> None:
    desk = desk_in(qtbot, bench, LIGHT, 1.0, "people.first-night", TALL)
    focus = QApplication.focusWidget()

    apply_theme(qapp, Theme(LIGHT, 2.0))

    assert QApplication.focusWidget() is focus
    assert audit_window(desk.view) == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_very_long_word_is_broken_and_moves_nothing_aside(
    qtbot: QtBot, bench: Bench, qapp: QApplication, scale: float
) -> None:
    word = "Otorhinolaryngologicalconsultations"
    apply_theme(qapp, Theme(LIGHT, scale))
    plain = form(group("g", item("a", "string"), text="Ears"))
    pages = form(group("g", item("a", "string", text=word), text=word))
    usual = open_any_form(qtbot, bench, plain)
    width, column = usual.host.width(), usual.view.sections.width()

    desk = open_any_form(qtbot, bench, pages)
    desk.follow()
    settle(desk.view)

    bars = [one for one in desk.view.findChildren(QScrollBar) if one.isVisibleTo(desk.view)]
    across = Qt.Orientation.Horizontal
    assert [one.parent() for one in bars if one.orientation() is across] == []
    assert (desk.host.width(), desk.view.sections.width()) == (width, column)
    assert audit_clipping(desk.view) == []
