"""Moving between desks: one screen at a time, the way back, and nothing typed is left behind."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Answered
from desktop.forms.session import ItemKey
from desktop.records.form_record import FormKind
from desktop.services.draft_journal import draft_of_form
from desktop.services.open_form import open_form
from desktop.services.ports import EpisodeRef
from desktop.views.shell.place import Desk, Place, desks_of
from tests.services.bench import ADMIN, DESK, NADIA, OFFICER, ROSA
from tests.services.filling import fill
from tests.support.window_parts import OpenedWindow, Workstation

TO_ADD = ItemKey("next-steps.to-add")
TYPED = "The bus stop is far"


def open_text_question(opened: OpenedWindow, ref: EpisodeRef) -> QPlainTextEdit:
    """Go to the question that takes free text, as a link to a question does."""
    opened.signed_in.shell.open_form(ref, FormKind.ASSESSMENT, TO_ADD)
    opened.until_idle()
    opened.until(lambda: bool(_boxes(opened)))
    return _boxes(opened)[0]


def _boxes(opened: OpenedWindow) -> list[QPlainTextEdit]:
    return [
        box
        for box in opened.window.findChildren(QPlainTextEdit)
        if box.isVisible() and TO_ADD in box.objectName()
    ]


def with_draft(station: Workstation) -> EpisodeRef:
    """A case whose assessment is filled but not complete."""
    ref = station.bench.new_case()
    work = station.bench.work_as(ROSA)
    fill(work, open_form(work, ref, FormKind.ASSESSMENT))
    return ref


def kept_text(station: Workstation, ref: EpisodeRef) -> str:
    """What the store holds as the answer, read after the window has gone."""
    station.made.reopen()
    state = draft_of_form(station.bench.work_as(ROSA), ref, FormKind.ASSESSMENT)
    assert state is not None
    answer = state.answers.get(TO_ADD)
    return str(answer.values[0]) if isinstance(answer, Answered) else ""


def test_a_manager_begins_at_the_review_desk(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    opened = station.open_window(qtbot, qapp)

    opened.sign_in(NADIA)

    assert opened.signed_in.shell.place == Place(Desk.REVIEW)
    assert opened.window.windowTitle() == "Review desk · Firstlight"
    assert opened.sees("rail-review")
    assert opened.sees("rail-worklist")


def test_a_role_sees_only_its_own_desks(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    opened = station.open_window(qtbot, qapp)

    opened.sign_in(ROSA)

    assert opened.signed_in.shell.place == Place(Desk.WORKLIST)
    assert opened.sees("rail-worklist")
    assert not opened.sees("rail-review")
    assert not opened.sees("rail-texts")


def test_a_desk_of_the_rail_is_opened_by_keyboard(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(NADIA)
    opened.find("rail-worklist").setFocus()

    QTest.keyClick(opened.find("rail-worklist"), Qt.Key.Key_Space)
    opened.until(lambda: opened.signed_in.shell.place == Place(Desk.WORKLIST))
    opened.until_idle()

    assert opened.sees("worklist")
    assert not opened.sees("review")


def test_alt_left_goes_back_to_the_screen_before(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(NADIA)
    opened.signed_in.shell.open_worklist()
    opened.until_idle()

    opened.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    opened.until_idle()

    assert opened.signed_in.shell.place == Place(Desk.REVIEW)
    assert opened.sees("review")


def test_back_at_the_first_screen_stays_at_the_first_desk(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(NADIA)

    opened.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    opened.until_idle()

    assert opened.signed_in.shell.place == Place(Desk.REVIEW)


def test_what_was_just_typed_is_stored_before_the_screen_changes(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    ref = with_draft(station)
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(ROSA)
    QTest.keyClicks(open_text_question(opened, ref), TYPED)

    opened.signed_in.shell.open_worklist()
    opened.until_idle()

    opened.close()
    station.windows.clear()
    assert kept_text(station, ref) == TYPED


def test_what_was_just_typed_is_stored_behind_the_cover(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    ref = with_draft(station)
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(ROSA)
    QTest.keyClicks(open_text_question(opened, ref), TYPED)

    opened.key(Qt.Key.Key_F12)
    opened.until_idle()

    assert opened.window.is_covered
    opened.enter_pin()
    shown = open_text_question(opened, ref)
    assert shown.toPlainText() == TYPED


def test_closing_the_window_stores_what_was_typed_and_forgets_the_keys(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    ref = with_draft(station)
    opened = station.open_window(qtbot, qapp)
    opened.sign_in(ROSA)
    QTest.keyClicks(open_text_question(opened, ref), TYPED)

    opened.window.close()
    opened.until(lambda: not opened.window.isVisible())

    opened.close()
    station.windows.clear()
    assert kept_text(station, ref) == TYPED
    assert station.restarts == []


def test_a_privacy_officer_begins_at_the_audit_trail(
    station: Workstation, qtbot: QtBot, qapp: QApplication
) -> None:
    opened = station.open_window(qtbot, qapp)

    opened.sign_in(OFFICER)

    assert opened.signed_in.shell.place == Place(Desk.AUDIT)
    assert not opened.sees("rail-worklist")


def test_each_role_has_its_desks(
    station: Workstation,
) -> None:
    staff = station.bench.work_as(ADMIN).session.site.staff()
    desks = {one.sign_in_name: desks_of(one) for one in staff}

    assert desks[DESK] == (Desk.PACKETS,)
    assert desks[ADMIN] == (
        Desk.TEXTS,
        Desk.FORMS,
        Desk.CONTACTS,
        Desk.RULES,
        Desk.BACKUPS,
        Desk.OVERSIGHT,
        Desk.PEOPLE,
    )
    assert desks[NADIA] == (
        Desk.REVIEW,
        Desk.WORKLIST,
        Desk.REACH,
        Desk.OVERSIGHT,
        Desk.PEOPLE,
    )
    assert desks[ROSA] == (Desk.WORKLIST, Desk.REACH)
    assert desks[OFFICER] == (Desk.AUDIT, Desk.OVERSIGHT, Desk.PEOPLE)
