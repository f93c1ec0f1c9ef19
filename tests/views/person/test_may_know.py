"""Who may be told, on the person page: hidden until asked for, named one at a time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.records.audit_event import AuditAction
from desktop.records.may_know import NamedPerson
from desktop.services.may_know import kept_may_know, save_may_know
from desktop.services.ports import EpisodeRef
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window
from tests.views.person.desk import Desk, open_person
from tests.views.person.test_person_tasks import all_words

AUNT = NamedPerson("Fern Invented", "aunt", may_be_told=True, may_visit=True)
BROTHER = NamedPerson("Reed Invented", "brother")


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A new case."""
    return bench.new_case()


def named(bench: Bench, ref: EpisodeRef, *people: NamedPerson) -> None:
    """These are kept."""
    save_may_know(bench.work_as(ROSA), ref, people)


def kept(bench: Bench, ref: EpisodeRef) -> tuple[NamedPerson, ...]:
    """What the store holds."""
    return kept_may_know(bench.work_as(ROSA), ref)


def edited(qtbot: QtBot, bench: Bench, ref: EpisodeRef, language: str = "en") -> Desk:
    """The panel of names."""
    desk = open_person(qtbot, bench, ref, language=language)
    desk.press("person-may-know-show")
    desk.press("person-may-know-edit")
    return desk


def test_no_name_is_shown_before_it_is_asked_for(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    named(bench, ref, AUNT)
    desk = open_person(qtbot, bench, ref)
    assert "Fern" not in all_words(desk)
    assert AuditAction.MAY_KNOW_READ not in bench.actions()

    desk.press("person-may-know-show")

    assert "Fern Invented, aunt" in all_words(desk)
    assert "May be told. May visit." in all_words(desk)
    assert AuditAction.MAY_KNOW_READ in bench.actions()


@pytest.mark.parametrize("language", ["en", "es"])
def test_with_nobody_named_it_says_what_that_means(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, language: str
) -> None:
    desk = open_person(qtbot, bench, ref, language=language)

    desk.press("person-may-know-show")

    assert sentence("may-know.nobody", language) in all_words(desk)


@pytest.mark.parametrize("language", ["en", "es"])
def test_names_are_added_one_at_a_time_with_what_each_may(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, language: str
) -> None:
    desk = edited(qtbot, bench, ref, language)
    desk.press("may-know-add")
    assert desk.focus() == "may-know-1-name"
    desk.type("may-know-1-name", "Fern Invented")
    desk.type("may-know-1-relation", "aunt")
    desk.press("may-know-1-may-told")
    desk.press("may-know-1-may-visit")
    desk.press("may-know-add")
    desk.type("may-know-2-name", "Reed Invented")
    desk.type("may-know-2-relation", "brother")
    desk.press("person-do")

    assert kept(bench, ref) == (AUNT, BROTHER)
    assert sentence("may-know.is.not-told", language) in all_words(desk)


def test_a_mark_without_a_name_asks_for_it_and_loses_nothing(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = edited(qtbot, bench, ref)
    desk.press("may-know-add")
    desk.press("may-know-1-may-told")
    desk.press("person-do")
    assert desk.errors() == ["Type the name."]
    assert desk.focus() == "may-know-1-name"

    desk.type("may-know-1-name", "Fern Invented")
    desk.press("person-do")

    assert kept(bench, ref) == (NamedPerson("Fern Invented", may_be_told=True),)


def test_an_entry_that_stayed_empty_is_left_out(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = edited(qtbot, bench, ref)
    desk.press("may-know-add")
    desk.press("person-do")

    assert kept(bench, ref) == ()


def test_somebody_taken_off_comes_back_until_it_is_saved(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    named(bench, ref, AUNT, BROTHER)
    desk = edited(qtbot, bench, ref)
    desk.press("may-know-1-remove")
    desk.press("may-know-1-remove")
    desk.press("may-know-2-remove")
    desk.press("person-do")

    assert kept(bench, ref) == (AUNT,)


def test_a_mark_is_taken_back(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    named(bench, ref, AUNT)
    desk = edited(qtbot, bench, ref)
    desk.press("may-know-1-edit")
    desk.press("may-know-1-may-visit")
    desk.press("person-do")

    assert kept(bench, ref) == (NamedPerson("Fern Invented", "aunt", may_be_told=True),)
    assert "May be told. May not visit." in all_words(desk)


def test_escape_keeps_what_was(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    named(bench, ref, AUNT)
    desk = edited(qtbot, bench, ref)
    desk.press("may-know-1-remove")
    desk.key(Qt.Key.Key_Escape)

    assert kept(bench, ref) == (AUNT,)


def test_the_keyboard_alone_names_somebody(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = open_person(qtbot, bench, ref)
    desk.find("person-may-know-show", QAbstractButton).setFocus()
    desk.key(Qt.Key.Key_Space)
    assert desk.focus() == "person-may-know-hide"
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_Space)
    assert desk.focus() == "may-know-add"
    desk.key(Qt.Key.Key_Space)
    desk.type("may-know-1-name", "Fern Invented")
    desk.key(Qt.Key.Key_Return)

    assert kept(bench, ref) == (NamedPerson("Fern Invented"),)


def test_a_covered_screen_hides_the_names_again(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    named(bench, ref, AUNT)
    desk = open_person(qtbot, bench, ref)
    desk.press("person-may-know-show")

    desk.controller.flush()

    assert "Fern" not in all_words(desk)
    assert "Fern" not in f"{desk.navigator.title}{desk.view.window().windowTitle()}"


def test_names_are_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, qapp: QApplication
) -> None:
    named(bench, ref, AUNT, BROTHER)
    problems: list[str] = []
    desks: list[Desk] = []

    for tokens, scale, language in ((LIGHT, 1.0, "en"), (DARK, 2.0, "es")):
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_person(qtbot, bench, ref, size=(1366, 4000), language=language)
        desk.press("person-may-know-show")
        problems += [f"{scale} shown: {one}" for one in audit_window(desk.view)]
        desk.press("person-may-know-edit")
        desk.press("may-know-1-edit")
        problems += [f"{scale} edited: {one}" for one in audit_window(desk.view)]
        desks.append(desk)

    assert problems == []
