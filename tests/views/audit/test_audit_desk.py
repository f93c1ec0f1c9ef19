"""The privacy officer's desk of the audit trail, on the real use cases and a real sealed store."""

from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction, AuditEvent
from desktop.records.audit_questions import release_detail
from desktop.records.break_glass import GlassOutcome
from desktop.records.erasure import person_reference
from desktop.services.read_oversight import read_oversight
from desktop.storage.codec import encode
from desktop.storage.crypto.signed_entry import pack_entry
from desktop.views.audit.audit_controller import AuditController
from desktop.views.audit.audit_view import AuditView
from desktop.views.audit.filter_panel import Question
from desktop.views.screen import ScreenContext
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from desktop.views.widgets.list_row import ListRow
from tests.services.bench import NADIA, OFFICER, ROSA, Bench, sealed_bench
from tests.storage.forging import forge
from tests.storage.raw_file import without_triggers
from tests.support.qt_audit import audit_window, settle
from tests.views.audit.officer import ask, find, looked, open_audit, rows, shown
from tests.views.oversight.overseen import alias_of, open_screen, overseen
from tests.views.person.desk import Desk


@pytest.mark.parametrize("by", ["reference", "alias"])
def test_who_looked_at_a_person_is_found_by_keyboard(qtbot: QtBot, sealed: Bench, by: str) -> None:
    ref = looked(sealed)
    alias = alias_of(sealed, ref)
    desk = open_audit(qtbot, sealed)
    assert desk.focus() == "audit-person"

    find(desk, person_reference(ref.person_id) if by == "reference" else alias)

    assert all("Nadia Example, RN" in row for row in rows(desk))
    assert "Opened the case" in rows(desk)[0]
    assert "Nurse manager" in rows(desk)[0]
    assert person_reference(ref.person_id) in rows(desk)[0]
    assert "+00:00" in rows(desk)[0]


def test_the_desk_is_opened_about_one_person(qtbot: QtBot, sealed: Bench) -> None:
    ref = looked(sealed)

    desk = open_screen(
        qtbot, sealed, lambda context: AuditController(context, ref.person_id), OFFICER
    )

    assert "Opened the case" in rows(desk)[0]
    assert desk.find("audit-report", QWidget).isEnabled()


def test_nobody_who_fits_is_said(qtbot: QtBot, sealed: Bench) -> None:
    looked(sealed)
    desk = open_audit(qtbot, sealed)
    assert "Whom is it about?" in shown(desk)

    find(desk, "0000-0000")

    assert "Nobody fits" in shown(desk)
    assert rows(desk) == []


def test_everything_is_narrowed_by_who_what_and_when(qtbot: QtBot, sealed: Bench) -> None:
    looked(sealed)
    desk = open_audit(qtbot, sealed)
    view = desk.view
    assert isinstance(view, AuditView)
    ask(desk, Question.ALL)
    whole = len(rows(desk))

    view.filter.action.setFocus()
    QApplication.processEvents()
    view.filter.action.show_picked(AuditAction.CASE_OPENED.value)
    view.filter.action.picked.emit(AuditAction.CASE_OPENED.value)
    settle(view)
    assert 0 < len(rows(desk)) < whole
    assert all("Opened the case" in row for row in rows(desk))

    desk.type("audit-until", "2001-01-01")
    desk.key(Qt.Key.Key_Return)
    assert "Nothing fits" in shown(desk)


