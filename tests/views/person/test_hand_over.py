"""A case is handed over from its page: asked, password, file; then the page says where it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.records.audit_event import AuditAction
from desktop.records.form_record import FormKind
from desktop.services.open_form import open_form
from desktop.services.ports import EpisodeRef
from desktop.services.take_in_case import read_receipt, take_in_case, write_receipt
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.services.bench import NADIA, ROSA, TOMAS, Bench
from tests.services.filling import say
from tests.services.two_benches import Two, two_benches
from tests.support.qt_audit import audit_window
from tests.support.store_fixture import password_of
from tests.views.person.desk import Desk, open_person


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with two_benches(tmp_path) as made:
        yield made


@pytest.fixture
def ref(two: Two) -> EpisodeRef:
    return two.here.new_case()


def choose(desk: Desk, group: str, number: int = 0) -> None:
    """Press an option of a group."""
    from desktop.views.widgets.option_group import OptionGroup

    desk.press(desk.find(group, OptionGroup).rows()[number].objectName())


def save_to(desk: Desk, folder: Path) -> None:
    """Choose a folder in the system's dialog."""
    dialog = desk.find("hand-over-folder-dialog", QFileDialog)
    dialog.fileSelected.emit(str(folder))
    dialog.done(0)
    desk.rest()


def hand_over(desk: Desk, folder: Path) -> None:
    """All that is asked, then the folder."""
    desk.press("person-hand")
    choose(desk, "person-hand-over-where")
    choose(desk, "person-hand-over-reason")
    desk.type("person-hand-over-password", password_of(ROSA))
    desk.press("person-do")
    save_to(desk, folder)


def test_it_is_not_offered_where_no_other_workstation_is_known(qtbot: QtBot, bench: Bench) -> None:
    desk = open_person(qtbot, bench, bench.new_case())

    assert not desk.sees("person-hand")
    assert not desk.sees("person-away")


def test_the_case_goes_and_the_page_says_where_it_is(
    qtbot: QtBot, two: Two, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, two.here, ref)

    hand_over(desk, two.drive)

    assert len(list(two.drive.glob("*.handover"))) == 1
    assert desk.sees("person-away")
    assert "Handed over to Bedside Two" in desk.find("person-away", QWidget).accessibleName()
    assert "by Rosa Sample" in desk.find("person-away", QWidget).accessibleName()
    assert not desk.sees("person-log")
    assert not desk.sees("person-go")
    assert not desk.sees("person-hand")
    assert "take the file to Bedside Two" in desk.navigator.messages[-1].text


def test_a_draft_of_a_case_that_went_is_there_to_look_at_alone(
    qtbot: QtBot, two: Two, ref: EpisodeRef, tmp_path: Path
) -> None:
    rosa = two.here.work_as(ROSA)
    two.here.reach(ref)
    say(rosa, open_form(rosa, ref, FormKind.ASSESSMENT), "safety-now.safe-here", "yes")
    desk = open_person(qtbot, two.here, ref)
    assert desk.sees("person-draft-assessment-resume")

    hand_over(desk, tmp_path)

    assert desk.sees("person-draft-assessment-look")
    noting = ("person-room-note", "person-report-step", "person-report-undo")
    assert not any(desk.sees(name) for name in noting)
    assert not desk.sees("person-draft-assessment-resume")
    assert not desk.sees("person-draft-assessment-discard")


def test_what_is_missing_is_said_and_nothing_goes(qtbot: QtBot, two: Two, ref: EpisodeRef) -> None:
    desk = open_person(qtbot, two.here, ref)
    desk.press("person-hand")
    desk.press("person-do")

    assert desk.errors() == ["Choose one.", "Choose one.", "Type your password."]
    assert desk.view.findChild(QFileDialog) is None


def test_a_wrong_password_is_said_at_its_field_and_the_case_stays(
    qtbot: QtBot, two: Two, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, two.here, ref)
    desk.press("person-hand")
    choose(desk, "person-hand-over-where")
    choose(desk, "person-hand-over-reason")
    desk.type("person-hand-over-password", "not that one at all")
    desk.press("person-do")
    save_to(desk, two.drive)

    assert len(desk.errors()) == 1
    assert list(two.drive.glob("*.handover")) == []
    assert not desk.sees("person-away")


def test_it_is_taken_back_with_a_reason(qtbot: QtBot, two: Two, ref: EpisodeRef) -> None:
    two.give(ref)
    desk = open_person(qtbot, two.here, ref)

    desk.press("person-away-take-back")
    choose(desk, "person-take-back-reason")
    desk.press("person-do")

    assert not desk.sees("person-away")
    assert desk.sees("person-hand")
    assert desk.sees("person-go")
    assert desk.sees("person-room-note")
    assert desk.sees("person-report-step")


def test_once_confirmed_only_a_manager_says_that_the_other_is_lost(
    qtbot: QtBot, two: Two, ref: EpisodeRef
) -> None:
    done = two.give(ref)
    tomas = two.there.work_as(TOMAS)
    take_in_case(tomas, done.file)
    read_receipt(two.here.work_as(ROSA), write_receipt(tomas, done.letter, two.drive))

    desk = open_person(qtbot, two.here, ref)

    assert desk.sees("person-away")
    assert not desk.sees("person-away-take-back")
    nadia = open_person(qtbot, two.here, ref, who=NADIA)
    nadia.press("person-away-take-back")
    choose(nadia, "person-take-back-reason")
    nadia.press("person-do")
    assert not nadia.sees("person-away")
    back = two.here.heard[-2]
    assert (back.action, back.detail) == (AuditAction.HAND_OVER_TAKEN_BACK, "other-lost")


def test_panel_and_bar_hold_in_every_look(
    qapp: QApplication, qtbot: QtBot, two: Two, ref: EpisodeRef
) -> None:
    away = two.here.new_case()
    two.give(away)
    problems: list[str] = []
    try:
        for language, tokens, scale in (("en", LIGHT, 1.0), ("es", DARK, 1.0), ("es", LIGHT, 2.0)):
            apply_theme(qapp, Theme(tokens, scale=scale))
            asked = open_person(qtbot, two.here, ref, language=language)
            asked.press("person-hand")
            gone = open_person(qtbot, two.here, away, language=language)
            for desk in (asked, gone):
                problems += audit_window(desk.view.window())
    finally:
        apply_theme(qapp, Theme(LIGHT))

    assert problems == []
