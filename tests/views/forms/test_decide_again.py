"""What was decided about a loaded form is shown, and decided anew, in both languages."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.records.form_conditions import FormConditions
from desktop.services.list_forms import list_forms
from tests.forms.known.instrument_forms import nine
from tests.services.bench import ADMIN, Bench
from tests.services.loaded_forms import sleep_form
from tests.support.qt_audit import audit_window
from tests.views.forms.desk import give, open_forms, shown, view_of
from tests.views.person.desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(desk: Desk, bench: Bench) -> None:
    """The panel of the one form that is loaded."""
    desk.press(f"forms-list-{list_forms(bench.work_as(ADMIN))[0].form.content_hash}")


def decided(bench: Bench) -> FormConditions | None:
    """What is kept of it."""
    found = list_forms(bench.work_as(ADMIN))[0].conditions
    return found and replace(found, since=None)


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "Known instrument: PHQ-9\n18 years or older", "21 to 64 years"),
        ("es", "Instrumento conocido: PHQ-9\n18 años o más", "De 21 a 64 años"),
    ],
)
def test_ages_are_decided_anew(
    qtbot: QtBot, bench: Bench, tmp_path: Path, language: str, before: str, after: str
) -> None:
    desk = open_forms(qtbot, bench, language=language)
    give(desk, tmp_path, check=nine())
    desk.key(Qt.Key.Key_Return, CONTROL)
    opened(desk, bench)
    assert before in shown(desk)

    desk.press("loaded-form-decide")
    assert desk.focus() == "form-known-instrument"
    assert audit_window(desk.view) == []
    fields = view_of(desk).decide().known
    assert (fields.from_age.value(), fields.adds_up.chosen_key()) == ("18", "yes")
    fields.from_age.set_value("21")
    fields.to_age.set_value("64")
    desk.key(Qt.Key.Key_Return, CONTROL)

    assert decided(bench) == FormConditions("phq-9", 21, 64, adds_up=True)
    opened(desk, bench)
    assert after in shown(desk)
    desk.press("loaded-form-decide")
    own = {"en": "Your hospital decided so.", "es": "Así lo decidió su hospital."}[language]
    assert shown(desk).count(own) == 2


def test_a_form_without_codes_is_named_later_unless_its_rights_are_not_free(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    desk = open_forms(qtbot, bench)
    give(desk, tmp_path, sleep=sleep_form())
    desk.key(Qt.Key.Key_Return, CONTROL)
    opened(desk, bench)
    desk.press("loaded-form-decide")
    fields = view_of(desk).decide().known
    for key in ("hits", "gad-7"):
        fields.instrument.setCurrentIndex(fields.instrument.findData(key))
        fields.instrument.activated.emit(fields.instrument.currentIndex())
        desk.key(Qt.Key.Key_Return, CONTROL)
        if key == "hits":
            assert "The rights to HITS are not free" in fields.instrument_row.error
            assert decided(bench) is None

    assert decided(bench) == FormConditions("gad-7", 18)
