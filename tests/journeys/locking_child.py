"""A process of its own that opens a case, types what it is told, and locks when it is told.

Arguments: workstation folder, alias of the case. It reads words to type from standard input, says
"typed" once the window calls them saved, and locks at the next line: the real full lock, which
replaces this process by the app itself.
"""

import select
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.background.gui_collector import GuiCollector
from desktop.clock import SystemClock
from desktop.start_window import make_application, replace_process
from desktop.views.shell.parts import ShellParts
from desktop.views.walkthrough.driver import Driver, Until
from tests.journeys.child import CHOICES, SECTION_OF, Typist, fail

QUESTION = "people.who-to-call"


class Locker(Typist):
    """Works at the window as ROSA, and leaves it by the full lock."""

    def parts(self, root: Path, app: QApplication) -> ShellParts:
        """The same, with the lock of the app itself."""
        return super().parts(root, app)._replace(restart=replace_process)

    def lock_after_typing(self, alias: str) -> Iterator[Until]:
        """Type, tell, lock."""
        yield from self.arrive()
        yield from self.open_case(alias)
        yield from self._press("person-steps-assessment")
        yield self.there("interview-next")
        yield from self._press("room-private-yes")
        yield from self._press(f"interview-sections-{SECTION_OF[QUESTION]}")
        for key, code in CHOICES[SECTION_OF[QUESTION]].items():
            yield from self._press(f"answer-{key}-{code}")
        yield self.there(f"answer-{QUESTION}")
        words = sys.stdin.readline().strip()
        self.hands.write(f"answer-{QUESTION}", words)
        yield partial(self._is_saved, QUESTION, words)
        sys.stdout.write("typed\n")
        sys.stdout.flush()
        yield _is_told
        sys.stdin.readline()
        signed_in = self.window.signed_in
        assert signed_in is not None
        signed_in.lock()
        yield self.there("nothing that ever comes")


def _is_told() -> bool:
    return bool(select.select([sys.stdin], [], [], 0)[0])


def main() -> None:
    """Run until the app takes this process over."""
    root, alias = Path(sys.argv[1]), sys.argv[2]
    sys.argv = ["firstlight", "--data", str(root / "store")]
    app = make_application()
    GuiCollector(app).start()
    locker = Locker(root, app)
    driver = Driver(locker.lock_after_typing(alias), SystemClock(), app)
    driver.failed.connect(partial(fail, locker))
    driver.start()
    app.exec()


if __name__ == "__main__":
    main()
