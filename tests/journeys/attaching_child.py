"""A process of its own that gives a file as an answer in the real window, then waits for its end.

Arguments: workstation folder, alias of the case, path of the file. One line on standard output
once the window says that the answer is saved: the name that the answer keeps.
"""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from desktop.background.gui_collector import GuiCollector
from desktop.clock import SystemClock
from desktop.forms.answers import Answered, Attachment
from desktop.forms.session import ItemKey
from desktop.start_window import make_application
from desktop.views.editors.attachment_editor import AttachmentEditor
from desktop.views.interview.interview_controller import InterviewController
from desktop.views.walkthrough.driver import Driver, Until
from tests.journeys.child import Typist, fail

FILE = ItemKey("paper")


class Attacher(Typist):
    """Works at the window as ROSA; the system's file dialog is the one thing not driven."""

    def attach(self, alias: str, path: str) -> Iterator[Until]:
        """Open the case, begin its loaded form, choose the file, wait until it is saved."""
        yield from self.arrive()
        yield from self.open_case(alias)
        yield self.there("person-forms")
        self.hands.press_row("person-forms-", "Papers")
        yield self.there(f"answer-{FILE}")
        editor = self.window.findChild(AttachmentEditor)
        assert editor is not None
        editor.take_path(path)
        yield self._is_kept
        sys.stdout.write(f"{Path(path).name}\n")
        sys.stdout.flush()
        yield self.there("nothing that ever comes")

    def _is_kept(self) -> bool:
        signed_in = self.window.signed_in
        assert signed_in is not None
        screen = signed_in.shell.screen
        assert isinstance(screen, InterviewController)
        assert screen.interview is not None
        answer = screen.interview.session.answers.get(FILE)
        has_file = isinstance(answer, Answered) and isinstance(answer.values[0], Attachment)
        return has_file and signed_in.inside.status.state_label.text().startswith("Saved")


def main() -> None:
    """Run until somebody kills this process."""
    app = make_application()
    GuiCollector(app).start()
    attacher = Attacher(Path(sys.argv[1]), app)
    driver = Driver(attacher.attach(sys.argv[2], sys.argv[3]), SystemClock(), app)
    driver.failed.connect(partial(fail, attacher))
    driver.start()
    app.exec()


if __name__ == "__main__":
    main()
