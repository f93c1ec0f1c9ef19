"""Taking in a case from the worklist: the file, what is in it, then it is in the list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.take_in_case import take_in_case, write_receipt
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.services.bench import ROSA, TOMAS, Bench
from tests.services.two_benches import Two, two_benches
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_worklist
from tests.views.worklist.test_find import look_for


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with two_benches(tmp_path) as made:
        yield made


@pytest.fixture
def ref(two: Two) -> EpisodeRef:
    return two.here.new_case()


def choose_file(desk: Desk, file: Path) -> None:
    """Press the button and choose in the system's dialog."""
    desk.press("worklist-take-in")
    dialog = desk.find("hand-over-file-dialog", QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.done(0)
    desk.rest()


def shown_words(desk: Desk) -> str:
    """Everything that stands on the screen."""
    labels = desk.view.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def test_it_is_not_offered_where_no_other_workstation_is_known(qtbot: QtBot, bench: Bench) -> None:
    assert not open_worklist(qtbot, bench).sees("worklist-take-in")


def test_a_file_is_checked_first_and_taken_in_after_a_yes(
    qtbot: QtBot, two: Two, ref: EpisodeRef
) -> None:
    done = two.give(ref)
    desk = open_worklist(qtbot, two.there, who=TOMAS)
    assert desk.sees("worklist-take-in")

    choose_file(desk, done.file)

    assert "From Bedside One, handed over by Rosa Sample" in shown_words(desk)
    assert two.there.work_as(TOMAS).session.records.persons() == ()
    desk.press("worklist-do")

    assert two.there.work_as(TOMAS).session.records.persons() == (ref.person_id,)
    (receipt,) = two.drive.glob("*.receipt")
    assert receipt.name in desk.navigator.messages[-1].text
    assert desk.navigator.opened == [("worklist",)]


def test_a_damaged_file_is_refused_in_one_sentence(qtbot: QtBot, two: Two, ref: EpisodeRef) -> None:
    done = two.give(ref)
    done.file.write_bytes(done.file.read_bytes()[:-1])
    desk = open_worklist(qtbot, two.there, who=TOMAS)

    choose_file(desk, done.file)

    assert [getattr(each, "message_id", "") for each in desk.navigator.errors] == [
        "hand-over.damaged"
    ]
    assert not desk.sees("worklist-take-in-panel")
    assert two.there.work_as(TOMAS).session.records.persons() == ()


def test_a_receipt_is_read_at_once(qtbot: QtBot, two: Two, ref: EpisodeRef) -> None:
    done = two.give(ref)
    tomas = two.there.work_as(TOMAS)
    take_in_case(tomas, done.file)
    receipt = write_receipt(tomas, done.letter, two.drive)
    desk = open_worklist(qtbot, two.here)

    choose_file(desk, receipt)

    assert "The other workstation has the case" in desk.navigator.messages[-1].text
    away = two.here.work_as(ROSA).session.hand_over_desk.away()
    assert away[ref.person_id].is_confirmed


def test_a_case_that_went_is_on_no_list_and_found_by_its_alias(
    qtbot: QtBot, two: Two, ref: EpisodeRef
) -> None:
    stays = two.here.new_case()
    alias = read_person(two.here.work_as(ROSA), ref).card.alias
    two.give(ref)

    desk = open_worklist(qtbot, two.here)

    assert desk.sees(f"worklist-eligible-{stays.episode_id}")
    assert not desk.sees(f"worklist-eligible-{ref.episode_id}")
    look_for(desk, alias)
    assert desk.sees(f"worklist-closed-{ref.episode_id}")
    assert not desk.sees("worklist-log")


def test_button_and_panel_hold_in_every_look(
    qapp: QApplication, qtbot: QtBot, two: Two, ref: EpisodeRef
) -> None:
    done = two.give(ref)
    problems: list[str] = []
    try:
        for language, tokens, scale in (("en", LIGHT, 1.0), ("es", DARK, 1.0), ("es", LIGHT, 2.0)):
            apply_theme(qapp, Theme(tokens, scale))
            desk = open_worklist(qtbot, two.there, language=language, who=TOMAS)
            problems += audit_window(desk.view)
            choose_file(desk, done.file)
            problems += audit_window(desk.view)
            desk.view.hide()
    finally:
        apply_theme(qapp, Theme(LIGHT, 1.0))

    assert problems == []
