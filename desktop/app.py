"""The composition root: builds every part once and passes it down. Nothing heavy at import."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.app_paths import app_paths
from desktop.clock import RandomIds, SystemClock

if TYPE_CHECKING:
    from desktop.services.code_sheets import PrintRoom
    from desktop.services.ports import (
        AnotherWorkstation,
        MadeWorkstation,
        NewCode,
        ReEnrolment,
        RestoreDesk,
        Session,
        StoreGate,
        StoreReport,
    )
    from desktop.services.work import Work
    from desktop.store_commands import StoreCommands
    from desktop.views.shell.main_window import MainWindow


class Composition:
    """What the command line and the window are given; see ``desktop.cli.Commands``."""

    def __init__(self) -> None:
        self._settings_folder: Path | None = None

    def open_window(self, data_dir: Path | None, *, demo: bool, language: str | None) -> int:
        """Start the app and run it to its end."""
        window = self.first_window(data_dir, demo=demo, language=language)
        from desktop.start_window import run_to_end

        return run_to_end(window)

    def first_window(
        self, data_dir: Path | None, *, demo: bool, language: str | None
    ) -> "MainWindow":
        """The window with its first page, shown; the event loop comes next.

        KnownError ``cli.no-display`` where no window can open.
        """
        import gc

        # Nothing made before the first picture is garbage; the GUI's collector takes over.
        gc.disable()
        from desktop.plain_import import load_qt

        load_qt()
        from desktop.start_window import open_window

        paths = app_paths(data_dir)
        self._settings_folder = paths.config
        return open_window(self, paths, prefer_demo=demo, language=language)

    def play_demo(self, out: Path, *, pictures_only: bool) -> int:
        """Play the bedside journey without a display, leaving pictures and the packet."""
        from desktop.plain_import import load_qt

        load_qt()
        from desktop.start_window import play_headless

        return play_headless(self, out, pictures_only=pictures_only)

    def show_form(self, file: Path, png: Path, language: str, response: Path | None) -> None:
        """Draw a form offscreen."""
        from desktop.start_window import draw_form

        draw_form(file, png, language, response)

    def store(self) -> "StoreCommands":
        """What looks after the sealed store from the command line."""
        from desktop.store_commands import StoreCommands

        return StoreCommands(
            self.open_gate,
            self.work_for,
            SystemClock(),
            self.enrol_again,
            self.check_store,
            self.add_workstation,
        )

    def add_workstation(self, data_dir: Path, wanted: "AnotherWorkstation") -> "MadeWorkstation":
        """Make a further workstation of the hospital from a backup, with two recovery codes."""
        from desktop.services.ports import tell_nobody
        from desktop.storage.another_workstation import set_up_another
        from desktop.storage.crypto.system_keyring import system_keyring

        ids, clock = RandomIds(), SystemClock()
        return set_up_another(data_dir, clock, ids, wanted, tell_nobody, keyring=system_keyring)

    def check_store(self, data_dir: Path) -> "StoreReport":
        """Check a closed store without an account."""
        from desktop.storage.crypto.system_keyring import system_keyring
        from desktop.storage.verify import verify_store

        return verify_store(data_dir, system_keyring)

    def enrol_again(self, data_dir: Path, wanted: "ReEnrolment") -> "NewCode":
        """Give a workstation whose key is gone a new one, with two recovery codes."""
        from desktop.storage.crypto.system_keyring import system_keyring
        from desktop.storage.re_enrolment import re_enrol

        return re_enrol(data_dir, SystemClock(), wanted, keyring=system_keyring)

    def restore_desk(self, data_dir: Path, is_demo: bool) -> "RestoreDesk":
        """Put a backup into a data folder that nobody has open; call it on the worker."""
        from desktop.storage.restore_desk import SealedRestoreDesk

        return SealedRestoreDesk(data_dir, SystemClock(), is_demo=is_demo)

    def open_gate(self, data_dir: Path) -> "StoreGate":
        """The door to one data folder; imports storage, so call it on the worker."""
        from desktop.storage.crypto.system_keyring import system_keyring
        from desktop.storage.gate import open_gate

        return open_gate(data_dir, SystemClock(), RandomIds(), keyring=system_keyring)

    def work_for(self, session: "Session") -> "Work":
        """What the use cases of one signed-in person need."""
        from desktop.printing.select import system_printers
        from desktop.rendering.paper import ReportlabPaper
        from desktop.resource_files import resources_dir
        from desktop.services.library import Library
        from desktop.services.work import Work

        resources = resources_dir()
        library = Library(
            resources / "instruments",
            resources / "directory",
            session.site.is_demo,
            session.forms,
        )
        paper = ReportlabPaper()
        printers = system_printers(paper, self._settings_folder)
        return Work(session, SystemClock(), RandomIds(), library, paper, printers)

    def print_room(self) -> "PrintRoom":
        """Paper and printers for the codes of a set-up."""
        from desktop.printing.select import system_printers
        from desktop.rendering.paper import ReportlabPaper
        from desktop.services.code_sheets import PrintRoom

        paper = ReportlabPaper()
        return PrintRoom(paper, system_printers(paper, self._settings_folder))

    def make_demo(self, gate: "StoreGate") -> None:
        """Fill an absent store with invented people."""
        from desktop.services.make_demo import make_demo

        make_demo(gate, self.work_for)

    def make_demo_store(self, data_dir: Path) -> None:
        """Make a store full of invented people in a folder that has none, whole or not at all."""
        from desktop.storage.made_beside import made_beside

        with made_beside(data_dir) as beside:
            gate = self.open_gate(beside)
            try:
                self.make_demo(gate)
            finally:
                gate.close()
