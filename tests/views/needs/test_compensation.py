"""The claim to the state's victim compensation on the page of the needs."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.records.compensation_claim import ClaimState
from desktop.services.compensation import SETTING, read_claim
from desktop.services.local_day import local_day
from desktop.services.ports import EpisodeRef
from desktop.services.site_rules import save_site_rule
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from desktop.views.widgets.button import Button
from tests.services.bench import ADMIN, ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.needs.test_needs_screen import open_needs
from tests.views.person.desk import Desk


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    return bench.new_case()


def begin(desk: Desk) -> None:
    """By the keyboard."""
    desk.find("compensation-note", Button).setFocus()
    desk.key(Qt.Key.Key_Space)


def kept(bench: Bench, ref: EpisodeRef) -> ClaimState | None:
    claim = read_claim(bench.work_as(ROSA), ref).claim
    return claim.state if claim is not None else None


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "Not talked about yet.", "Application sent · 2026-03-14"),
        ("es", "Aún no se ha hablado de esto.", "Solicitud enviada · 2026-03-14"),
    ],
)
def test_a_step_is_noted_by_keys_alone_and_shown(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, language: str, before: str, after: str
) -> None:
    desk = open_needs(qtbot, bench, ref, language)
    said = desk.words("compensation-state")
    begin(desk)
    assert desk.focus() == "claim-state-offered"
    desk.press("claim-state-sent")

    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert (said, desk.words("compensation-state")) == (before, after)
    assert kept(bench, ref) is ClaimState.SENT
    assert not desk.sees("compensation-last-day")
    assert desk.focus() == "compensation-note"


def test_what_is_missing_or_cannot_be_is_said_at_its_place(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_needs(qtbot, bench, ref)
    begin(desk)
    desk.press("needs-do")
    without_state = desk.errors()
    desk.press("claim-state-wanted")
    desk.type("claim-day", "2026-13-40")
    desk.press("needs-do")
    unreadable = desk.errors()
    later = local_day(bench.work_as(ROSA)) + timedelta(days=1)
    desk.type("claim-day", later.isoformat())
    desk.press("needs-do")

    assert without_state == ["Choose where it stands. Nothing was saved."]
    assert unreadable == ["Type a date like 2026-03-14, or leave it empty."]
    assert desk.errors() == [
        "This day is not here yet. Write today or an earlier day. Nothing was saved."
    ]
    assert desk.focus() == "claim-day"
    assert kept(bench, ref) is None


@pytest.mark.parametrize(
    ("days", "name", "words"),
    [
        (0, "compensation-last-day", "Last day to apply: 2028-03-14."),
        (731 - 60, "compensation-soon", "Last day to apply: 2028-03-14. Days left: 60."),
        (732, "compensation-soon", "The last day to apply was 2028-03-14."),
    ],
)
def test_the_last_day_of_the_site_stands_there(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, days: int, name: str, words: str
) -> None:
    save_site_rule(bench.work_as(ADMIN), SETTING, "years-2")
    bench.clock.advance(days * 86_400)

    desk = open_needs(qtbot, bench, ref)

    assert desk.words(name).startswith(words)


def test_without_a_rule_it_says_to_ask_the_office(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_needs(qtbot, bench, ref)

    assert desk.words("compensation-last-day") == "Apply soon. Ask the office for the last day."


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "look", [(LIGHT, 1.0), (DARK, 1.0), (LIGHT, 2.0)], ids=["light", "dark", "200 %"]
)
def test_panel_and_task_are_named_reachable_and_not_clipped(
    qtbot: QtBot,
    qapp: QApplication,
    bench: Bench,
    ref: EpisodeRef,
    look: tuple[Tokens, float],
    language: str,
) -> None:
    apply_theme(qapp, Theme(*look))
    desk = open_needs(qtbot, bench, ref, language)
    desk.view.resize(1278, 3_000)
    problems = audit_window(desk.view)

    begin(desk)

    assert [*problems, *audit_window(desk.view)] == []
