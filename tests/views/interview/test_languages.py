"""The languages of an interview: only those in which the form is complete can be chosen."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.forms.questionnaire import Questionnaire
from desktop.views.editors.language_mode import LanguageMode
from tests.forms.form_makers import form, item, spanish
from tests.services.bench import Bench
from tests.views.interview.form_desk import open_any_form

ENGLISH_ONLY = form(item("a", "string"))
BOTH = form(item("a", "string", _text=spanish("Texto")), _title=spanish("Prueba"))
WITH_HOLES = form(
    item("a", "string", _text=spanish("Texto")), item("b", "string"), _title=spanish("Prueba")
)


@pytest.mark.parametrize(
    ("asked", "is_offered", "mode"),
    [
        (BOTH, True, LanguageMode.BOTH),
        (ENGLISH_ONLY, False, LanguageMode.ENGLISH),
        (WITH_HOLES, False, LanguageMode.ENGLISH),
    ],
)
def test_a_language_is_offered_only_where_the_form_is_complete_in_it(
    qtbot: QtBot, bench: Bench, asked: Questionnaire, is_offered: bool, mode: LanguageMode
) -> None:
    desk = open_any_form(qtbot, bench, asked, language="es")

    assert desk.view.head.languages.isVisibleTo(desk.view) is is_offered
    assert desk.running.interview.mode is mode


@pytest.mark.parametrize(("asked", "is_offered"), [(BOTH, True), (WITH_HOLES, False)])
def test_a_narrow_screen_offers_no_other_language_either(
    qtbot: QtBot, bench: Bench, asked: Questionnaire, is_offered: bool
) -> None:
    desk = open_any_form(qtbot, bench, asked, size=(800, 736))

    assert desk.view.compact.isVisibleTo(desk.view)
    assert desk.view.compact.languages.isVisibleTo(desk.view) is is_offered
