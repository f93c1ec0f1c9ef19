"""The privacy screen of a person: reference, treatment notes, erasing, lending."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.records.consent import ConsentMode, ConsentType
from desktop.records.episode import CaseSource, CloseReason
from desktop.records.erasure import person_reference
from desktop.records.kinds import Compartment
from desktop.services.add_case import NewCase, add_case
from desktop.services.close_case import close_case
from desktop.services.consent_document import consent_document, default_scope, part2_scope
from desktop.services.link_people import link_people
from desktop.services.part2_notes import add_part2_note, read_part2_notes
from desktop.services.ports import EpisodeRef
from desktop.services.read_oversight import read_oversight, switch_restricted_line
from desktop.services.sign_consent import sign_consent
from desktop.views.person_privacy.privacy_controller import PrivacyController
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from tests.services.bench import ADMIN, DESK, MINA, NADIA, OFFICER, ROSA, Bench
from tests.services.test_consents import INK, NAME
from tests.support.qt_audit import audit_window, settle
from tests.support.store_fixture import password_of
from tests.views.oversight.overseen import alias_of, open_screen
from tests.views.person.desk import Desk

WORDS = "Goes to the invented clinic on Mondays"


@pytest.fixture
def ref(sealed: Bench) -> EpisodeRef:
    """Rosa's case; Rosa and Nadia are named for treatment notes, Mina is not."""
    desk = sealed.work_as(ADMIN).session.staff_desk
    for entry in desk.people():
        if entry.member.sign_in_name in (ROSA, NADIA):
            desk.name_user(entry.member.staff_id, Compartment.P2, is_named=True)
    sealed.work_as(NADIA).session.key_desk.renew(Compartment.P2)
    found = sealed.new_case(ROSA)
    sealed.reach(found, ROSA)
    return found


def open_privacy(
    bot: QtBot, bench: Bench, ref: EpisodeRef, who: str, size: tuple[int, int] = (1278, 736)
) -> Desk:
    return open_screen(bot, bench, lambda context: PrivacyController(context, ref), who, size=size)


def write(desk: Desk, text: str) -> None:
    desk.find("privacy-ask-text", QPlainTextEdit).setPlainText(text)


def test_the_reference_is_there_to_be_read_out(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef
) -> None:
    desk = open_privacy(qtbot, sealed, ref, NADIA)

    assert desk.words("privacy-reference") == person_reference(ref.person_id)


def test_a_named_person_writes_and_changes_a_note(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef
) -> None:
    desk = open_privacy(qtbot, sealed, ref, ROSA)
    desk.press("privacy-note")
    write(desk, WORDS)
    desk.press("privacy-do")
    (note,) = read_part2_notes(sealed.work_as(ROSA), ref).notes

    desk.press(f"privacy-notes-{note.note_id}")
    assert desk.find("privacy-ask-text", QPlainTextEdit).toPlainText() == WORDS
    write(desk, "Stopped in May")
    desk.press("privacy-do")

    assert [each.text for each in read_part2_notes(sealed.work_as(NADIA), ref).notes] == [
        "Stopped in May"
    ]


def test_whoever_is_not_named_sees_a_neutral_line_only_where_the_site_allows_it(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef
) -> None:
    add_part2_note(sealed.work_as(ROSA), ref, WORDS)
    silent = open_privacy(qtbot, sealed, ref, MINA)
    told = [silent.sees(name) for name in ("privacy-line", "privacy-notes", "privacy-note")]
    switch_restricted_line(sealed.work_as(ADMIN), is_on=True)

    desk = open_privacy(qtbot, sealed, ref, MINA)

    assert told == [False, False, False]
    assert [desk.sees(name) for name in ("privacy-line", "privacy-notes", "privacy-note")] == [
        True,
        False,
        False,
    ]


def test_a_manager_asks_to_erase_with_alias_and_password(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef
) -> None:
    desk = open_privacy(qtbot, sealed, ref, NADIA)
    desk.press("privacy-erase")
    desk.press("privacy-ask-reason-person-asked")
    desk.type("privacy-ask-alias", "Somebody else")
    desk.type("privacy-ask-password", password_of(NADIA))
    desk.press("privacy-do")
    assert desk.focus() == "privacy-ask-alias"

    desk.type("privacy-ask-alias", alias_of(sealed, ref))
    desk.press("privacy-do")

    (wish,) = read_oversight(sealed.work_as(ADMIN)).wishes
    assert wish.wish.person_id == ref.person_id
    assert not desk.sees("privacy-erase")


