"""What a script plays on: the window, its hands, its pictures, and how to wait."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop.background.runner import BackgroundRunner
from desktop.services.demo_people import DEMO_PASSPHRASE
from desktop.views.shell.main_window import MainWindow
from desktop.views.walkthrough.driver import Script, Until
from desktop.views.walkthrough.hands import Hands
from desktop.views.walkthrough.pictures import Pictures

LOOKS_AT_REST = 3
"""What was just shown is laid out, then wrapped, then laid out again, each in its own turn."""


class AtRest:
    """True once nothing was worked on for some looks in a row."""

    def __init__(self, is_idle: Until) -> None:
        self._is_idle = is_idle
        self._looks = 0

    def __call__(self) -> bool:
        """One more look."""
        self._looks = self._looks + 1 if self._is_idle() else 0
        return self._looks >= LOOKS_AT_REST


@dataclass(frozen=True, slots=True)
class Stage:
    """One window with the demo store behind it."""

    window: MainWindow
    runner: BackgroundRunner
    hands: Hands
    pictures: Pictures
    out: Path

    def seen(self, name: str) -> Until:
        """True once the control is there and nothing is being worked on."""
        return partial(self._is_seen, name)

    def idle(self) -> Until:
        """True once nothing is being worked on."""
        return partial(self._is_idle)

    def picture(self, name: str) -> Script:
        """A picture of the window as it stands once it was laid out."""
        yield AtRest(self._is_idle)
        self.pictures.take(name)

    def _is_seen(self, name: str) -> bool:
        return self.runner.is_idle and self.hands.sees(name)

    def _is_idle(self) -> bool:
        return self.runner.is_idle

    def sign_in(self, name: str, first: str, picture: str = "") -> Script:
        """Sign in as one of the invented people; ``first`` is a control of their first desk."""
        yield self.seen("sign-in-submit")
        self.hands.write("sign-in-name", name)
        if picture:
            yield from self.picture(picture)
        self.hands.write("sign-in-password", DEMO_PASSPHRASE)
        self.hands.press("sign-in-submit")
        yield self.seen(first)

    def confirm(self) -> Script:
        """Give the password again where it is asked for."""
        yield self.seen("confirm-submit")
        self.hands.write("confirm-password", DEMO_PASSPHRASE)
        self.hands.press("confirm-submit")
        yield self.idle()

    def sign_out(self) -> Script:
        """Leave by the cover, as the next person would."""
        self.hands.press("rail-cover")
        yield self.seen("cover-pin")
        yield self.idle()
        self.hands.press("cover-other")
        yield self.seen("sign-in-submit")
