"""The accounting of disclosures is made from the desk of the audit trail, after the password."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.records.audit_event import AuditAction
from desktop.records.erasure import person_reference
from tests.services.bench import OFFICER, Bench
from tests.support.file_modes import is_for_its_owner_only
from tests.support.store_fixture import password_of
from tests.views.audit.officer import find, looked, open_audit


def test_the_accounting_is_written_after_the_password(
    qtbot: QtBot, sealed: Bench, tmp_path: Path
) -> None:
    ref, path = looked(sealed), tmp_path / "report.csv"
    desk = open_audit(qtbot, sealed)
    assert desk.find("audit-report", QWidget).isEnabled() is False
    find(desk, person_reference(ref.person_id))
    desk.press("audit-report")
    desk.press("audit-ask-reason-csv-es")
    desk.type("audit-ask-password", password_of(OFFICER))

    desk.press("audit-do")
    dialog = desk.find("audit-save-dialog", QFileDialog)
    assert dialog.selectedFiles()[0].endswith("disclosures.csv")
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    desk.rest()

    assert path.read_text(encoding="utf-8-sig").startswith("Cuándo,A quién,Qué,Por qué")
    assert is_for_its_owner_only(path)
    assert "The report is written" in desk.navigator.messages[-1].text
    assert sealed.heard[-1].action is AuditAction.DISCLOSURES_REPORTED


def test_a_wrong_password_is_said_below_it_and_writes_nothing(
    qtbot: QtBot, sealed: Bench, tmp_path: Path
) -> None:
    ref, path = looked(sealed), tmp_path / "report.pdf"
    desk = open_audit(qtbot, sealed)
    find(desk, person_reference(ref.person_id))
    desk.press("audit-report")
    desk.press("audit-ask-reason-pdf-en")
    desk.type("audit-ask-password", "not my password")
    desk.press("audit-do")
    dialog = desk.find("audit-save-dialog", QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    desk.rest()

    assert desk.focus() == "audit-ask-password"
    assert len(desk.errors()) == 1
    assert not path.exists()