def test_before_asking_to_erase_the_linked_cases_are_named(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef
) -> None:
    nadia = sealed.work_as(NADIA)
    other = sealed.new_case()
    link_people(nadia, ref, other)
    desk = open_privacy(qtbot, sealed, ref, NADIA)

    desk.press("privacy-erase")

    shown = [each.text() for each in desk.view.findChildren(QLabel) if each.isVisible()]
    assert any(alias_of(sealed, other) in words for words in shown)


def test_before_asking_to_erase_an_earlier_case_the_later_one_is_named(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef
) -> None:
    sealed.reach(ref)
    close_case(sealed.work_as(ROSA), ref, CloseReason.HURT_AGAIN)
    sealed.clock.advance(60)
    new = NewCase("ED 9", CaseSource.TRAUMA_PAGE, sealed.clock.now(), again=ref)
    later = add_case(sealed.work_as(ROSA), new).ref
    desk = open_privacy(qtbot, sealed, ref, NADIA)

    desk.press("privacy-erase")

    shown = [each.text() for each in desk.view.findChildren(QLabel) if each.isVisible()]
    assert any(f"go with it: {alias_of(sealed, later)}." in words for words in shown)


def test_a_specialist_neither_erases_nor_lends(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef
) -> None:
    desk = open_privacy(qtbot, sealed, ref, ROSA)

    assert not desk.sees("privacy-erase")
    assert not desk.sees("privacy-lend")


def test_a_manager_lends_to_the_officer(qtbot: QtBot, sealed: Bench, ref: EpisodeRef) -> None:
    officer = sealed.work_as(OFFICER).session.me.staff_id
    desk = open_privacy(qtbot, sealed, ref, NADIA)
    desk.press("privacy-lend")
    desk.press(f"privacy-ask-reason-{officer}")
    desk.type("privacy-ask-password", password_of(NADIA))

    desk.press("privacy-do")

    (line,) = read_oversight(sealed.work_as(OFFICER)).loans
    assert line.loan.person_id == ref.person_id


def test_notes_go_to_a_partner_whom_the_consent_names(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef
) -> None:
    rosa = sealed.work_as(ROSA)
    add_part2_note(rosa, ref, WORDS)
    first, other, *_ = rosa.library.partners()
    for kind, scope in (
        (ConsentType.RELEASE, default_scope(rosa, first)),
        (ConsentType.PART2, part2_scope(rosa, first)),
    ):
        document = consent_document(rosa, ref, kind, scope, "en")
        sign_consent(rosa, ref, document, mode=ConsentMode.SIGNED, printed_name=NAME, signature=INK)
    desk = open_privacy(qtbot, sealed, ref, ROSA)
    desk.press("privacy-release")
    assert not desk.find(f"privacy-ask-reason-{other.name}", QWidget).isEnabled()

    desk.press(f"privacy-ask-reason-{first.name}")
    desk.type("privacy-ask-password", password_of(ROSA))
    desk.press("privacy-do")

    assert len(sealed.work_as(DESK).session.packets.statuses()) == 1
    assert desk.navigator.messages[-1].text == "The letter waits at the packet desk."


def test_back_leads_to_the_person(qtbot: QtBot, sealed: Bench, ref: EpisodeRef) -> None:
    desk = open_privacy(qtbot, sealed, ref, ROSA)

    desk.press("privacy-top-back")

    assert desk.navigator.opened == [("person", ref)]


def test_the_screen_is_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, sealed: Bench, ref: EpisodeRef, qapp: QApplication
) -> None:
    add_part2_note(sealed.work_as(ROSA), ref, WORDS)
    problems: list[str] = []
    desks: list[Desk] = []

    for tokens, scale in ((LIGHT, 1.0), (DARK, 2.0)):
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_privacy(qtbot, sealed, ref, NADIA, size=(1366, 3000))
        problems += [f"{scale}: {one}" for one in audit_window(desk.view)]
        for act in ("erase", "lend", "release", "note"):
            desk.press(f"privacy-{act}")
            settle(desk.view)
            problems += [f"{scale} {act}: {one}" for one in audit_window(desk.view)]
            desk.key(Qt.Key.Key_Escape)
        assert desk.view.width() == 1366
        desk.view.hide()
        desks.append(desk)

    assert problems == []
