"""The administrator's desk of rules, on the real use cases."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.background.runner import BackgroundRunner
from desktop.services.site_rules import RULES, save_site_rule, site_rules
from desktop.views.rules.rules_controller import RulesController
from desktop.views.rules.rules_view import RulesView
from desktop.views.screen import ScreenContext
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ADMIN, ROSA, Bench
from tests.support.noting_navigator import NotingNavigator
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk


def open_rules(
    bot: QtBot, bench: Bench, *, size: tuple[int, int] = (1278, 736), language: str = "en"
) -> Desk:
    """The desk in a shown window."""
    runner, navigator = BackgroundRunner(), NotingNavigator()
    context = ScreenContext(bench.work_as(ADMIN), runner, navigator, language)
    controller = RulesController(context)
    desk = Desk(bot, bench, runner, navigator, controller)
    runner.setParent(controller.view)
    bot.addWidget(controller.view, before_close_func=desk.close)
    controller.view.resize(*size)
    controller.view.show()
    controller.view.activateWindow()
    controller.start()
    desk.rest()
    return desk


def shown(desk: Desk) -> dict[str, str]:
    """What stands at the right of each rule."""
    view = desk.view
    assert isinstance(view, RulesView)
    return {row.item.key: row.item.right for each in view.lists.values() for row in each.rows()}


def held(bench: Bench, name: str) -> str:
    """What holds for everybody."""
    return next(one.value for one in site_rules(bench.work_as(ROSA)) if one.rule.name == name)


def open_rule(desk: Desk, name: str) -> None:
    """Press the row of a rule."""
    view = desk.view
    assert isinstance(view, RulesView)
    view.focus_rule(name)
    desk.key(Qt.Key.Key_Return)


def test_a_bar_without_an_act_leaves_its_room_to_the_rules(qtbot: QtBot, bench: Bench) -> None:
    desk = open_rules(qtbot, bench)
    assert not desk.sees("rules-actions")

    open_rule(desk, "first-contact-target-min")
    assert desk.sees("rules-task-actions")
    desk.key(Qt.Key.Key_Escape)

    assert not desk.sees("rules-actions")


def test_every_rule_stands_there_with_what_holds(qtbot: QtBot, bench: Bench) -> None:
    desk = open_rules(qtbot, bench)

    assert list(shown(desk)) == [rule.name for rule in RULES]
    assert shown(desk)["release-days"] == "90 days"
    assert shown(desk)["record-print"] == "Off"
    assert shown(desk)["telephone-witnesses"] == "2 people"
    assert desk.focus() == "rules-reach-first-contact-target-min"


def test_a_number_is_changed_by_keyboard_and_the_focus_comes_back(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_rules(qtbot, bench)
    open_rule(desk, "release-days")
    desk.type("rule-number", "30")

    desk.key(Qt.Key.Key_Return)

    assert held(bench, "release-days") == "30"
    assert shown(desk)["release-days"] == "30 days"
    assert desk.focus() == "rules-consent-release-days"


def test_a_choice_is_changed_and_taken_back_to_the_usual(qtbot: QtBot, bench: Bench) -> None:
    desk = open_rules(qtbot, bench)
    open_rule(desk, "record-print")
    assert not desk.sees("rules-other")
    desk.press("rule-choice-on")
    desk.press("rules-do")
    assert held(bench, "record-print") == "on"

    open_rule(desk, "record-print")
    desk.press("rules-other")

    assert held(bench, "record-print") == "off"
    assert shown(desk)["record-print"] == "Off"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0", "Type 1 or more."),
        ("1096", "Type 1095 or less."),
        ("1.5", "Type a whole number."),
        ("", "Type a number."),
    ],
)
def test_what_cannot_be_is_said_below_the_field(
    qtbot: QtBot, bench: Bench, typed: str, said: str
) -> None:
    desk = open_rules(qtbot, bench)
    open_rule(desk, "release-days")
    line = desk.find("rule-number", QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, typed)

    desk.press("rules-do")

    assert desk.errors() == [said]
    assert held(bench, "release-days") == "90"


def test_another_rule_after_it_has_its_own_field(qtbot: QtBot, bench: Bench) -> None:
    desk = open_rules(qtbot, bench)
    open_rule(desk, "release-days")
    desk.press("rules-cancel")

    open_rule(desk, "minor-alone")

    assert desk.sees("rule-choice-on")
    assert not desk.sees("rule-number")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 2.0)], ids=["light", "dark-2"])
def test_the_desk_passes_the_audit(
    qtbot: QtBot, bench: Bench, qapp: QApplication, tokens: Tokens, scale: float, language: str
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    save_site_rule(bench.work_as(ADMIN), "release-days", "30")
    desk = open_rules(qtbot, bench, language=language)
    found = audit_window(desk.view)
    for name in ("release-days", "first-touch-under-18"):
        open_rule(desk, name)
        found += audit_window(desk.view)
        desk.press("rules-cancel")

    assert found == []


def test_no_rule_looks_like_a_choice_to_be_made(qtbot: QtBot, bench: Bench) -> None:
    desk = open_rules(qtbot, bench)

    rows = [row for each in desk.view.findChildren(RowList) for row in each.rows()]

    assert rows
    assert {row.item.icon for row in rows} == {None}


def test_the_last_changes_are_taken_back_one_by_one(qtbot: QtBot, bench: Bench) -> None:
    desk = open_rules(qtbot, bench)
    view = desk.view
    assert isinstance(view, RulesView)
    open_rule(desk, "release-days")
    desk.type("rule-number", "30")
    desk.key(Qt.Key.Key_Return)
    first = view.notice.words.text()
    open_rule(desk, "record-print")
    desk.press("rule-choice-on")
    desk.press("rules-do")
    second = view.notice.words.text()

    desk.press("rules-notice-undo")

    assert (first, second) == (
        "Changed: “A yes to share with a partner holds”",
        "Changed: “Staff may print a completed form”",
    )
    assert (held(bench, "record-print"), held(bench, "release-days")) == ("off", "30")
    assert view.notice.words.text() == first
    assert desk.focus() == "rules-paper-record-print"

    desk.press("rules-notice-undo")

    assert shown(desk)["release-days"] == "90 days"
    rule = next(one for one in site_rules(bench.work_as(ROSA)) if one.rule.name == "release-days")
    assert rule.is_usual
    assert not desk.sees("rules-notice")
    assert desk.focus() == "rules-consent-release-days"


def test_saving_what_already_holds_offers_nothing_to_take_back(qtbot: QtBot, bench: Bench) -> None:
    save_site_rule(bench.work_as(ADMIN), "release-days", "30")
    desk = open_rules(qtbot, bench)
    open_rule(desk, "release-days")

    desk.key(Qt.Key.Key_Return)
    desk.rest()

    assert held(bench, "release-days") == "30"
    assert not desk.sees("rules-notice")
