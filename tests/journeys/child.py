"""A process of its own that runs the app and types answers until it is killed.

Arguments: workstation folder, alias of the case, text question, words to type. Each line on
standard output is JSON of one answer that the window called saved: its key and what it is.
"""

import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.background.gui_collector import GuiCollector
from desktop.background.runner import BackgroundRunner
from desktop.clock import RandomIds, SystemClock
from desktop.forms.answers import Answered, Coding
from desktop.forms.session import ItemKey
from desktop.rendering.paper import ReportlabPaper
from desktop.resource_files import resources_dir
from desktop.services.library import Library
from desktop.services.ports import Session, StoreGate
from desktop.services.work import Work
from desktop.settings import SettingsFile
from desktop.start_window import make_application
from desktop.storage.gate import open_gate
from desktop.views.interview.interview_controller import InterviewController
from desktop.views.shell.main_window import MainWindow
from desktop.views.shell.parts import ShellParts
from desktop.views.theme.switcher import ThemeMode, ThemeSwitcher
from desktop.views.walkthrough.driver import Driver, Until
from desktop.views.walkthrough.hands import Hands
from tests.services.bench import ROSA
from tests.support.fake_clock import START, FakeClock
from tests.support.fake_printers import FakePrinters
from tests.support.store_fixture import CHEAP_KDF, PASSPHRASE, password_of

CHOICES = {
    "safety-now": {"safety-now.safe-here": "yes", "safety-now.safe-place": "not-sure"},
    "what-you-need": {"what-you-need.housing": "yes", "what-you-need.food": "no"},
    "people": {"people.first-night": "no"},
    "how-you-are": {"how-you-are.screen-result": "no-concern"},
}
SECTION_OF = {
    "people.who-to-call": "people",
    "next-steps.to-add": "next-steps",
    "how-you-are.screen-source": "how-you-are",
}
LATER_S = 3_600.0


class Typist:
    """Works at the window as ROSA and says what the window called saved."""

    def __init__(self, root: Path, app: QApplication) -> None:
        self._clock = FakeClock(START)
        self._clock.advance(LATER_S)
        self.runner = BackgroundRunner(app)
        self.window = MainWindow(self.parts(root, app))
        self.hands = Hands(self.window)

    def parts(self, root: Path, app: QApplication) -> ShellParts:
        """What the window is built of; nobody locks it."""
        return ShellParts(
            runner=self.runner,
            clock=self._clock,
            settings=SettingsFile(root / "settings"),
            themes=ThemeSwitcher(app, mode=ThemeMode.LIGHT),
            store_dir=root / "store",
            demo_dir=root / "demo",
            open_gate=self._open_gate,
            work_for=self._work_for,
            make_demo=_no_demo,
            restart=_no_restart,
        )

    def _open_gate(self, folder: Path) -> StoreGate:
        return open_gate(folder, self._clock, RandomIds(), kdf=CHEAP_KDF)

    def _work_for(self, session: Session) -> Work:
        folder = resources_dir()
        library = Library(
            folder / "instruments", folder / "directory", session.site.is_demo, session.forms
        )
        return Work(session, self._clock, RandomIds(), library, ReportlabPaper(), FakePrinters())

    def script(self, alias: str, question: str, words: str) -> Iterator[Until]:
        """Open the workstation, sign in, open the case, choose, then type for ever."""
        yield from self.arrive()
        yield from self.open_case(alias)
        yield from self._press("person-steps-assessment")
        yield self.there("interview-next")
        yield from self._press("room-private-yes")
        for section, answers in CHOICES.items():
            yield from self._press(f"interview-sections-{section}")
            for key, code in answers.items():
                yield from self._press(f"answer-{key}-{code}")
                yield from self._say(key, code)
        yield from self._press(f"interview-sections-{SECTION_OF[question]}")
        yield self.there(f"answer-{question}")
        self.hands.write(f"answer-{question}", words)
        typed = words
        while True:
            yield from self._say(question, typed)
            self.hands.type_on(f"answer-{question}", " and more")
            typed += " and more"

    def arrive(self) -> Iterator[Until]:
        """Show the window, open the workstation, sign in."""
        self.window.show()
        self.window.start()
        yield self.there("unlock-submit")
        self.hands.write("unlock-passphrase", PASSPHRASE)
        self.hands.press("unlock-submit")
        yield self.there("sign-in-submit")
        self.hands.write("sign-in-name", ROSA)
        self.hands.write("sign-in-password", password_of(ROSA))
        self.hands.press("sign-in-submit")
        yield self.there("worklist-new")

    def open_case(self, alias: str) -> Iterator[Until]:
        """From the worklist to the person."""
        yield partial(self._has_row, alias)
        self.hands.press(self._rows(alias)[0])
        yield from self._press("worklist-open")

    def _has_row(self, alias: str) -> bool:
        return bool(self._rows(alias))

    def _rows(self, alias: str) -> list[str]:
        rows = self.hands.names("worklist-seen-")
        return [name for name in rows if alias in self.hands.find(name).accessibleName()]

    def _press(self, name: str) -> Iterator[Until]:
        yield self.there(name)
        self.hands.press(name)

    def _say(self, key: str, said: str) -> Iterator[Until]:
        """Tell the parent once the window says "Saved" with this answer in it."""
        yield partial(self._is_saved, key, said)
        sys.stdout.write(json.dumps({"key": key, "said": said}) + "\n")
        sys.stdout.flush()

    def _is_saved(self, key: str, said: str) -> bool:
        signed_in = self.window.signed_in
        assert signed_in is not None
        screen = signed_in.shell.screen
        assert isinstance(screen, InterviewController)
        assert screen.interview is not None
        answer = screen.interview.session.answers.get(ItemKey(key))
        is_given = isinstance(answer, Answered) and words_of(answer) == said
        return is_given and signed_in.inside.status.state_label.text().startswith("Saved")

    def tell(self) -> str:
        """What the window shows of its state: for whoever asks why the script stopped."""
        signed_in = self.window.signed_in
        if signed_in is None:
            return "nobody is signed in"
        screen = signed_in.shell.screen
        state = signed_in.inside.status.state_label.text()
        if not isinstance(screen, InterviewController) or screen.interview is None:
            return f"{type(screen).__name__}, {state}"
        interview = screen.interview
        answered = len(interview.session.answers)
        return f"{interview.section.name}, at {interview.position}, {answered} answers, {state}"

    def there(self, name: str) -> Until:
        """Whether a control is there."""
        return partial(self.hands.sees, name)


def words_of(answer: Answered) -> str:
    """The code or the text of an answer."""
    value = answer.values[0]
    return value.code if isinstance(value, Coding) else str(value)


def _no_demo(folder: Path) -> None:
    raise AssertionError(f"no demo was asked for in {folder.name}")


def _no_restart(*, is_demo: bool, place: str) -> None:
    raise AssertionError("nobody locked the screen")


def main() -> None:
    """Run until somebody kills this process."""
    app = make_application()
    GuiCollector(app).start()
    typist = Typist(Path(sys.argv[1]), app)
    driver = Driver(typist.script(*sys.argv[2:5]), SystemClock(), app)
    driver.failed.connect(partial(fail, typist))
    driver.start()
    app.exec()


def fail(typist: Typist, error: Exception) -> None:
    """Say why the script stopped."""
    sys.stderr.write(f"{type(error).__name__}: {error} ({typist.tell()})\n")
    QApplication.exit(1)


if __name__ == "__main__":
    main()
