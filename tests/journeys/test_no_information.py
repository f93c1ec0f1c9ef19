"""No caller is told: from the bed to the desk, in the real window, in both languages."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import LANGUAGES, sentence
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.consent import ConsentMode, ConsentType
from desktop.services.confidential_status import holding_status
from desktop.services.consent_document import consent_document, default_scope
from desktop.services.find_case import case_of_alias
from desktop.services.identity import read_identity
from desktop.services.log_attempt import NewAttempt, log_attempt
from desktop.services.may_know import kept_may_know
from desktop.services.ports import EpisodeRef
from desktop.services.sign_consent import sign_consent
from desktop.settings import Settings, SettingsFile
from tests.journeys.packet_pages import ComposerPage, DeskPage
from tests.journeys.pages import ConsentsPage, PersonPage, WorklistPage
from tests.services.bench import DESK, NADIA, ROSA
from tests.services.filling import completed
from tests.services.test_consents import INK
from tests.support.journey import Traveller, open_traveller
from tests.support.window_parts import Workstation

NAME, AUNT, HANDLE = "Oscar Invented", "Fern Invented", "oscar.invented"


@pytest.fixture(params=LANGUAGES)
def at(
    station: Workstation, request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication
) -> Traveller:
    """Rosa at her worklist in English, and again in Spanish."""
    SettingsFile(station.root / "settings").write(Settings(language=request.param))
    traveller = open_traveller(station, qtbot, qapp)
    traveller.sign_in(ROSA)
    return traveller


def say(at: Traveller, message_id: str) -> str:
    """A sentence in the language of the window."""
    return sentence(message_id, at.opened.window.language)


def name_person(at: Traveller) -> None:
    """Legal name and a handle that is safe to write to."""
    for press in ("person-identity-show", "person-identity-edit"):
        at.press(press)
    at.write("identity-name", NAME)
    for press in ("identity-add", "identity-add-kind-social-handle", "identity-social-safe-write"):
        at.press(press)
    at.write("identity-social-number", HANDLE)
    at.press("person-do")
    at.opened.until(lambda: not at.hands.sees("person-do"))


def name_aunt(at: Traveller) -> None:
    """Who may be told."""
    for press in ("person-may-know-show", "person-may-know-edit", "may-know-add"):
        at.press(press)
    at.write("may-know-1-name", AUNT)
    at.press("may-know-1-may-told")
    at.press("person-do")
    at.opened.until(lambda: not at.hands.sees("person-do"))


def set_quiet(at: Traveller) -> None:
    """Nobody is told, because the person asked."""
    for press in ("person-confidential-set", "confidential-set-asked-person", "person-do"):
        at.press(press)
    at.opened.until(lambda: at.hands.sees("person-banner-confidential"))


def agree_to_letter(at: Traveller, ref: EpisodeRef) -> None:
    """Reached, asked, and a signed yes to a letter to the first partner."""
    work = at.work
    log_attempt(work, ref, NewAttempt(AttemptMode.BEDSIDE, AttemptOutcome.ENGAGED))
    completed(work, ref)
    scope = default_scope(work, work.library.partners()[0])
    document = consent_document(work, ref, ConsentType.RELEASE, scope, "en")
    sign_consent(
        work, ref, document, mode=ConsentMode.SIGNED, printed_name=NAME, signature=INK, witness=""
    )


def test_no_caller_is_told_from_the_bed_to_the_desk(station: Workstation, at: Traveller) -> None:
    titles: list[str] = []
    at.opened.window.windowTitleChanged.connect(titles.append)
    alias = WorklistPage(at).add_case("ED 7")
    ref = case_of_alias(at.work, alias)
    name_person(at)
    name_aunt(at)
    set_quiet(at)
    assert say(at, "confidential.mark") in at.words_of("person-banner-confidential")
    assert [one.name for one in kept_may_know(at.work, ref)] == [AUNT]
    assert read_identity(at.work, ref).contacts[0].safe_to_text

    PersonPage(at).open_step("consent")
    at.opened.until(lambda: at.hands.sees("consent-banner-confidential"))
    ConsentsPage(at, ref).back()
    agree_to_letter(at, ref)
    PersonPage(at).open_step("packet")
    composer = ComposerPage(at)
    composer.until_made()
    composer.toggle("letter-1")
    composer.send()
    at.until_seen(say(at, "confidential.name.why"))
    composer.allow_name()

    at.change_to(NADIA)
    at.press("rail-worklist")
    rows = [at.hands.find(name).accessibleName() for name in WorklistPage(at).case_rows(alias)]
    assert any(say(at, "confidential.mark") in row for row in rows)
    assert not any(NAME in row or AUNT in row for row in rows)

    at.change_to(DESK)
    (ready,) = DeskPage(at).ready()
    assert alias in ready
    DeskPage(at).print()
    (printed,) = [one for one in at.hands.names("desk-printed-") if not one.endswith("-panel")]
    at.press(printed)
    at.press("desk-hand-over")
    assert at.hands.sees("desk-person-only")

    said = " ".join([*titles, *(job.job_name for job in station.printers.jobs)])
    assert alias in said
    assert not [secret for secret in (NAME, AUNT, HANDLE) if secret in said]


def test_lifted_with_a_reason_the_mark_is_gone(at: Traveller) -> None:
    alias = WorklistPage(at).add_case("ED 7")
    ref = case_of_alias(at.work, alias)
    set_quiet(at)

    at.press("person-confidential-lift")
    at.press("confidential-lift-reason-not-needed")
    at.press("person-do")

    at.opened.until(lambda: not at.hands.sees("person-banner-confidential"))
    assert holding_status(at.work, ref) is None