def test_a_long_trail_is_turned_page_by_page(
    qtbot: QtBot, sealed: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.views.audit.audit_answer.AT_ONCE", 3)
    looked(sealed)
    desk = open_audit(qtbot, sealed)
    ask(desk, Question.ALL)
    newest = rows(desk)

    desk.press("audit-older")

    assert len(newest) == 3
    assert not set(rows(desk)) & set(newest)
    assert "4 to 6 of" in shown(desk)
    desk.press("audit-newer")
    assert rows(desk) == newest


def test_an_access_with_a_reason_is_reviewed_here(qtbot: QtBot, sealed: Bench) -> None:
    seen = overseen(sealed)
    desk = open_audit(qtbot, sealed)
    ask(desk, Question.REVIEWS)

    desk.press(f"audit-reviews-{seen.glass_id}")
    desk.press("audit-ask-reason-not-appropriate")
    desk.press("audit-do")

    (line,) = read_oversight(sealed.work_as(OFFICER)).reviewed
    assert line.glass.outcome is GlassOutcome.NOT_APPROPRIATE
    assert "Nothing waits for a review" in shown(desk)


def test_releases_say_to_whom(qtbot: QtBot, sealed: Bench) -> None:
    ref = looked(sealed)
    detail = release_detail("Invented House", "referral-letter", "mentoring")
    sealed.work_as(ROSA).audit(AuditAction.RELEASED, ref.person_id, detail, ref.person_id)
    desk = open_audit(qtbot, sealed)

    ask(desk, Question.RELEASES)

    assert len(rows(desk)) == 1
    assert "To Invented House" in rows(desk)[0]


def test_no_failed_sign_ins_are_said(qtbot: QtBot, sealed: Bench) -> None:
    desk = open_audit(qtbot, sealed)

    ask(desk, Question.FAILED)

    assert "No failed sign-ins" in shown(desk)


def test_a_copied_line_names_the_person_by_reference_alone(qtbot: QtBot, sealed: Bench) -> None:
    ref = looked(sealed)
    alias = alias_of(sealed, ref)
    desk = open_audit(qtbot, sealed)
    find(desk, alias)
    assert alias in rows(desk)[0]
    assert isinstance(desk.view, AuditView)
    desk.view.entries.rows.rows()[0].setFocus()

    desk.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    copied = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    assert person_reference(ref.person_id) in copied
    assert "Opened the case" in copied
    assert alias not in copied


def test_an_officer_without_the_key_is_told_what_to_do(
    qtbot: QtBot, sealed: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer, nadia = (sealed.work_as(who).session.audit_reader for who in (OFFICER, NADIA))
    # The officer before anybody handed on the key: somebody else's keys, which open nothing here.
    monkeypatch.setattr(officer, "_keys", vars(nadia)["_keys"])

    desk = open_audit(qtbot, sealed)

    assert "You cannot open the entries yet" in shown(desk)
    assert "two recovery codes" in shown(desk)
    assert desk.focus() == "audit-read"


def test_reading_can_be_stopped_and_begun_again(qtbot: QtBot, sealed: Bench) -> None:
    looked(sealed)
    desk = open_audit(qtbot, sealed)
    context = ScreenContext(sealed.work_as(OFFICER), desk.runner, desk.navigator, "en")
    controller = AuditController(context)
    qtbot.addWidget(controller.view)
    controller.view.show()

    controller.start()
    controller.view.reading.cancel_requested.emit()
    qtbot.waitUntil(lambda: desk.runner.is_idle)

    stopped = controller.view.empty
    assert stopped.isVisible()
    assert stopped.title_label.text() == "Stopped"
    assert controller.view.findChildren(ListRow) == []
    controller.view.read_button.click()
    qtbot.waitUntil(lambda: desk.runner.is_idle and controller.view.filter.isVisible())
    assert stopped.title_label.text() == "Whom is it about?"


def test_damaged_entries_are_said_in_one_line(qtbot: QtBot, tmp_path: Path) -> None:
    bench, made = sealed_bench(tmp_path / "store")
    looked(bench)
    for session in bench.sessions.values():
        session.close()
    bench.sessions.clear()
    made.gate.close()
    with without_triggers(made.database) as raw:
        for number in (3, 5):
            query = "SELECT sealed FROM audit WHERE number = ?"
            (sealed_entry,) = raw.execute(query, (number,)).fetchone()
            changed = sealed_entry[:-1] + bytes([sealed_entry[-1] ^ 1])
            raw.execute("UPDATE audit SET sealed = ? WHERE number = ?", (changed, number))
    made.reopen()
    bench.sign_in = made.sign_in

    desk = open_audit(qtbot, bench)

    assert "2 entries cannot be read: 3, 5." in desk.words("audit-damaged")
    assert desk.sees("audit-damaged")
    desk.close()
    bench.work_as(OFFICER).session.close()
    made.gate.close()


def test_the_desk_is_fit_for_keyboard_eyes_and_reader(
    qtbot: QtBot, sealed: Bench, qapp: QApplication
) -> None:
    seen = overseen(sealed)
    problems: list[str] = []
    desks: list[Desk] = []

    for tokens, scale, language in ((LIGHT, 1.0, "en"), (DARK, 2.0, "es")):
        apply_theme(qapp, Theme(tokens, scale))
        desk = open_audit(qtbot, sealed, (1366, 3000), language)
        find(desk, person_reference(seen.opened.person_id))
        problems += [f"{scale} person: {one}" for one in audit_window(desk.view)]
        desk.press("audit-report")
        problems += [f"{scale} report: {one}" for one in audit_window(desk.view)]
        desk.press("audit-cancel")
        ask(desk, Question.ALL)
        problems += [f"{scale} all: {one}" for one in audit_window(desk.view)]
        desk.view.hide()
        desks.append(desk)

    assert problems == []


def test_a_forged_entry_is_shown_as_not_signed_and_said_in_one_line(
    qtbot: QtBot, tmp_path: Path
) -> None:
    bench, made = sealed_bench(tmp_path / "store")
    ref = looked(bench)
    nadia = bench.work_as(NADIA).session.me.staff_id
    for session in bench.sessions.values():
        session.close()
    bench.sessions.clear()
    with suppress(KnownError):
        made.gate.sign_in(ROSA, "wrong")
    event = AuditEvent(AuditAction.PACKET_READ, nadia, made.clock.now(), person=ref.person_id)
    number = forge(made, lambda place: pack_entry(encode(event), place, None))
    bench.sign_in = made.sign_in

    desk = open_audit(qtbot, bench)

    assert f"1 entry names somebody who did not sign it: {number}." in shown(desk)
    find(desk, person_reference(ref.person_id))
    assert "Not signed by this person" in rows(desk)[0]
    assert "Nurse manager" in rows(desk)[1]
    ask(desk, Question.FAILED)
    assert "Nobody was signed in" in rows(desk)[0]
    desk.close()
    made.gate.close()
