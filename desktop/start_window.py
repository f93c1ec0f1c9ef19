"""Starts Qt: the window, the headless demo, or one form as a picture."""

import logging
import os
import sys
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop.app_paths import AppPaths, app_paths
from desktop.background.gui_collector import HANDS, GuiCollector
from desktop.background.runner import BackgroundRunner
from desktop.clock import SystemClock
from desktop.display import require_display
from desktop.errors import KnownError
from desktop.logging_setup import start_log
from desktop.settings import SettingsFile
from desktop.uncaught import tell_uncaught
from desktop.views.shell.first_showing import show_first
from desktop.views.shell.main_window import MainWindow
from desktop.views.shell.parts import ShellParts
from desktop.views.theme.apply import note_style
from desktop.views.theme.switcher import ThemeMode, ThemeSwitcher

if TYPE_CHECKING:
    from desktop.services.code_sheets import PrintRoom
    from desktop.services.ports import NewCode, ReEnrolment, RestoreDesk, Session, StoreGate
    from desktop.services.work import Work

PLACE_VARIABLE = "FIRSTLIGHT_PLACE"
"""Carries where somebody was over a full lock; no file does."""


class Built(Protocol):
    """What the built root builds for the window."""

    def open_gate(self, data_dir: Path) -> "StoreGate":
        """The door to one data folder."""
        ...

    def work_for(self, session: "Session") -> "Work":
        """What the use cases of one signed-in person need."""
        ...

    def enrol_again(self, data_dir: Path, wanted: "ReEnrolment") -> "NewCode":
        """Give a workstation whose key is gone a new one."""
        ...

    def restore_desk(self, data_dir: Path, is_demo: bool) -> "RestoreDesk":
        """Put a backup into a data folder that nobody has open."""
        ...

    def print_room(self) -> "PrintRoom":
        """Paper and printers before anybody is signed in."""
        ...

    def make_demo_store(self, data_dir: Path) -> None:
        """Make a store full of invented people in a folder that has none."""
        ...


def open_window(
    built: Built, paths: AppPaths, *, prefer_demo: bool, language: str | None
) -> MainWindow:
    """The first window, shown; ``run_to_end`` comes next.

    ``language`` counts before the one of the settings.

    KnownError ``cli.no-display`` where no window can open.
    """
    require_display(os.environ)
    tell_uncaught(log_unexpected)
    start_log(paths.logs)
    app = make_application()
    collector = GuiCollector(app)
    collector.start()
    parts = make_parts(built, app, paths, prefer_demo=prefer_demo)
    window = MainWindow(parts, language)
    # First of what follows the first picture: until then no answer, name or key is in memory.
    window.pages.painted.connect(close_to_others)
    window.pages.painted.connect(partial(wait_for_pauses, collector))
    window.pages.painted.connect(partial(hear_endings, app, window, parts.runner))
    window.start()
    show_first(window)
    return window


def close_to_others() -> None:
    """From now on nobody reads this process's memory."""
    from desktop.hardened_process import harden_process

    harden_process()


def wait_for_pauses(collector: GuiCollector) -> None:
    """From now on all garbage is collected only while the hands rest; after the first picture,
    as whatever listens to the application."""
    from desktop.views.widgets.window_events import window_events

    window_events().listen(collector.note_hands, HANDS)


def hear_endings(app: QApplication, window: MainWindow, runner: BackgroundRunner) -> None:
    """From now on what is typed is stored before the session of the desktop or a signal ends us."""
    from desktop.ending_signals import listen_to_signals
    from desktop.views.shell.session_end import SessionEnd

    end = SessionEnd(window, runner)
    end.listen(app)
    if signals := listen_to_signals(end):
        signals.asked.connect(end.end)


def run_to_end(window: MainWindow) -> int:
    """Run until the window is closed; returns the exit code."""
    code = QApplication.exec()
    window.end()
    return code


def make_application() -> QApplication:
    """The one application object, named and without Qt's own file settings."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # Qt's file dialog would keep the folders it showed in QtProject.conf of the user's settings.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    QApplication.setApplicationName("firstlight")
    QApplication.setApplicationDisplayName("Firstlight")
    QApplication.setDesktopFileName("firstlight")
    if sys.platform != "linux":
        return QApplication(sys.argv[:1])
    # What Qt's own wheel starts with on Linux; named here so that nobody has to ask.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    note_style(app, "fusion")
    return app


def make_parts(
    built: Built, app: QApplication, paths: AppPaths, *, prefer_demo: bool
) -> ShellParts:
    """Everything the shell needs, with the real store, paper and printers behind it."""
    settings_file = SettingsFile(paths.config)
    settings = settings_file.read()
    themes = ThemeSwitcher(app, mode=ThemeMode(settings.theme.value), scale=settings.text_scale)
    return ShellParts(
        runner=BackgroundRunner(app),
        clock=SystemClock(),
        settings=settings_file,
        themes=themes,
        store_dir=paths.data,
        demo_dir=paths.demo,
        open_gate=built.open_gate,
        work_for=built.work_for,
        make_demo=built.make_demo_store,
        restart=replace_process,
        prefer_demo=prefer_demo,
        print_room=built.print_room,
        enrol_again=built.enrol_again,
        restore_desk=built.restore_desk,
        left_place=os.environ.pop(PLACE_VARIABLE, ""),
    )


def log_unexpected(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log a mistake of ours by class and place only: its text may hold answers."""
    logging.getLogger("firstlight.app").error("unexpected", exc_info=(kind, error, trace))


def words_for_restart(words: list[str], *, is_demo: bool) -> list[str]:
    """The words of the command line, with which the same store is opened again.

    The demo may have been chosen in the window: then no word named it.
    """
    return [*words, "demo"] if is_demo and "demo" not in words else words


def replace_process(*, is_demo: bool, place: str) -> None:
    """End this process image and start a fresh one at sign-in: nothing stays in memory.

    ``place`` goes over in the environment, which only this user can read: opaque ids.
    """
    os.environ[PLACE_VARIABLE] = place
    again = words_for_restart(sys.argv[1:], is_demo=is_demo)
    words = [sys.executable, "-m", "desktop", *again]
    if os.name == "nt":
        import subprocess

        subprocess.Popen(words)
        os._exit(0)
    os.execv(sys.executable, words)


def play_headless(built: Built, out: Path, *, pictures_only: bool) -> int:
    """Play journeys through the real widgets, offscreen, leaving pictures and the packet."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from tempfile import TemporaryDirectory

    from desktop.views.walkthrough.play import play

    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError("cli.cannot-write", file=out.name) from error
    with TemporaryDirectory(prefix="firstlight-demo-") as folder:
        app = make_application()
        GuiCollector(app).start()
        parts = make_parts(built, app, app_paths(Path(folder)), prefer_demo=True)
        return play(app, parts, out, pictures_only=pictures_only)


def draw_form(file: Path, png: Path, language: str, response: Path | None) -> None:
    """One form with its sections below each other, as a PNG."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.forms.json_input import MAX_BYTES
    from desktop.forms.reading import read_questionnaire
    from desktop.user_files import read_file, read_json
    from desktop.views.interview.form_picture import render_form_png

    form = read_questionnaire(read_file(file, MAX_BYTES + 1), file.name)
    answers = read_json(response) if response is not None else None
    app = make_application()
    ThemeSwitcher(app, mode=ThemeMode.LIGHT)
    try:
        render_form_png(form, answers, language, png)
    except OSError as error:
        raise KnownError("cli.cannot-write", file=png.name) from error
