"""What the composition root hands to the shell."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.background.runner import BackgroundRunner
from desktop.clock import Clock
from desktop.settings import SettingsFile
from desktop.views.theme.switcher import ThemeSwitcher

if TYPE_CHECKING:
    # The sign-in page must not wait for these.
    from desktop.services.code_sheets import PrintRoom
    from desktop.services.ports import NewCode, ReEnrolment, RestoreDesk, Session, StoreGate
    from desktop.services.work import Work


class Restart(Protocol):
    """Replaces this process by a fresh one at the sign-in page of the same store."""

    def __call__(self, *, is_demo: bool, place: str) -> None:
        """On the GUI thread, with nothing running; ``place`` comes back as ``left_place``."""
        ...


class ShellParts(NamedTuple):
    """Built once at start-up. The callables run on the storage worker unless said otherwise."""

    runner: BackgroundRunner
    clock: Clock
    settings: SettingsFile
    themes: ThemeSwitcher
    store_dir: Path
    demo_dir: Path
    open_gate: "Callable[[Path], StoreGate]"
    work_for: "Callable[[Session], Work]"
    make_demo: Callable[[Path], None]
    restart: Restart
    prefer_demo: bool = False
    print_room: "Callable[[], PrintRoom] | None" = None
    """Paper and printers before anybody is signed in; None where codes are only shown."""
    enrol_again: "Callable[[Path, ReEnrolment], NewCode] | None" = None
    """Gives a workstation whose key is gone a new one, with two recovery codes."""
    restore_desk: "Callable[[Path, bool], RestoreDesk] | None" = None
    """What puts a backup into a data folder that nobody has open; True for the demo's."""
    left_place: str = ""
    """Where whoever locked the process before this one was; opaque ids only."""
