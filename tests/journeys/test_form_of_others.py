"""A form of others in the real window: loaded, begun, interrupted, resumed as it was, signed."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.list_forms import list_forms
from desktop.services.ports import FormStanding
from desktop.views.forms.forms_view import FormsView
from tests.journeys.pages import InterviewPage, PersonPage, ReviewPage, WorklistPage
from tests.services.bench import ADMIN, NADIA, ROSA
from tests.services.loaded_forms import Json, data_of, sleep_form
from tests.support.journey import Traveller, open_traveller
from tests.support.window_parts import Workstation

COPYRIGHT = "Copyright Invented Press. Free for hospitals that ask."


def load_and_offer(at: Traveller, path: Path, form: Json) -> None:
    """The administrator loads a file, confirms its licence and makes it current."""
    path.write_bytes(data_of(form))
    at.press("rail-forms")
    at.opened.until(lambda: at.hands.sees("forms-load"))
    view = at.opened.window.findChild(FormsView)
    assert view is not None
    view.paths_given.emit((path,))
    at.write("form-import-confirmed-by", "Pat Example, library")
    at.press("forms-do")
    at.until_seen("is loaded")
    newest = list_forms(at.work)[0].form.content_hash
    at.press(f"forms-list-{newest}")
    at.press("forms-do")
    at.until_seen("is current")


def test_a_form_of_others_is_loaded_filled_and_signed_in_one_version(
    station: Workstation, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    at = open_traveller(station, qtbot, qapp)
    interview, person, review = InterviewPage(at), PersonPage(at), ReviewPage(at)
    at.sign_in(ADMIN)
    load_and_offer(at, tmp_path / "sleep.json", sleep_form(copyright=COPYRIGHT))

    at.change_to(ROSA)
    alias = WorklistPage(at).add_case("ED 4")
    at.hands.press_row("person-forms-", "Sleep diary")
    at.until_seen("Did you sleep? (1.0.0)")
    interview.answer("slept", "yes")

    at.change_to(ADMIN)
    load_and_offer(at, tmp_path / "sleep.json", sleep_form("2.0.0", copyright=COPYRIGHT))
    standings = {one.form.version: one.standing for one in list_forms(at.work)}
    assert standings == {"1.0.0": FormStanding.LOADED, "2.0.0": FormStanding.CURRENT}

    at.change_to(ROSA)
    at.until_seen("Did you sleep? (1.0.0)")
    interview.complete()
    person.send_to_review()

    at.change_to(NADIA)
    review.open_first()
    assert alias in at.opened.shown_words()
    assert "Did you sleep? (1.0.0)" in at.opened.shown_words()
