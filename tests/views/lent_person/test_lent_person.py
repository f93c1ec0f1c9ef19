"""What a privacy officer reads of one person, while the keys are lent."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.records.break_glass import GlassReason
from desktop.records.may_know import NamedPerson
from desktop.records.person import ContactKind, ContactPath, PersonIdentity
from desktop.services.break_glass import open_lent
from desktop.services.identity import save_identity
from desktop.services.may_know import save_may_know
from desktop.services.ports import EpisodeRef
from desktop.views.lent_person.lent_person_controller import LentPersonController
from desktop.views.person.timeline_panel import TimelinePanel
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from desktop.views.widgets.wrap_label import WrapLabel
from tests.services.bench import OFFICER, ROSA, Bench
from tests.services.filling import completed
from tests.support.qt_audit import audit_window
from tests.support.store_fixture import password_of
from tests.views.oversight.overseen import alias_of, lend, open_screen
from tests.views.person.desk import Desk

NAME = "Ejemplina Inventado"
WAYS = (
    ContactPath(ContactKind.OWN_PHONE, "555-0177"),
    ContactPath(ContactKind.SOCIAL, "ejemplina", service="Chirper", safe_to_text=True),
)


@pytest.fixture
def ref(sealed: Bench) -> EpisodeRef:
    """A case with a name and a completed form, opened by the officer."""
    found, rosa = sealed.new_case(ROSA), sealed.work_as(ROSA)
    completed(rosa, found)
    save_identity(rosa, found, PersonIdentity(found.person_id, legal_name=NAME, contacts=WAYS))
    save_may_know(rosa, found, [NamedPerson("Fern Invented", "aunt", may_be_told=True)])
    lend(sealed, found)
    officer, reason = sealed.work_as(OFFICER), GlassReason.COMPLAINT
    open_lent(officer, found.person_id, reason, "", password_of(OFFICER))
    return found


def open_lent_person(
    bot: QtBot, bench: Bench, ref: EpisodeRef, size: tuple[int, int] = (1278, 736)
) -> Desk:
    return open_screen(
        bot,
        bench,
        lambda context: LentPersonController(context, ref.person_id),
        OFFICER,
        size=size,
    )


def texts(desk: Desk) -> list[str]:
    return [each.text() for each in desk.view.findChildren(QLabel)]


def test_the_officer_reads_what_is_safe_on_each_way_and_who_may_be_told(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef
) -> None:
    said = texts(open_lent_person(qtbot, sealed, ref))

    assert "555-0177. Own phone. Nothing is marked as safe: do not use it" in said
    assert "Chirper, ejemplina. Social media. Safe to write" in said
    assert "Fern Invented, aunt" in said
    assert "May be told. May not visit." in said


def test_the_officer_reads_who_what_happened_and_every_answer(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef
) -> None:
    desk = open_lent_person(qtbot, sealed, ref)

    found = texts(desk)

    assert {NAME, alias_of(sealed, ref), "Arrived"} <= set(found)
    assert any("Do you feel safe here, right now?" in text for text in found)
    assert desk.navigator.title != NAME
    desk.press("lent-top-back")
    assert desk.navigator.opened == [("oversight",)]


def test_the_officer_goes_on_to_who_looked_at_the_person(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef
) -> None:
    desk = open_lent_person(qtbot, sealed, ref)

    desk.press("lent-audit")

    assert desk.navigator.opened == [("audit", ref.person_id)]


def test_after_the_time_is_over_nothing_is_shown(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef
) -> None:
    sealed.clock.advance(4 * 3_600)

    desk = open_lent_person(qtbot, sealed, ref)

    assert NAME not in texts(desk)
    assert [str(error) for error in desk.navigator.errors] == ["glass.not-lent"]


def test_the_page_is_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef, qapp: QApplication
) -> None:
    problems: list[str] = []
    desks: list[Desk] = []

    for tokens, scale in ((LIGHT, 1.0), (DARK, 2.0)):
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_lent_person(qtbot, sealed, ref, size=(1366, 6000))
        problems += [f"{scale}: {one}" for one in audit_window(desk.view)]
        desk.view.hide()
        desks.append(desk)

    assert problems == []


def test_what_happened_stands_below_its_day_with_the_time_alone(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef
) -> None:
    desk = open_lent_person(qtbot, sealed, ref)

    def shown() -> list[str]:
        labels = desk.find("lent-1", TimelinePanel).findChildren(WrapLabel)
        return [label.text() for label in labels if label.isVisible()]

    desk.until(lambda: "14:05" in shown())
    assert shown().count("Today") == 1
    assert not any(text.startswith("2026-") for text in shown())
