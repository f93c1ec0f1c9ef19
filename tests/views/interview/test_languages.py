"""The languages of an interview: only those in which the form is complete can be chosen."""

from functools import partial

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.forms.questionnaire import Questionnaire
from desktop.views.editors.language_mode import LanguageMode, mode_of_form
from desktop.views.widgets.option_row import OptionRow
from tests.forms.form_makers import coding, form, group, item, spanish, translated
from tests.services.bench import Bench
from tests.support.qt_audit import settle
from tests.views.interview.desk import open_desk
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


@pytest.mark.parametrize(
    ("kept", "interface", "reader", "mode"),
    [
        ("", "en", "en", LanguageMode.ENGLISH),
        ("", "es", "es", LanguageMode.SPANISH),
        ("", "en", "es", LanguageMode.BOTH),
        ("", "es", "en", LanguageMode.BOTH_SPANISH_FIRST),
        ("both", "es", "es", LanguageMode.BOTH_SPANISH_FIRST),
        ("en", "es", "es", LanguageMode.ENGLISH),
        ("es", "en", "en", LanguageMode.SPANISH),
    ],
)
def test_both_stand_side_by_side_where_staff_and_the_person_read_another_until_somebody_chooses(
    kept: str, interface: str, reader: str, mode: LanguageMode
) -> None:
    assert mode_of_form(kept, interface, BOTH, reader) is mode


@pytest.mark.parametrize("reader", ["en", "es"])
@pytest.mark.parametrize("interface", ["en", "es"])
def test_an_interview_opens_in_what_staff_and_the_person_both_read(
    qtbot: QtBot, bench: Bench, reader: str, interface: str
) -> None:
    ref = bench.new_case(language=reader)

    desk = open_desk(qtbot, bench, ref=ref, language=interface)

    wanted = reader if reader == interface else "both"
    assert desk.view.head.languages.chosen_key() == wanted


@pytest.mark.parametrize(("asked", "is_offered"), [(BOTH, True), (WITH_HOLES, False)])
def test_a_narrow_screen_offers_no_other_language_either(
    qtbot: QtBot, bench: Bench, asked: Questionnaire, is_offered: bool
) -> None:
    desk = open_any_form(qtbot, bench, asked, size=(800, 736))

    assert desk.view.compact.isVisibleTo(desk.view)
    assert desk.view.compact.languages.isVisibleTo(desk.view) is is_offered


english = partial(translated, "en")
FROM_SPANISH = form(
    group(
        "casa",
        item(
            "dormir",
            "choice",
            text="¿Durmió bien?",
            _text=english("Did you sleep well?"),
            answerOption=[
                {"valueCoding": coding("si") | {"display": "Sí", "_display": english("Yes")}},
                {"valueCoding": coding("no") | {"display": "Nada", "_display": english("None")}},
            ],
        ),
        text="En casa",
        _text=english("At home"),
    ),
    language="es-MX",
    title="Sueño",
    _title=english("Sleep"),
)


@pytest.mark.parametrize(
    ("mode", "question", "yes"),
    [
        (LanguageMode.ENGLISH, ("Did you sleep well?", ""), ("Yes", "")),
        (LanguageMode.SPANISH, ("¿Durmió bien?", ""), ("Sí", "")),
        (LanguageMode.BOTH, ("Did you sleep well?", "¿Durmió bien?"), ("Yes", "Sí")),
        (LanguageMode.BOTH_SPANISH_FIRST, ("¿Durmió bien?", "Did you sleep well?"), ("Sí", "Yes")),
    ],
)
def test_a_form_written_in_spanish_is_shown_in_either_and_side_by_side(
    qtbot: QtBot,
    bench: Bench,
    mode: LanguageMode,
    question: tuple[str, str],
    yes: tuple[str, str],
) -> None:
    interface = mode.first if mode.is_both else "en"
    desk = open_any_form(qtbot, bench, FROM_SPANISH, language="es", interface=interface)

    desk.view.language_chosen.emit(mode.kept)
    settle(desk.view)

    assert desk.running.interview.mode is mode
    assert desk.view.head.languages.isVisibleTo(desk.view)
    head, row = desk.find("head-dormir"), desk.find("answer-dormir-si")
    assert isinstance(head, QLabel)
    assert isinstance(row, OptionRow)
    assert (head.text(), head.accessibleDescription()) == question
    assert (row.item.text, row.item.second) == yes
