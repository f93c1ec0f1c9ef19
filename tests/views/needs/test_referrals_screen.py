"""Referrals on the needs page: who can be asked, what the gate says, each step, and what is due."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.records.audit_event import AuditAction
from desktop.records.need import NeedState
from desktop.records.referral import ReferralStatus
from desktop.services.note_need import note_need
from desktop.services.read_needs import read_needs
from desktop.services.withdraw_consent import withdraw_consent
from desktop.views.needs.needs_controller import NeedsController
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ROSA, Bench
from tests.services.filling import HOUSING, completed
from tests.services.referring import DAY, TALK, Asked, asked_of
from tests.support.qt_audit import audit_window
from tests.views.oversight.overseen import open_screen
from tests.views.person.desk import Desk

HOME, NEEDS = "housing-instability", "new-referral-needs"


@pytest.fixture
def asked(bench: Bench) -> Asked:
    """Somebody who wants help with a home and to talk with somebody."""
    found = asked_of(bench)
    completed(found.work, found.ref, **{HOUSING: "yes", "how-you-are.talk": "yes"})
    return found


def open_needs(bot: QtBot, asked: Asked, language: str = "en") -> Desk:
    """The screen in a shown window."""
    return open_screen(
        bot,
        asked.bench,
        lambda context: NeedsController(context, asked.ref),
        ROSA,
        language=language,
    )


def row(desk: Desk, at: int = 0) -> tuple[str, str]:
    """Where the referral stands, and what its button says."""
    item = desk.find("referrals-list", RowList).rows()[at].item
    return item.second, item.right


def press_row(desk: Desk, at: int = 0) -> None:
    """Open a referral."""
    found = desk.find("referrals-list", RowList).rows()[at].item.key
    desk.press(f"referrals-list-{found}")


def need_keys(desk: Desk) -> list[str]:
    """The needs that can be chosen for a new referral."""
    return [row.item.key for row in desk.find(NEEDS, OptionGroup).rows()]


def choose_partner(desk: Desk, at: int = 0) -> str:
    """Choose one of those offered; what its line says of the consent."""
    option = desk.find("new-referral-partner", OptionGroup).rows()[at]
    desk.press(option.objectName())
    return option.item.hint


def test_nothing_was_asked_yet_says_what_comes_first(qtbot: QtBot, asked: Asked) -> None:
    desk = open_needs(qtbot, asked)

    assert desk.sees("referrals-empty")
    assert not desk.sees("referrals-list")
    desk.press("referrals-add")
    desk.press("needs-do")
    assert desk.errors() == ["Choose at least one need that the partner is asked for."]


def test_a_partner_that_no_consent_covers_is_not_asked_and_the_consent_is_one_press_away(
    qtbot: QtBot, asked: Asked
) -> None:
    desk = open_needs(qtbot, asked)
    desk.press("referrals-add")
    desk.press(f"new-referral-needs-{HOME}")

    says = choose_partner(desk)
    assert says == "Not yet: The person was not asked about this yet. Ask first."
    desk.press("needs-do")

    assert desk.find("referral-act", OptionGroup).rows()[0].item.closed_reason
    assert AuditAction.RELEASED not in asked.bench.actions()
    desk.press("referral-consent")
    assert desk.navigator.opened[-1][0] == "consents"


def test_a_need_of_its_own_category_is_refused_beside_the_partner(
    qtbot: QtBot, asked: Asked
) -> None:
    asked.consent()
    desk = open_needs(qtbot, asked)
    desk.press("referrals-add")
    desk.press(f"new-referral-needs-{HOME}")
    assert choose_partner(desk) == "A signed consent covers this."

    desk.press(f"new-referral-needs-{TALK}")

    first = desk.find("new-referral-partner", OptionGroup).rows()[0]
    assert first.item.hint == (
        "Not yet: No consent covers mental health for this partner. Ask first."
    )
    assert first.isChecked()


def test_a_referral_goes_from_asking_to_the_first_meeting(qtbot: QtBot, asked: Asked) -> None:
    asked.consent()
    desk = open_needs(qtbot, asked)
    desk.press("referrals-add")
    desk.press(f"new-referral-needs-{HOME}")
    choose_partner(desk)
    desk.press("needs-do")
    desk.press("referral-act-send")
    desk.press("needs-do")
    assert desk.errors() == ["Choose how the partner was asked."]
    desk.press("referral-how-at-bedside")
    desk.press("needs-do")

    where, act = row(desk)
    assert "Asked today in person at the bed, nobody has said yes" in where
    assert act == "Note the answer"
    needs = desk.find("needs-list", RowList)
    assert "a partner is asked" in needs.row(HOME).item.second

    press_row(desk)
    desk.press("referral-act-yes")
    desk.press("needs-do")
    assert desk.errors() == ["Say who said yes: a name or a role there."]
    desk.type("referral-who", "Intake desk")
    desk.key(Qt.Key.Key_Return)
    assert row(desk)[1] == "Note the first meeting"
    assert "a partner said yes" in needs.row(HOME).item.second

    press_row(desk)
    desk.press("referral-act-met")
    desk.press("needs-do")
    assert "first met on" in row(desk)[0]
    assert "met a partner" in needs.row(HOME).item.second
    (card,) = read_needs(asked.work, asked.ref).referrals
    assert card.referral.is_warm
    (home,) = [one for one in read_needs(asked.work, asked.ref).needs if one.category == HOME]
    assert home.state is NeedState.IDENTIFIED, "a person sets a need to met, nothing else does"


def test_a_wrong_day_keeps_everything_that_was_typed(qtbot: QtBot, asked: Asked) -> None:
    asked.consent()
    asked.sent(HOME)
    desk = open_needs(qtbot, asked)
    press_row(desk)
    desk.press("referral-act-yes")
    desk.type("referral-who", "Intake desk")

    desk.type("referral-day", "2020-01-01")
    desk.press("needs-do")

    assert desk.errors() == ["That day is before the step that came first. Check the day."]
    assert desk.find("referral-who", LineField).value() == "Intake desk"
    assert asked.card().referral.status is ReferralStatus.REQUESTED


def test_a_step_is_taken_back_from_the_line_above_the_list(qtbot: QtBot, asked: Asked) -> None:
    asked.consent()
    asked.sent(HOME)
    desk = open_needs(qtbot, asked)
    press_row(desk)
    desk.press("referral-act-yes")
    desk.type("referral-who", "Intake desk")
    desk.press("needs-do")
    assert row(desk)[1] == "Note the first meeting"

    desk.press("needs-notice-undo")

    assert row(desk)[1] == "Note the answer"
    assert not desk.sees("needs-notice")


def test_an_answer_is_noted_by_keys_alone(qtbot: QtBot, asked: Asked) -> None:
    asked.consent()
    asked.sent(HOME)
    desk = open_needs(qtbot, asked)
    desk.find("referrals-list", RowList).rows()[0].setFocus()
    desk.key(Qt.Key.Key_Return)
    assert desk.focus() == "referral-act-yes"
    desk.key(Qt.Key.Key_Escape)
    assert not desk.sees("referral")

    desk.find("referrals-list", RowList).rows()[0].setFocus()
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Tab)
    assert desk.focus() == "referral-who"
    QTest.keyClicks(desk.view.window().focusWidget(), "Intake desk")
    desk.key(Qt.Key.Key_Return)

    assert row(desk)[1] == "Note the first meeting"
    found = desk.find("referrals-list", RowList).rows()[0].objectName()
    assert desk.focus() == found


def test_a_no_asks_for_its_reason_and_ends_it(qtbot: QtBot, asked: Asked) -> None:
    asked.consent()
    asked.sent(HOME)
    desk = open_needs(qtbot, asked)
    press_row(desk)
    desk.press("referral-act-no")
    desk.press("needs-do")
    assert desk.errors() == ["Choose why it ends."]

    desk.press("referral-reason-no-room")
    desk.press("needs-do")

    assert "Said no: No room there" in row(desk)[0]
    assert row(desk)[1] == ""


def test_after_the_consent_was_taken_back_the_partner_is_to_be_told(
    qtbot: QtBot, asked: Asked
) -> None:
    consent = asked.consent()
    asked.sent(HOME)
    withdraw_consent(asked.work, asked.ref, consent.consent_id, "said so by phone")
    desk = open_needs(qtbot, asked)

    where, act = row(desk)
    assert "The person took this consent back. The partner is to be told." in where
    assert act == "Tell the partner"
    press_row(desk)
    group = desk.find("referral-act", OptionGroup)
    closed = [each.item.key for each in group.rows() if each.item.closed_reason]
    assert closed == ["yes"]
    desk.press("referral-act-cancel")
    desk.press("referral-reason-no-consent")
    desk.press("needs-do")
    assert "Ended: The consent holds no longer" in row(desk)[0]


def test_a_no_since_leads_to_the_end_where_there_is_no_telling_to_note(
    qtbot: QtBot, asked: Asked
) -> None:
    asked.consent()
    asked.sent(HOME)
    asked.bench.clock.advance(60)
    asked.decline()
    desk = open_needs(qtbot, asked)

    where, act = row(desk)

    assert sentence("consent-gate.declined-since") in where
    assert act == "End it"


def test_after_the_days_of_the_site_it_is_due_in_plain_words(qtbot: QtBot, asked: Asked) -> None:
    asked.consent()
    asked.sent(HOME)
    asked.bench.clock.advance(3 * DAY)

    desk = open_needs(qtbot, asked)

    where, _act = row(desk)
    assert "Asked 3 days ago by phone, nobody has said yes" in where
    assert "due since" in where


def test_what_is_known_in_private_only_is_not_told_by_a_referral(
    qtbot: QtBot, asked: Asked
) -> None:
    note_need(asked.work, asked.ref, "intimate-partner-violence", NeedState.IDENTIFIED)
    asked.consent()
    asked.sent("intimate-partner-violence")
    desk = open_needs(qtbot, asked)
    assert not desk.sees("referrals-list")
    desk.press("referrals-add")
    assert "intimate-partner-violence" not in need_keys(desk)
    desk.key(Qt.Key.Key_Escape)

    desk.press("needs-list-hidden")

    assert desk.sees("referrals-list")
    desk.press("referrals-add")
    options = {row.item.key: row.item for row in desk.find(NEEDS, OptionGroup).rows()}
    assert options["intimate-partner-violence"].hint == (
        "Known in private only. Ask the person before it is told."
    )
    assert options[HOME].hint == ""


def test_without_a_need_there_is_nobody_to_ask(qtbot: QtBot, bench: Bench) -> None:
    desk = open_needs(qtbot, asked_of(bench))

    assert desk.sees("needs-empty")
    assert not desk.sees("referrals")


def test_in_spanish_the_refusal_and_the_steps_are_whole(qtbot: QtBot, asked: Asked) -> None:
    desk = open_needs(qtbot, asked, "es")
    desk.press("referrals-add")
    desk.press(f"new-referral-needs-{HOME}")
    says = choose_partner(desk)

    assert says == sentence("refer.not-yet", "es", why=sentence("consent-gate.never-asked", "es"))
    desk.press("needs-do")
    assert row(desk)[1] == "Pedir el consentimiento"


@pytest.mark.parametrize(
    ("language", "tokens", "scale"),
    [("en", LIGHT, 1.0), ("es", DARK, 1.0), ("es", LIGHT, 2.0)],
)
@pytest.mark.parametrize("task", ["", "referrals-add", "row"])
def test_the_referrals_hold_in_every_look(
    qapp: QApplication,
    qtbot: QtBot,
    asked: Asked,
    language: str,
    tokens: object,
    scale: float,
    task: str,
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    asked.consent()
    asked.sent(HOME)
    asked.draft(TALK)
    desk = open_needs(qtbot, asked, language)

    if task == "row":
        press_row(desk)
        desk.press("referral-act-yes")
    elif task:
        desk.press(task)
        desk.press(f"new-referral-needs-{HOME}")

    assert audit_window(desk.view.window()) == []
