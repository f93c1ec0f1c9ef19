"""A known instrument in the real window, in both languages: proposed, decided, added up."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.records.form_conditions import FormConditions
from desktop.services.form_conditions import form_conditions
from desktop.services.site_alerts import site_alerts
from desktop.settings import Settings, SettingsFile
from desktop.views.forms.forms_view import FormsView
from tests.forms.known.instrument_forms import nine
from tests.journeys.english_words import english_in
from tests.journeys.pages import InterviewPage, PersonPage, ReviewPage, WorklistPage
from tests.services.bench import ADMIN, NADIA, ROSA
from tests.services.loaded_forms import data_of
from tests.support.journey import Traveller, open_traveller
from tests.support.window_parts import Workstation

HASH = hashlib.sha256(data_of(nine())).hexdigest()
WORDS = {
    "site-alert-text-en": "Call psychiatry.",
    "site-alert-text-es": "Llame al equipo.",
    "site-alert-call": "Psychiatry on call, 555-0101",
}


def nothing_english(at: Traveller, language: str) -> None:
    """In Spanish no whole text of ours stands in English."""
    if language == "es":
        assert english_in(at.opened.shown_words()) == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_an_instrument_is_loaded_alerts_and_is_added_up_for_the_reviewer(
    station: Workstation, qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: str
) -> None:
    SettingsFile(station.root / "settings").write(Settings(language=language))
    at = open_traveller(station, qtbot, qapp)
    at.sign_in(ADMIN)
    at.press("rail-forms")
    at.opened.until(lambda: at.hands.sees("forms-load"))
    view = at.opened.window.findChild(FormsView)
    assert view is not None
    path = tmp_path / "check.json"
    path.write_bytes(data_of(nine()))
    view.paths_given.emit((path,))
    at.until_seen(sentence("form-known.by-code", language))
    nothing_english(at, language)
    at.write("form-known-first-day", "0")
    at.press("forms-do")
    at.opened.until(lambda: bool(at.hands.names(f"forms-list-{HASH}")))
    at.press(f"forms-list-{HASH}")
    at.press("forms-do")
    found = form_conditions(at.work, HASH)
    assert found is not None
    assert found == FormConditions("phq-9", 18, None, 0, adds_up=True, since=found.since)

    at.press("rail-contacts")
    at.opened.until(lambda: bool(at.hands.names("proposed-alerts-1")))
    at.press("proposed-alerts-1")
    for name, text in WORDS.items():
        at.write(name, text)
    nothing_english(at, language)
    at.press("contacts-do")
    at.opened.until(lambda: bool(site_alerts(at.work)))
    (alert,) = site_alerts(at.work)

    at.change_to(ROSA)
    WorklistPage(at).add_case("ED 4", language, age="19")
    at.hands.press_row("person-forms-", "Invented check")
    interview = InterviewPage(at)
    at.until_seen("Invented question q1")
    for number in range(1, 10):
        interview.answer(f"q{number}", "a2")
    at.until_seen(alert.what_to_do.in_language(language))
    for part in ("who-contact-0", "how-phone", "when-now"):
        at.press(f"alert-{alert.code}-{part}")
    at.pick(f"alert-{alert.code}-said", "coming")
    at.press(f"alert-{alert.code}-record")
    # In the language of the questions that it adds up, as every word of an interview.
    at.until_seen(sentence("known.total-name", "en", name="PHQ-9"))
    if language == "en":
        interview.complete()
        PersonPage(at).send_to_review()

        at.change_to(NADIA)
        ReviewPage(at).open_first()
        at.until_seen("moderately severe")
