"""The headless demo: plays the journeys in the real window, leaving pictures and the packet."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from desktop.views.shell.main_window import MainWindow
from desktop.views.shell.parts import ShellParts
from desktop.views.walkthrough.driver import Driver, Script
from desktop.views.walkthrough.first_touch import play_first_touch
from desktop.views.walkthrough.hands import Hands
from desktop.views.walkthrough.packet_round import play_packet
from desktop.views.walkthrough.pictures import Pictures
from desktop.views.walkthrough.review_round import play_review
from desktop.views.walkthrough.stage import Stage


def play(app: QApplication, parts: ShellParts, out: Path, *, pictures_only: bool) -> int:
    """Play to the end; 0, or the script's failure raised again."""
    window = MainWindow(parts)
    window.show()
    window.start()
    stage = Stage(window, parts.runner, Hands(window), Pictures(window, out), out)
    end = _End(app)
    driver = Driver(_script(stage, pictures_only=pictures_only), parts.clock, window)
    driver.finished.connect(end.finish)
    driver.failed.connect(end.fail)
    driver.start()
    app.exec()
    if end.error is not None:
        stage.pictures.take("stopped-here")
    if window.signed_in is not None:
        window.signed_in.leave(app.quit)
        app.exec()
    parts.runner.close()
    window.close_store()
    if end.error is not None:
        raise end.error
    return 0


def _script(stage: Stage, *, pictures_only: bool) -> Script:
    yield from play_first_touch(stage)
    yield from stage.sign_out()
    yield from play_review(stage)
    yield from play_packet(stage, pictures_only=pictures_only)


class _End(QObject):
    """Ends the event loop and keeps what went wrong."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.error: Exception | None = None

    @Slot()
    def finish(self) -> None:
        """The script came to its end."""
        self._app.exit(0)

    @Slot(object)
    def fail(self, error: Exception) -> None:
        """The script could not go on."""
        self.error = error
        self._app.exit(1)
