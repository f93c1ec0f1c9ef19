"""The privacy officer at the desk of the audit trail, and what is found there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.views.audit.audit_controller import AuditController
from desktop.views.audit.audit_view import AuditView
from desktop.views.audit.filter_panel import Question
from tests.services.bench import NADIA, OFFICER, ROSA, Bench
from tests.views.oversight.overseen import open_screen
from tests.views.person.desk import Desk


def open_audit(
    bot: QtBot, bench: Bench, size: tuple[int, int] = (1278, 736), language: str = "en"
) -> Desk:
    """The officer's desk, read."""
    return open_screen(bot, bench, AuditController, OFFICER, size=size, language=language)


def ask(desk: Desk, question: Question) -> None:
    """Choose a question by keyboard."""
    view = desk.view
    assert isinstance(view, AuditView)
    picker = view.filter.question
    picker.setFocus()
    while picker.picked_key() != question.value:
        is_before = picker.findData(question.value) < picker.currentIndex()
        desk.key(Qt.Key.Key_Up if is_before else Qt.Key.Key_Down)


def rows(desk: Desk) -> list[str]:
    """What a screen reader says of each entry."""
    assert isinstance(desk.view, AuditView)
    return [row.item.words() for row in desk.view.entries.rows.rows()]


def shown(desk: Desk) -> str:
    """Everything that is shown."""
    texts = [each.text() for each in desk.view.findChildren(QLabel) if each.isVisible()]
    return "\n".join([*texts, *rows(desk)])


def find(desk: Desk, typed: str) -> None:
    """Look for a person."""
    desk.type("audit-person", typed)
    desk.key(Qt.Key.Key_Return)


def looked(bench: Bench) -> EpisodeRef:
    """A case of Rosa's that Nadia opened."""
    ref = bench.new_case(ROSA)
    read_person(bench.work_as(NADIA), ref)
    return ref
