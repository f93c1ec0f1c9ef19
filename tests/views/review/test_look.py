"""The review desk at every size: nothing cut, everything named, in both themes and at 200 %."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.shell.translations import Translations
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.services.bench import Bench
from tests.services.filling import HOUSING
from tests.support.qt_audit import audit_window, settle
from tests.views.review.desk import (
    ReviewDeskAtWork,
    commented,
    open_review,
    submitted,
    with_flag,
    with_open_alert,
)

FULL, COMPACT = (1278, 736), (900, 736)


def busy_desk(bot: QtBot, bench: Bench, size: tuple[int, int] = FULL) -> ReviewDeskAtWork:
    """Alerts, a queue, and a visit with a comment open."""
    with_open_alert(bench, "Birch 07")
    with_flag(bench, "Fern 21")
    sent = submitted(bench, "Maple 12")
    commented(bench, sent, HOUSING)
    return open_review(bot, bench, visit_id=sent.visit_id, size=size)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_an_open_visit_is_whole(
    qtbot: QtBot, qapp: QApplication, bench: Bench, tokens: Tokens, scale: float
) -> None:
    apply_theme(qapp, Theme(tokens, scale))

    desk = busy_desk(qtbot, bench)

    assert audit_window(desk.view) == []


@pytest.mark.parametrize("size", [FULL, COMPACT], ids=["full", "compact"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_queue_alone_is_whole(
    qtbot: QtBot, qapp: QApplication, bench: Bench, size: tuple[int, int], scale: float
) -> None:
    apply_theme(qapp, Theme(LIGHT, scale))
    with_open_alert(bench, "Birch 07")
    with_flag(bench, "Fern 21")

    desk = open_review(qtbot, bench, size=size)

    assert audit_window(desk.view) == []


def test_the_empty_desk_is_whole(qtbot: QtBot, bench: Bench) -> None:
    desk = open_review(qtbot, bench)

    assert audit_window(desk.view) == []


def test_in_a_narrow_window_queue_and_visit_take_turns(qtbot: QtBot, bench: Bench) -> None:
    desk = busy_desk(qtbot, bench, COMPACT)
    with_visit = (desk.sees("review-queue"), desk.sees("review-answers"))

    desk.press("review-queue-button")

    assert with_visit == (False, True)
    assert desk.sees("review-queue")
    assert not desk.sees("review-answers")
    assert audit_window(desk.view) == []


def test_in_a_narrow_window_the_checks_follow_the_answers(qtbot: QtBot, bench: Bench) -> None:
    desk = busy_desk(qtbot, bench, COMPACT)

    shown = [w for w in desk.view.findChildren(QWidget, "review-checks") if w.isVisible()]

    assert len(shown) == 1
    assert desk.view.visit.isAncestorOf(shown[0])


@pytest.mark.parametrize("width", [952, 1294])
def test_large_text_cuts_nothing_over_the_answers(
    qtbot: QtBot, qapp: QApplication, bench: Bench, width: int
) -> None:
    apply_theme(qapp, Theme(LIGHT, 2.0))
    translations = Translations(qapp)
    translations.use("es")

    desk = busy_desk(qtbot, bench, (width, 1200))
    translations.use("en")
    translations.remove()

    # As the app's window: it stays as narrow as it is, whatever its content asks for.
    desk.view.setMinimumSize(1, 1)
    desk.view.resize(width, 1200)
    settle(desk.view)

    assert audit_window(desk.view) == []


def test_what_comes_from_the_form_is_in_the_language_of_the_reader(
    qtbot: QtBot, bench: Bench
) -> None:
    with_flag(bench, "Fern 21")
    desk = open_review(qtbot, bench, language="es")

    desk.open("Fern 21")

    assert "¿" in desk.words()
