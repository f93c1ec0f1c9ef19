"""The oversight desk, on the real use cases and a real sealed store."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.records.break_glass import GlassOutcome
from desktop.records.erasure import person_reference
from desktop.services.read_oversight import read_oversight
from desktop.views.oversight.oversight_controller import OversightController
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.services.bench import ADMIN, NADIA, OFFICER, Bench
from tests.support.qt_audit import audit_window, settle
from tests.support.store_fixture import password_of
from tests.views.oversight.overseen import Overseen, alias_of, lend, open_screen, overseen
from tests.views.person.desk import Desk


@pytest.fixture
def seen(sealed: Bench) -> Overseen:
    return overseen(sealed)


def open_desk(bot: QtBot, bench: Bench, who: str) -> Desk:
    return open_screen(bot, bench, OversightController, who)


def shown(desk: Desk) -> str:
    """Everything that is shown."""
    rows = desk.view.findChildren(QWidget)
    names = [each.accessibleName() for each in rows if each.isVisible()]
    texts = [each.text() for each in desk.view.findChildren(QLabel) if each.isVisible()]
    return "\n".join([*texts, *names])


def test_a_manager_reviews_by_keyboard_what_a_colleague_opened(
    qtbot: QtBot, seen: Overseen
) -> None:
    desk = open_desk(qtbot, seen.bench, NADIA)
    assert desk.focus() == f"oversight-to-review-{seen.glass_id}"

    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (line,) = read_oversight(seen.bench.work_as(NADIA)).reviewed
    assert line.glass.outcome is GlassOutcome.APPROPRIATE
    assert not desk.sees("oversight-to-review")
    assert desk.sees("oversight-reviewed")


def test_a_review_without_an_answer_asks_for_one(qtbot: QtBot, seen: Overseen) -> None:
    desk = open_desk(qtbot, seen.bench, NADIA)
    desk.press(f"oversight-to-review-{seen.glass_id}")

    desk.press("oversight-do")

    assert desk.errors() == ["Choose one."]


def test_an_administrator_sees_references_and_no_name(qtbot: QtBot, seen: Overseen) -> None:
    desk = open_desk(qtbot, seen.bench, ADMIN)

    text = shown(desk)

    assert person_reference(seen.to_erase.person_id) in text
    assert alias_of(seen.bench, seen.to_erase) not in text
    assert not desk.sees("oversight-to-review")


def test_an_administrator_erases_with_reference_and_password(qtbot: QtBot, seen: Overseen) -> None:
    desk = open_desk(qtbot, seen.bench, ADMIN)
    desk.press(f"oversight-wishes-{seen.to_erase.person_id}")
    desk.type("oversight-ask-reference", "0000-0000")
    desk.type("oversight-ask-password", password_of(ADMIN))
    desk.press("oversight-do")
    assert desk.errors() == [
        "The reference typed is not that of this person. Nothing was erased. Type it as it stands"
        " in the list."
    ]

    desk.type("oversight-ask-reference", person_reference(seen.to_erase.person_id))
    desk.press("oversight-do")

    assert [line.erased.person_id for line in read_oversight(seen.bench.work_as(ADMIN)).erased] == [
        seen.to_erase.person_id
    ]
    assert desk.sees("oversight-erased")


def test_a_wrong_password_is_said_below_it_and_erases_nobody(qtbot: QtBot, seen: Overseen) -> None:
    desk = open_desk(qtbot, seen.bench, ADMIN)
    desk.press(f"oversight-wishes-{seen.to_erase.person_id}")
    desk.type("oversight-ask-reference", person_reference(seen.to_erase.person_id))
    desk.type("oversight-ask-password", "not my password")

    desk.press("oversight-do")

    assert desk.focus() == "oversight-ask-password"
    assert len(desk.errors()) == 1
    assert read_oversight(seen.bench.work_as(ADMIN)).erased == ()


def test_enter_never_erases(qtbot: QtBot, seen: Overseen) -> None:
    desk = open_desk(qtbot, seen.bench, ADMIN)
    desk.press(f"oversight-wishes-{seen.to_erase.person_id}")
    desk.type("oversight-ask-reference", person_reference(seen.to_erase.person_id))
    desk.type("oversight-ask-password", password_of(ADMIN))

    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert read_oversight(seen.bench.work_as(ADMIN)).erased == ()


@pytest.mark.parametrize("who", [NADIA, ADMIN])
def test_a_wish_is_dropped(qtbot: QtBot, seen: Overseen, who: str) -> None:
    desk = open_desk(qtbot, seen.bench, who)
    desk.press(f"oversight-wishes-{seen.to_erase.person_id}")

    desk.press("oversight-do" if who == NADIA else "oversight-ask-other")

    assert read_oversight(seen.bench.work_as(ADMIN)).wishes == ()


def test_a_hold_is_ended_by_two(qtbot: QtBot, seen: Overseen) -> None:
    held = f"oversight-holds-{seen.held.person_id}"
    first = open_desk(qtbot, seen.bench, ADMIN)
    first.press(held)
    first.press("oversight-do")
    second = open_desk(qtbot, seen.bench, OFFICER)
    second.press(held)
    second.type("oversight-ask-password", password_of(OFFICER))

    second.press("oversight-do")

    assert read_oversight(seen.bench.work_as(ADMIN)).holds == ()


def test_a_hold_is_set_by_reference(qtbot: QtBot, seen: Overseen) -> None:
    desk = open_desk(qtbot, seen.bench, ADMIN)
    desk.press("oversight-hold")
    desk.press("oversight-ask-reason-audit")
    desk.type("oversight-ask-reference", person_reference(seen.opened.person_id))
    desk.type("oversight-ask-password", password_of(ADMIN))

    desk.press("oversight-do")

    held = {line.hold.person_id for line in read_oversight(seen.bench.work_as(ADMIN)).holds}
    assert held == {seen.held.person_id, seen.opened.person_id}


def test_an_officer_opens_what_was_lent_with_a_reason(qtbot: QtBot, seen: Overseen) -> None:
    lend(seen.bench, seen.opened)
    desk = open_desk(qtbot, seen.bench, OFFICER)
    desk.press(f"oversight-loans-{seen.opened.person_id}")
    desk.press("oversight-ask-reason-complaint")
    desk.type("oversight-ask-password", password_of(OFFICER))

    desk.press("oversight-do")

    assert desk.navigator.opened == [("lent", seen.opened.person_id)]
    again = open_desk(qtbot, seen.bench, OFFICER)
    again.press(f"oversight-loans-{seen.opened.person_id}")
    assert again.navigator.opened == [("lent", seen.opened.person_id)]


def test_an_administrator_switches_the_rules_of_the_site(qtbot: QtBot, seen: Overseen) -> None:
    desk = open_desk(qtbot, seen.bench, ADMIN)

    desk.press("oversight-switches-caseload-rule")
    desk.press("oversight-switches-restricted")

    oversight = read_oversight(seen.bench.work_as(ADMIN))
    assert (oversight.caseload_rule, oversight.restricted_shown) == (False, True)


def test_nothing_to_do_is_said(qtbot: QtBot, sealed: Bench) -> None:
    desk = open_desk(qtbot, sealed, NADIA)

    assert "Nothing waits here" in shown(desk)


def test_the_desk_is_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, seen: Overseen, qapp: QApplication
) -> None:
    lend(seen.bench, seen.opened)
    rows = {
        NADIA: f"oversight-to-review-{seen.glass_id}",
        ADMIN: f"oversight-wishes-{seen.to_erase.person_id}",
        OFFICER: f"oversight-loans-{seen.opened.person_id}",
    }
    problems: list[str] = []
    desks: list[Desk] = []

    for tokens, scale in ((LIGHT, 1.0), (DARK, 2.0)):
        for who, row in rows.items():
            apply_theme(qapp, Theme(tokens, scale))
            desk = open_screen(qtbot, seen.bench, OversightController, who, size=(1366, 3000))
            problems += [f"{scale} {who}: {one}" for one in audit_window(desk.view)]
            desk.press(row)
            settle(desk.view)
            problems += [f"{scale} {who} task: {one}" for one in audit_window(desk.view)]
            desk.view.hide()
            desks.append(desk)

    assert problems == []


def test_a_desk_where_nothing_can_be_begun_has_no_bar(qtbot: QtBot, sealed: Bench) -> None:
    bars = [open_desk(qtbot, sealed, who).sees("oversight-actions") for who in (NADIA, ADMIN)]

    assert bars == [False, True]
