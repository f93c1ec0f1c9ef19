"""A process of its own that types half a sentence and then waits to be asked to end.

Arguments: workstation folder, alias of the case, text question, words to type. One line on
standard output says that the words stand in the window.
"""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from desktop.background.gui_collector import GuiCollector
from desktop.clock import SystemClock
from desktop.start_window import hear_endings, make_application, run_to_end
from desktop.views.walkthrough.driver import Driver, Until
from tests.journeys.child import SECTION_OF, Typist, fail


class Halting(Typist):
    """Stops in the middle of a sentence."""

    def script(self, alias: str, question: str, words: str) -> Iterator[Until]:
        """Open the workstation, sign in, open the case, type once."""
        yield from self.arrive()
        yield from self.open_case(alias)
        yield from self._press("person-steps-assessment")
        yield self.there("interview-next")
        yield from self._press(f"interview-sections-{SECTION_OF[question]}")
        yield self.there(f"answer-{question}")
        self.hands.write(f"answer-{question}", words)
        sys.stdout.write("typed\n")
        sys.stdout.flush()


def main() -> int:
    """Run until somebody asks this process to end."""
    app = make_application()
    GuiCollector(app).start()
    typist = Halting(Path(sys.argv[1]), app)
    hear_endings(app, typist.window, typist.runner)
    driver = Driver(typist.script(*sys.argv[2:5]), SystemClock(), app)
    driver.failed.connect(partial(fail, typist))
    driver.start()
    return run_to_end(typist.window)


if __name__ == "__main__":
    sys.exit(main())
