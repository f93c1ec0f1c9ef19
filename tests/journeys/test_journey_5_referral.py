"""Journeys 5 and 8: a referral waits for a yes, goes to the first meeting, and stops at a no."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.records.audit_event import AuditAction
from desktop.records.consent import ConsentType
from desktop.records.form_record import FormKind
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.settings import Settings, SettingsFile
from desktop.views.widgets.row_list import RowList
from tests.journeys.pages import ConsentsPage, PersonPage, WorklistPage
from tests.services.bench import ROSA
from tests.services.filling import completed
from tests.support.journey import Traveller, open_traveller
from tests.support.window_parts import Workstation

PARTNER = "Mothers United Against Violence"
HOME = "housing-instability"


def row(at: Traveller) -> RowList:
    """The list of referrals."""
    found = at.opened.window.findChild(RowList, "referrals-list")
    assert found is not None
    return found


def says(at: Traveller, *words: str) -> None:
    """Wait until the one referral says this."""
    at.opened.until(
        lambda: (
            at.hands.sees("referrals-list")
            and bool(row(at).rows())
            and all(one in row(at).rows()[0].item.words() for one in words)
        )
    )


def press_row(at: Traveller) -> None:
    """Open it."""
    at.press(row(at).rows()[0].objectName())


def begin(station: Workstation, bot: QtBot, app: QApplication, language: str) -> EpisodeRef:
    """A case whose person wants a place to live; the window speaks this language."""
    SettingsFile(station.root / "settings").write(Settings(language=language))
    work = station.bench.work_as(ROSA)
    ref = station.bench.new_case(ROSA)
    station.bench.reach(ref, ROSA)
    completed(work, ref, FormKind.ASSESSMENT, **{"what-you-need.housing": "yes"})
    return ref


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_partner_is_asked_under_a_yes_alone_and_a_no_stops_it(
    station: Workstation, qtbot: QtBot, qapp: QApplication, language: str
) -> None:
    ref = begin(station, qtbot, qapp, language)
    alias = read_person(station.bench.work_as(ROSA), ref).card.alias
    at = open_traveller(station, qtbot, qapp)
    at.sign_in(ROSA)
    WorklistPage(at).open_case(alias)

    PersonPage(at).open_step("needs")
    at.press("referrals-add")
    at.press(f"new-referral-needs-{HOME}")
    at.opened.until(lambda: at.hands.sees(f"new-referral-partner-{PARTNER}\n"))
    at.press(f"new-referral-partner-{PARTNER}\n")
    never = sentence("consent-gate.never-asked", language)
    chosen = at.hands.find(f"new-referral-partner-{PARTNER}\n")
    assert chosen.accessibleDescription() == sentence("refer.not-yet", language, why=never)
    at.press("needs-do")
    at.until_seen(sentence("refer.cannot-send", language))
    assert AuditAction.RELEASED not in station.bench.actions()

    at.press("referral-consent")
    consents = ConsentsPage(at, ref)
    at.opened.until(lambda: at.hands.sees("consent-sign"))
    consents.sign("Alma Invented")
    at.opened.until(lambda: not at.hands.sees("consent-sign"))
    consents.back()
    PersonPage(at).open_step("needs")
    says(at, PARTNER, sentence("refer.next.send", language))
    press_row(at)
    at.press("referral-act-send")
    at.press("referral-how-at-bedside")
    at.press("needs-do")
    how = sentence("refer.how-in.at-bedside", language)
    says(at, sentence("refer.asked.today", language, how=how, days=0))
    assert AuditAction.RELEASED in station.bench.actions()

    press_row(at)
    at.press("referral-act-yes")
    at.write("referral-who", "Intake, invented")
    at.press("needs-do")
    says(at, sentence("refer.next.met", language))

    station.bench.clock.advance(200)
    at.opened.key(Qt.Key.Key_Shift)
    at.press("needs-top-back")
    PersonPage(at).open_step("consent")
    consents.open(ConsentType.RELEASE, PARTNER)
    at.press("consent-withdraw")
    at.press("consent-how-in-person")
    at.press("consent-withdraw-now")
    at.opened.until(lambda: at.hands.sees("consent-told-by-phone"))
    consents.back()
    at.until_seen(sentence("person-next.referrals.title", language))
    at.press("person-go")
    withdrawn = sentence("consent-gate.withdrawn", language)
    says(at, sentence("refer.stopped.to-tell", language, why=withdrawn))
    press_row(at)
    at.until_seen(sentence("refer.cannot-go-on", language))
    at.press("referral-consent")
    at.press("consent-told-by-phone")
    consents.back()
    PersonPage(at).open_step("needs")
    says(at, sentence("refer.stopped.told", language, why=withdrawn))
    press_row(at)
    at.press("referral-act-cancel")
    at.press("referral-reason-no-consent")
    at.press("needs-do")
    reason = sentence("refer.reason.no-consent", language)
    says(at, sentence("refer.stands.ended", language, reason=reason))
