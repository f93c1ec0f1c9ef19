"""A process of its own in which the person answers, until it is killed; arguments as ``child``."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from desktop.background.gui_collector import GuiCollector
from desktop.clock import SystemClock
from desktop.start_window import make_application
from desktop.views.walkthrough.driver import Driver, Until
from tests.journeys.child import Typist, fail

SAFE, HARM = "safety-now.safe-here", "safety-now.more-harm"


class Turned(Typist):
    """Signs in as ROSA, turns the screen, and answers as the person does."""

    def script(self, alias: str, question: str, words: str) -> Iterator[Until]:
        """Two answers, then nothing for ever."""
        yield from self.arrive()
        yield from self.open_case(alias)
        yield from self._press("person-steps-assessment")
        yield self.there("interview-next")
        yield from self._press("room-private-yes")
        yield from self._press("interview-sections-safety-now")
        yield from self._press("interview-turn")
        yield from self._press(f"answer-{SAFE}-yes")
        yield from self._say(SAFE, "yes")
        yield from self._press("patient-next")
        yield from self._press(f"answer-{HARM}-no")
        yield from self._say(HARM, "no")
        yield self.there("interview-next")


def main() -> None:
    """Run until somebody kills this process."""
    app = make_application()
    GuiCollector(app).start()
    turned = Turned(Path(sys.argv[1]), app)
    driver = Driver(turned.script(*sys.argv[2:5]), SystemClock(), app)
    driver.failed.connect(partial(fail, turned))
    driver.start()
    app.exec()


if __name__ == "__main__":
    main()
