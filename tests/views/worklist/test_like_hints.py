"""While somebody is added: a quiet word that they may be there already, and the way to the case."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from desktop.views.widgets.message_bar import MessageBar
from tests.services.bench import ROSA, TOMAS, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_worklist
from tests.views.worklist.crowd import Crowd


def begin(qtbot: QtBot, bench: Bench, place: str, *, who: str = ROSA, language: str = "en") -> Desk:
    """Somebody at ED 7 already, and somebody else being added at a place."""
    desk = open_worklist(qtbot, bench, who=who, language=language)
    desk.press("worklist-new")
    desk.type("new-person-place", place)
    qtbot.waitUntil(lambda: desk.sees("new-person-like"))
    return desk


@pytest.fixture
def crowd(bench: Bench) -> Crowd:
    """One person in the house."""
    found = Crowd(bench)
    found.arrives("Maple 12", "ED 7", 40)
    return found


def hint(desk: Desk) -> str:
    """The words of the bar."""
    return desk.find("new-person-like", MessageBar).accessibleName()


def test_the_same_bed_is_hinted_at_and_the_case_opens(
    qtbot: QtBot, bench: Bench, crowd: Crowd
) -> None:
    desk = begin(qtbot, bench, "ed 7")
    said = hint(desk)

    desk.press(f"new-person-like-open-{crowd.refs['Maple 12'].episode_id}")

    assert "Maple 12 came to the same place at about the same time." in said
    assert desk.navigator.opened == [("person", crowd.refs["Maple 12"])]


def test_the_hint_goes_when_it_is_another_place(qtbot: QtBot, bench: Bench, crowd: Crowd) -> None:
    desk = begin(qtbot, bench, "ED 7")
    assert crowd.refs

    desk.type("new-person-place", "ED 9")

    qtbot.waitUntil(lambda: not desk.sees("new-person-like"))


def test_nothing_keeps_from_adding(qtbot: QtBot, bench: Bench, crowd: Crowd) -> None:
    desk = begin(qtbot, bench, "ED 7")
    assert crowd.refs

    desk.press("worklist-do")

    assert desk.errors()[0] == "Choose one."
    assert desk.sees("new-person-like")


def test_anothers_case_is_named_by_alias_alone_and_opens_with_a_reason(
    qtbot: QtBot, bench: Bench, crowd: Crowd
) -> None:
    bench.reach(crowd.refs["Maple 12"], ROSA)
    desk = begin(qtbot, bench, "ED 7", who=TOMAS)

    said = hint(desk)
    desk.press(f"new-person-like-open-{crowd.refs['Maple 12'].episode_id}")

    assert "19" not in said
    assert desk.navigator.opened == []
    assert desk.sees("worklist-ask-note")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 2.0)], ids=["light", "dark-2"])
def test_the_hint_passes_the_audit(
    qtbot: QtBot,
    bench: Bench,
    crowd: Crowd,
    qapp: QApplication,
    tokens: Tokens,
    scale: float,
    language: str,
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    desk = begin(qtbot, bench, "ED 7", language=language)
    assert crowd.refs

    assert audit_window(desk.view) == []
