"""Makes the pages again once changes have rested; only the newest wish is ever delivered."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.background.progress import Step
from desktop.background.runner import BackgroundRunner, Task
from desktop.records.packet_record import PacketChoices
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work
from desktop.views.packet.make_pages import make_pages
from desktop.views.packet.packet_states import MadePages

RENDER_AFTER_MS = 250
"""The pages are made again after this quiet, in milliseconds."""


class PageMaker(QObject):
    """Signals: ``made(MadePages)``; ``failed(Exception)``; ``stepped(done, total)``."""

    made = Signal(object)
    failed = Signal(object)
    stepped = Signal(int, int)

    def __init__(
        self, runner: BackgroundRunner, work: Work, ref: EpisodeRef, view: QWidget
    ) -> None:
        super().__init__(view)
        self._runner = runner
        self._work = work
        self._ref = ref
        self._task: Task | None = None
        self._wanted: tuple[PacketChoices, int] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RENDER_AFTER_MS)
        self._rest.timeout.connect(self._start)

    def make_soon(self, choices: PacketChoices, dpi: int) -> None:
        """Make these pages once no other wish came for a moment; older ones are dropped."""
        self._wanted = (choices, dpi)
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._rest.start()

    @property
    def is_resting(self) -> bool:
        """Whether a wish waits for the moment of quiet."""
        return self._rest.isActive()

    @Slot()
    def _start(self) -> None:
        if self._wanted is None or self._runner.is_closed:  # the window was closed meanwhile
            return
        choices, dpi = self._wanted
        self._task = self._runner.run_with_progress(
            self,
            partial(make_pages, self._work, self._ref, choices, dpi),
            done=self._done,
            failed=self._fail,
            progressed=self._step,
            label="packet pages",
        )

    def _done(self, pages: MadePages) -> None:
        self._task = None
        self.made.emit(pages)

    def _fail(self, error: Exception) -> None:
        if self._task is not None and not self._task.is_cancelled:
            self._task = None
            self.failed.emit(error)

    def _step(self, step: Step) -> None:
        self.stepped.emit(step.done, step.total)
