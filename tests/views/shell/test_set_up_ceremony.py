"""A set-up at the window: codes to the printer, re-typed by two people, and only then a store."""

import tempfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.rendering.paper import ReportlabPaper
from desktop.rendering.read_back import page_texts
from desktop.services.code_sheets import PrintRoom
from desktop.services.ports import PrintQueue
from tests.support.fake_printers import DESK_QUEUE, FakePrinters
from tests.support.store_fixture import PASSPHRASE
from tests.support.window_parts import OpenedWindow, Workstation

PEOPLE = {
    "administrator": "Ada Example",
    "specialist": "Sol Example",
    "nurse-manager": "Max Example",
    "packet-desk": "Dot Example",
}


def set_up(
    station: Workstation, bot: QtBot, app: QApplication, folder: Path, printers: FakePrinters
) -> OpenedWindow:
    """A window on a new workstation, after the form of the set-up was sent."""
    station.leave_bench()
    parts = station.parts(app)._replace(
        store_dir=folder, print_room=lambda: PrintRoom(ReportlabPaper(), printers)
    )
    opened = OpenedWindow(bot, app, station, parts)
    station.windows.append(opened)
    opened.start()
    opened.press("first-start-set-up")
    opened.until(lambda: opened.sees("set-up-hospital"))
    opened.line("set-up-hospital").setText("Invented General Hospital")
    opened.line("set-up-workstation").setText("Bedside One")
    for role, name in PEOPLE.items():
        opened.line(f"set-up-{role}-name").setText(name)
    for field in ("set-up-passphrase", "set-up-passphrase-again"):
        opened.line(field).setText(PASSPHRASE)
    assert "This computer offers no keyring" in opened.shown_words()
    opened.press("set-up-submit")
    opened.until(lambda: opened.sees("codes-bar"))
    return opened


def texts(printers: FakePrinters) -> list[str]:
    """What stands on each printed sheet, one page a job."""
    pages = [page_texts(job.pdf) for job in printers.jobs]
    assert all(len(one) == 1 for one in pages)
    return [one[0] for one in pages]


def code_on(sheet: str) -> str:
    """The eight groups of a sheet."""
    words = sheet.split()
    return "-".join(word for word in words if len(word) == 5 and word.upper() == word)[:47]


def test_the_codes_go_to_the_printer_unseen_and_two_sheets_make_the_store(
    station: Workstation,
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scratch, folder, printers = tmp_path / "scratch", tmp_path / "new", FakePrinters()
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    opened = set_up(station, qtbot, qapp, folder, printers)
    assert not opened.sees("codes-shown")
    assert not opened.sees("codes-written")

    opened.press("codes-print")
    opened.until(lambda: opened.is_open("codes-written"))

    sheets = texts(printers)
    assert [job.job_name for job in printers.jobs] == ["Sheet"] * 7
    assert [f"Recovery code {n} of 3" in sheets[n - 1] for n in (1, 2, 3)] == [True] * 3
    assert all("One-time code" in sheet for sheet in sheets[3:])
    assert list(scratch.iterdir()) == []
    assert not (folder / "store.db").exists()
    opened.press("codes-written")
    opened.line("codes-one").setText(code_on(sheets[2]))
    opened.line("codes-other").setText(code_on(sheets[0]))
    opened.press("codes-kept")
    opened.until(lambda: opened.is_open("sign-in-submit"))
    assert (folder / "store.db").exists()


def test_a_printer_that_refuses_is_told_and_the_codes_can_be_shown(
    station: Workstation, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    opened = set_up(station, qtbot, qapp, tmp_path / "new", refusing())

    opened.press("codes-print")
    opened.until(lambda: "did not take the sheet" in opened.shown_words())

    assert not opened.sees("codes-written")
    opened.press("codes-again")
    assert opened.sees("codes-recovery-1")
    assert opened.is_open("codes-written")
    opened.window.entry.is_showing_codes = False


def test_without_a_printer_the_codes_are_shown(
    station: Workstation, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    opened = set_up(station, qtbot, qapp, tmp_path / "new", FakePrinters(()))

    opened.until(lambda: opened.sees("codes-recovery-3"))
    assert not opened.sees("codes-print")
    opened.window.entry.is_showing_codes = False


def test_a_print_system_that_keeps_pages_is_warned_of(
    station: Workstation, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    keeping = FakePrinters((PrintQueue("ED-PRN-3", "Letter", is_ready=True, keeps_files=True),))

    opened = set_up(station, qtbot, qapp, tmp_path / "new", keeping)

    assert "PreserveJobFiles No" in opened.shown_words()
    opened.window.entry.is_showing_codes = False


class _Refusing(FakePrinters):
    """Says that it is ready and takes nothing."""

    def print_pdf(self, queue: str, pdf: bytes, job_name: str) -> str:
        """A queue of another name refuses."""
        return super().print_pdf(f"{queue}-gone", pdf, job_name)


def refusing() -> FakePrinters:
    """A printer that was switched off since it was looked for."""
    return _Refusing((DESK_QUEUE,))
