"""Who may know, on the person page: set, looked at again, lifted; said in the banner."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.messages import sentence
from desktop.records.audit_event import AuditAction
from desktop.records.confidential_status import AskedBy, LiftedWhy
from desktop.services.confidential_status import (
    REVIEW_DAYS,
    holding_status,
    lift_no_information,
    set_no_information,
    statuses_of,
)
from desktop.services.ports import EpisodeRef
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person
from tests.views.person.test_person_tasks import all_words, known

CTRL = Qt.KeyboardModifier.ControlModifier
BANNER = "person-banner-confidential"


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A new case with a name."""
    ref = bench.new_case()
    known(bench, ref)
    return ref


def test_a_new_case_is_as_usual_and_has_no_mark(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = open_person(qtbot, bench, ref)

    assert not desk.sees(BANNER)
    assert desk.sees("person-confidential-set")
    assert not desk.sees("person-confidential-lift")
    assert "Callers are answered as usual" in desk.words("person-confidential-words")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("asked_by", AskedBy)
def test_it_is_set_by_saying_who_asked(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, language: str, asked_by: AskedBy
) -> None:
    desk = open_person(qtbot, bench, ref, language=language)
    desk.press("person-confidential-set")
    desk.press(f"confidential-set-asked-{asked_by.value}")
    desk.press("person-do")

    status = holding_status(bench.work_as(ROSA), ref)
    assert status is not None
    assert status.asked_by is asked_by
    assert desk.words(BANNER) == sentence("confidential.mark", language)
    assert sentence("confidential.mark-full", language) in all_words(desk)
    assert sentence(f"asked-by.{asked_by.value}", language) in desk.words(
        "person-confidential-words"
    )


def test_nobody_is_chosen_for_whoever_asked(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = open_person(qtbot, bench, ref)
    desk.press("person-confidential-set")

    desk.press("person-do")

    assert desk.errors() == ["Say who asked for it."]
    assert desk.focus() == "confidential-set-asked-person"
    assert holding_status(bench.work_as(ROSA), ref) is None


def test_the_keyboard_alone_sets_and_lifts_it(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = open_person(qtbot, bench, ref)
    desk.press("person-confidential-set")
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return, CTRL)
    assert holding_status(bench.work_as(ROSA), ref) is not None

    desk.press("person-confidential-lift")
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Return, CTRL)
    assert holding_status(bench.work_as(ROSA), ref) is not None, "Enter lifts nothing"
    desk.press("person-do")

    assert holding_status(bench.work_as(ROSA), ref) is None
    assert not desk.sees(BANNER)


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = open_person(qtbot, bench, ref)
    desk.press("person-confidential-set")
    desk.press("confidential-set-asked-police")
    desk.key(Qt.Key.Key_Escape)

    assert statuses_of(bench.work_as(ROSA), ref) == ()


def test_a_review_that_is_owed_is_said_and_one_press_does_it(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    set_no_information(bench.work_as(ROSA), ref, AskedBy.PERSON)
    desk = open_person(qtbot, bench, ref)
    assert not desk.sees("person-confidential-due")
    bench.clock.advance(timedelta(days=REVIEW_DAYS).total_seconds())
    later = open_person(qtbot, bench, ref)
    assert "Look at it again" in all_words(later)

    later.press("person-confidential-review")

    assert not later.sees("person-confidential-due")
    assert "Rosa Sample" in later.words("person-confidential-words")
    assert AuditAction.CONFIDENTIAL_REVIEWED in bench.actions()


def test_a_reason_is_asked_before_it_is_lifted(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    set_no_information(bench.work_as(ROSA), ref, AskedBy.PERSON)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-confidential-lift")
    desk.press("person-do")
    assert desk.errors() == ["Choose a reason."]

    desk.press("confidential-lift-reason-left-hospital")
    desk.press("person-do")

    (status,) = statuses_of(bench.work_as(ROSA), ref)
    assert status.lifted_why is LiftedWhy.LEFT_HOSPITAL


def test_lifted_meanwhile_is_said_and_nothing_is_changed(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    work = bench.work_as(ROSA)
    set_no_information(work, ref, AskedBy.PERSON)
    desk = open_person(qtbot, bench, ref)
    lift_no_information(work, ref, LiftedWhy.NOT_NEEDED)

    desk.press("person-confidential-review")

    failed = [one for one in desk.navigator.errors if isinstance(one, KnownError)]
    assert [one.message_id for one in failed] == ["confidential.not-set"]


def test_no_name_and_no_status_stands_in_a_title(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    set_no_information(bench.work_as(ROSA), ref, AskedBy.PERSON)
    desk = open_person(qtbot, bench, ref)

    said = " ".join([desk.navigator.title, desk.view.window().windowTitle()])
    assert "Oscar" not in said
    assert "information" not in said.lower()


@pytest.mark.parametrize("press", ["", "person-confidential-lift"])
def test_the_card_and_its_tasks_are_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, qapp: QApplication, press: str
) -> None:
    set_no_information(bench.work_as(ROSA), ref, AskedBy.PERSON)
    problems: list[str] = []
    desks: list[Desk] = []

    for tokens, scale, language in ((LIGHT, 1.0, "en"), (DARK, 2.0, "es")):
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_person(qtbot, bench, ref, size=(1366, 4000), language=language)
        if press:
            desk.press(press)
        problems += [f"{scale}: {one}" for one in audit_window(desk.view)]
        desks.append(desk)

    assert problems == []
