"""Referrals that are due on the worklist: alias and what, and one press to the referrals."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.records.kinds import CONSENT
from desktop.services.withdraw_consent import withdraw_consent
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from desktop.views.widgets.list_row import ListRow
from tests.services.bench import Bench
from tests.services.referring import DAY, Asked, asked_of
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person, open_worklist


@pytest.fixture
def asked(bench: Bench) -> Asked:
    """Somebody who was reached, and whom a partner was asked for."""
    found = asked_of(bench)
    bench.reach(found.ref)
    found.consent()
    found.sent()
    return found


def due_row(desk: Desk, asked: Asked) -> ListRow:
    """The row of the referral among what is due."""
    return desk.find(f"worklist-due-referral-{asked.ref.episode_id}", ListRow)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "A partner has not answered for 3 days"),
        ("es", "Un socio no responde desde hace 3 días"),
    ],
)
def test_nobody_said_yes_is_due_by_alias_and_what_alone(
    qtbot: QtBot, asked: Asked, language: str, words: str
) -> None:
    asked.bench.clock.advance(3 * DAY)

    desk = open_worklist(qtbot, asked.bench, language=language)

    row = due_row(desk, asked).item
    assert row.second == words
    assert asked.partner not in row.words()


def test_enter_on_the_row_opens_the_referrals(qtbot: QtBot, asked: Asked) -> None:
    asked.bench.clock.advance(3 * DAY)
    desk = open_worklist(qtbot, asked.bench)

    due_row(desk, asked).setFocus()
    desk.key(Qt.Key.Key_Return)

    assert desk.navigator.opened[-1] == ("needs", asked.ref)


def test_the_next_act_on_the_person_page_leads_to_the_partner_to_be_told(
    qtbot: QtBot, asked: Asked
) -> None:
    (given,) = asked.work.session.records.list_newest(CONSENT, asked.ref.person_id)
    withdraw_consent(asked.work, asked.ref, given.record_id, "said so by phone")
    desk = open_person(qtbot, asked.bench, asked.ref)

    assert desk.words("person-next-title") == "Look at the referrals"
    assert desk.words("person-next-words") == "A consent ended: a partner is to be told"
    desk.press("person-go")
    assert desk.navigator.opened[-1] == ("needs", asked.ref)


def test_who_closes_the_case_reads_that_a_partner_still_waits(qtbot: QtBot, asked: Asked) -> None:
    desk = open_person(qtbot, asked.bench, asked.ref)

    desk.press("person-close")

    assert "have not met the person: 1." in desk.words("close-case-partners")


@pytest.mark.parametrize(("tokens", "scale"), [(DARK, 1.0), (LIGHT, 2.0)])
def test_the_rows_hold_in_every_look(
    qapp: QApplication, qtbot: QtBot, asked: Asked, tokens: object, scale: float
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    asked.bench.clock.advance(3 * DAY)

    desk = open_worklist(qtbot, asked.bench, language="es")

    assert audit_window(desk.view) == []
