"""A process of its own that types words, prints them, and ends.

Arguments: workstation folder, alias of the case. Two words to type come by standard input, where
nothing writes them down. It prints through ``lp``, found on the PATH.
"""

import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.background.gui_collector import GuiCollector
from desktop.clock import SystemClock
from desktop.printing.cups import CupsPrinters
from desktop.services.ports import Session
from desktop.services.work import Work
from desktop.start_window import make_application
from desktop.views.packet.packet_controller import PacketController
from desktop.views.packet.packet_view import PacketView
from desktop.views.walkthrough.driver import Driver, Until
from tests.journeys.child import SECTION_OF, Typist, fail

QUESTION = "people.who-to-call"
QUEUE = "bedside-one"


class Printing(Typist):
    """Works at the window as ROSA with the printing system of this PATH."""

    def _work_for(self, session: Session) -> Work:
        work = super()._work_for(session)
        return Work(work.session, work.clock, work.ids, work.library, work.paper, CupsPrinters())

    def type_and_print(self, alias: str, words: tuple[str, str]) -> Iterator[Until]:
        """An answer, a step on the packet, the packet beside the bed, and out."""
        yield from self.arrive()
        yield from self.open_case(alias)
        yield from self._press("person-steps-assessment")
        yield self.there("interview-next")
        yield from self._press("room-private-yes")
        yield from self._press(f"interview-sections-{SECTION_OF[QUESTION]}")
        yield from self._press("answer-people.first-night-no")
        yield self.there(f"answer-{QUESTION}")
        self.hands.write(f"answer-{QUESTION}", words[0])
        yield partial(self._is_saved, QUESTION, words[0])
        yield from self._press("interview-banner-back")
        yield from self._press("person-steps-packet")
        yield self._is_made
        yield from self._press("packet-change-steps")
        yield self.there("packet-step-1")
        self.hands.write("packet-step-1", words[1])
        yield from self._press("packet-steps-done")
        yield self._is_made
        yield from self._press("packet-print-here")
        yield self.there(f"packet-queue-{QUEUE}")
        queue = self.hands.find(f"packet-queue-{QUEUE}")
        if not queue.property("checked"):
            self.hands.press(f"packet-queue-{QUEUE}")
        yield from self._press("packet-print-now")
        yield _printed_mark().exists
        yield self.there("banner-back")
        QApplication.quit()

    def _is_made(self) -> bool:
        signed_in = self.window.signed_in
        screen = signed_in.shell.screen if signed_in else None
        if not isinstance(screen, PacketController):
            return False
        return isinstance(screen.view, PacketView) and not screen.view.is_making


def _printed_mark() -> Path:
    """What the ``lp`` of the test leaves when a job was taken: no word of it."""
    return Path(os.environ["FIRSTLIGHT_TEST_PRINTED"])


def _end_badly(app: QApplication, _error: Exception) -> None:
    app.exit(1)


def main() -> None:
    """Run to the end."""
    root, alias = Path(sys.argv[1]), sys.argv[2]
    words = (sys.stdin.readline().strip(), sys.stdin.readline().strip())
    app = make_application()
    GuiCollector(app).start()
    printing = Printing(root, app)
    driver = Driver(printing.type_and_print(alias, words), SystemClock(), app)
    driver.failed.connect(partial(fail, printing))
    driver.failed.connect(partial(_end_badly, app))
    driver.start()
    sys.exit(app.exec())


if __name__ == "__main__":
    main()
