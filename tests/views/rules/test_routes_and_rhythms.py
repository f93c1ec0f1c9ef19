"""Texts of the site at its desk of rules: pathways, the rhythm of follow-ups, the team's number."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.records.pathway import Pathway
from desktop.services.routes import routes
from desktop.services.site_rules import save_site_rule
from desktop.views.rules.rules_view import RulesView
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from desktop.views.widgets.text_field import TextField
from tests.services.bench import ADMIN, ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk
from tests.views.rules.test_rules import held, open_rule, open_rules, shown

PARTNER = "partner-violence"


def rights(desk: Desk) -> dict[str, str]:
    """What stands at the right of each pathway."""
    view = desk.view
    assert isinstance(view, RulesView)
    return {row.item.key: row.item.right for row in view.routes.rows()}


def where(bench: Bench, language: str) -> str:
    """What staff read."""
    return routes(bench.work_as(ROSA), language)[Pathway.PARTNER].where


def write(desk: Desk, name: str, text: str) -> None:
    """Type into a box of several lines."""
    field = desk.find(name, TextField)
    field.setFocus()
    field.set_value("")
    field.insertPlainText(text)


def test_a_site_words_a_pathway_in_both_languages_and_goes_back(qtbot: QtBot, bench: Bench) -> None:
    desk = open_rules(qtbot, bench)
    usual = rights(desk)[PARTNER]
    open_rule(desk, PARTNER)
    hidden = not desk.sees("route-text-en")
    desk.press("route-text-kind-own")
    write(desk, "route-text-en", "Call the advocate, 555-0123.")
    desk.press("rules-do")
    said = desk.errors()
    write(desk, "route-text-es", "Llame a la defensora, 555-0123.")
    desk.press("rules-do")

    own = (where(bench, "en"), where(bench, "es"), rights(desk)[PARTNER], desk.focus())
    open_rule(desk, PARTNER)
    desk.press("rules-other")

    assert (usual, hidden) == ("Our words", True)
    assert said == ["Write who takes over in both languages. Nothing was saved."]
    assert own == (
        "Call the advocate, 555-0123.",
        "Llame a la defensora, 555-0123.",
        "Your words",
        f"rules-routes-{PARTNER}",
    )
    assert rights(desk)[PARTNER] == "Our words"


def test_a_program_may_go_itself(qtbot: QtBot, bench: Bench) -> None:
    desk = open_rules(qtbot, bench)
    open_rule(desk, PARTNER)

    desk.press("route-text-kind-here")
    desk.press("rules-do")

    assert routes(bench.work_as(ROSA), "en")[Pathway.PARTNER].is_here
    assert rights(desk)[PARTNER] == "Your program"


def test_what_was_decided_of_a_pathway_is_taken_back(qtbot: QtBot, bench: Bench) -> None:
    desk = open_rules(qtbot, bench)
    open_rule(desk, PARTNER)
    desk.press("route-text-kind-here")
    desk.press("rules-do")
    desk.rest()
    assert rights(desk)[PARTNER] == "Your program"

    desk.press("rules-notice-undo")
    desk.rest()

    assert not routes(bench.work_as(ROSA), "en")[Pathway.PARTNER].is_here
    assert rights(desk)[PARTNER] == "Our words"
    assert desk.focus() == f"rules-routes-{PARTNER}"


def test_a_rhythm_is_typed_in_lines_and_one_that_cannot_be_is_refused(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_rules(qtbot, bench)
    usual = shown(desk)["follow-up-plan"]
    open_rule(desk, "follow-up-plan")
    desk.type("rule-rhythm-1-until", "80")
    desk.press("rules-do")
    said = desk.errors()
    desk.type("rule-rhythm-1-until", "180")
    for name in ("every", "until"):
        line = desk.find(f"rule-rhythm-2-{name}", QLineEdit)
        line.selectAll()
        qtbot.keyClick(line, Qt.Key.Key_Delete)
    desk.press("rules-do")

    assert usual == "Steps: 3"
    assert shown(desk)["follow-up-plan"] == "Steps: 2"
    assert len(said) == 1
    assert said[0].startswith("These steps do not follow each other.")
    assert held(bench, "follow-up-plan") == "7:91 14:180"


def test_the_number_of_the_team_is_set_refused_and_taken_back(qtbot: QtBot, bench: Bench) -> None:
    desk = open_rules(qtbot, bench)
    none = shown(desk)["contact-phone"]
    open_rule(desk, "contact-phone")
    desk.type("rule-phone", "ask Rosa")
    desk.press("rules-do")
    said = desk.errors()
    desk.type("rule-phone", "860-555-0123")
    desk.key(Qt.Key.Key_Return)

    kept = shown(desk)["contact-phone"]
    open_rule(desk, "contact-phone")
    desk.press("rules-other")

    assert none == "No number"
    assert said[0].startswith("This does not read as a telephone number.")
    assert kept == "860-555-0123"
    assert shown(desk)["contact-phone"] == "No number"


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 2.0)], ids=["light", "dark-2"])
def test_their_panels_pass_the_audit(
    qtbot: QtBot, bench: Bench, qapp: QApplication, tokens: Tokens, scale: float, language: str
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    save_site_rule(bench.work_as(ADMIN), "contact-phone", "860-555-0123")
    desk = open_rules(qtbot, bench, language=language)
    found = []
    for name in (PARTNER, "follow-up-plan", "contact-phone"):
        open_rule(desk, name)
        if name == PARTNER:
            desk.press("route-text-kind-own")
        found += audit_window(desk.view)
        desk.press("rules-cancel")
        if desk.view.keeps_task():
            desk.press("rules-cancel")

    assert found == []
