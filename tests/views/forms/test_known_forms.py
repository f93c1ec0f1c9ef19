"""Loading a form of a known instrument: proposed, decided by keyboard, wrong entries kept."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.records.form_conditions import FormConditions
from desktop.services.form_conditions import form_conditions
from desktop.services.list_forms import list_forms
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.forms.known.instrument_forms import Json, form_of, nine, total, weighed
from tests.services.bench import ADMIN, Bench
from tests.services.loaded_forms import sleep_form
from tests.support.qt_audit import audit_window
from tests.views.forms.desk import give, open_forms, shown, view_of
from tests.views.person.desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


def decided(bench: Bench) -> FormConditions | None:
    """What was decided about the one form that is loaded."""
    admin = bench.work_as(ADMIN)
    (card,) = list_forms(admin)
    found = form_conditions(admin, card.form.content_hash)
    return found and replace(found, since=None)


def pick(desk: Desk, key: str) -> None:
    """Pick an instrument as a user does."""
    picker = view_of(desk).importing.known.instrument
    picker.setCurrentIndex(picker.findData(key))
    picker.activated.emit(picker.currentIndex())
    desk.rest()


def eight() -> Json:
    """A question too few."""
    form = nine()
    form["item"].pop()
    return form


def hits() -> Json:
    """An instrument whose rights are not free, by the codes of its questions."""
    codes = ("95618-5", "95617-7", "95616-9", "95615-1")
    return form_of(*(weighed(f"q{at}", (1, 2, 3, 4, 5), code) for at, code in enumerate(codes)))


@pytest.mark.parametrize(
    ("language", "found", "source"),
    [
        ("en", "Recognized by a LOINC code", "Source: https://"),
        ("es", "Reconocido por un código LOINC", "Fuente: https://"),
    ],
)
def test_what_is_known_is_proposed_with_its_source_and_loaded_by_keyboard(
    qtbot: QtBot, bench: Bench, tmp_path: Path, language: str, found: str, source: str
) -> None:
    desk = open_forms(qtbot, bench, language=language)
    give(desk, tmp_path, check=nine())
    fields = view_of(desk).importing.known

    assert fields.instrument.picked_key() == "phq-9"
    assert found in shown(desk)
    assert source in shown(desk)
    assert (fields.from_age.value(), fields.to_age.value()) == ("18", "")

    desk.key(Qt.Key.Key_Return, CONTROL)

    assert decided(bench) == FormConditions("phq-9", 18, adds_up=True)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "This form has 8 questions with points; PHQ-9 has 9."),
        ("es", "Este formulario tiene 8 preguntas con puntos; PHQ-9 tiene 9."),
    ],
)
def test_a_form_that_differs_from_its_instrument_is_told(
    qtbot: QtBot, bench: Bench, tmp_path: Path, language: str, words: str
) -> None:
    desk = open_forms(qtbot, bench, language=language)
    give(desk, tmp_path, check=eight())

    assert words in shown(desk)


def test_what_is_typed_wrong_stays_and_is_told_below_its_field(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)
    give(desk, tmp_path, check=nine())
    fields = view_of(desk).importing.known
    fields.to_age.set_value("twelve")
    desk.key(Qt.Key.Key_Return, CONTROL)
    assert (desk.focus(), fields.to_age.value()) == ("form-known-to-age", "twelve")
    assert "This is not a whole number." in fields.to_row.error

    fields.to_age.set_value("12")
    desk.key(Qt.Key.Key_Return, CONTROL)
    assert "The ages do not fit" in fields.from_row.error
    assert list_forms(bench.work_as(ADMIN)) == ()

    fields.from_age.set_value("11")
    desk.key(Qt.Key.Key_Return, CONTROL)
    assert decided(bench) == FormConditions("phq-9", 11, 12, adds_up=True)


def test_the_total_is_worked_out_here_only_where_that_was_decided(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)
    give(desk, tmp_path, check=nine())
    fields = view_of(desk).importing.known
    assert "9 questions would be added up, from 0 to 27" in shown(desk)

    fields.adds_up.button("no").click()
    desk.key(Qt.Key.Key_Return, CONTROL)

    assert decided(bench) == FormConditions("phq-9", 18)


def test_a_form_with_a_formula_of_its_own_is_not_added_up_and_says_so(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)
    give(desk, tmp_path, check=nine(total()))

    assert not view_of(desk).importing.known.adds_up.isVisible()
    assert "by a formula of its own, which is kept" in shown(desk)
    desk.key(Qt.Key.Key_Return, CONTROL)
    assert decided(bench) == FormConditions("phq-9", 18)


def test_rights_that_are_not_free_ask_who_confirms_without_a_notice_in_the_form(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)
    give(desk, tmp_path, check=hits())
    panel = view_of(desk).importing
    assert panel.confirmed_row.isVisible()
    assert desk.focus() == "form-known-instrument"
    desk.key(Qt.Key.Key_Return, CONTROL)
    assert "The rights to HITS are not free" in panel.confirmed_row.error
    assert desk.focus() == "form-import-confirmed-by"

    desk.type("form-import-confirmed-by", "Pat Example, library")
    desk.key(Qt.Key.Key_Return, CONTROL)

    assert decided(bench) == FormConditions("hits", 18, adds_up=True)


def test_an_instrument_picked_by_hand_brings_its_ages_and_its_rights(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)
    give(desk, tmp_path, check=sleep_form())
    panel = view_of(desk).importing
    assert panel.known.instrument.picked_key() == "none"
    assert not panel.known.from_age.isVisible()
    assert not panel.confirmed_row.isVisible()

    pick(desk, "crafft")
    ages = (panel.known.from_age.value(), panel.known.to_age.value())
    assert (ages, panel.confirmed_row.isVisible()) == (("12", "21"), True)

    pick(desk, "none")
    assert not panel.confirmed_row.isVisible()
    desk.key(Qt.Key.Key_Return, CONTROL)
    assert decided(bench) is None


def test_codes_ask_for_the_rights_although_another_instrument_is_picked(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)
    give(desk, tmp_path, check=hits())

    pick(desk, "phq-9")

    assert view_of(desk).importing.confirmed_row.isVisible()


def test_a_form_that_is_here_already_asks_nothing(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)
    give(desk, tmp_path, check=nine())
    desk.key(Qt.Key.Key_Return, CONTROL)

    give(desk, tmp_path, check=nine())

    assert not view_of(desk).importing.known.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_fields_can_be_read_and_reached(
    qapp: QApplication,
    qtbot: QtBot,
    bench: Bench,
    tmp_path: Path,
    scale: float,
    tokens: Tokens,
    language: str,
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    try:
        desk = open_forms(qtbot, bench, language=language)
        give(desk, tmp_path, check=eight())

        assert audit_window(desk.view) == []
    finally:
        apply_theme(qapp, Theme(LIGHT, 1.0))
