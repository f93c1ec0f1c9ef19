"""Reads one chosen file beside the GUI thread, shows how far it is, and can be cancelled."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.background.progress import Progress, Step
from desktop.background.runner import BackgroundRunner, Task
from desktop.forms.form_parts import Limits
from desktop.views.editors.attachment_file import Refused, Taken, read_file
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button
from desktop.views.widgets.wrap_label import WrapLabel

ReadsFile = Callable[[str, Limits, Progress], Taken | Refused]
SHOWN_AFTER_MS = 400
"""What is quicker needs no progress."""


class FileReading(QWidget):
    """Hidden unless reading takes its time. One worker of its own, for as long as it reads: the
    storage worker must go on saving answers meanwhile.

    Signals: ``found(result)`` a Taken or Refused; ``running_changed()``; ``stopped()`` by
    the user.
    """

    found = Signal(object)
    stopped = Signal()
    running_changed = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, name: str, read: ReadsFile = read_file
    ) -> None:
        super().__init__(parent)
        self._reads = read
        self._work: _Work | None = None
        self.words = WrapLabel("", self, tone=Tone.MUTED)
        self.words.setObjectName(f"{name}-words")
        self.stop = Button(self.tr("Cancel reading"), self, name=f"{name}-stop", icon=Icon.X)
        self.stop.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.words, 1)
        row.addWidget(self.stop)
        self._delay = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._delay.timeout.connect(self._appear)
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether a file is being read."""
        return self._work is not None

    def start(self, path: str, limits: Limits) -> None:
        """Read the file; one that is being read is left."""
        self.cancel()
        work = self._work = _Work()
        # A row or page that goes takes its reading with it; a plain object outlives the widget.
        self.destroyed.connect(work.end)
        work.task = work.runner.run_with_progress(
            self,
            partial(self._reads, path, limits),
            done=self._done,
            progressed=self._show_step,
            label="read attachment",
        )
        self.words.setText(self.tr("Reading the file"))
        self._delay.start()
        self.running_changed.emit()

    def cancel(self) -> None:
        """Stop reading; nothing is told."""
        if self._work is None:
            return
        work, self._work = self._work, None
        self._delay.stop()
        self.hide()
        self.destroyed.disconnect(work.end)
        work.end()
        self.running_changed.emit()

    def _done(self, result: Taken | Refused) -> None:
        self.cancel()
        self.found.emit(result)

    def _show_step(self, step: Step) -> None:
        share = 100 * step.done // max(1, step.total)
        words = self.tr("Reading the file: {share} %")
        self.words.setText(words.format(share=min(100, share)))

    @Slot()
    def _appear(self) -> None:
        self.show()
        announce(self, self.words.text())

    @Slot()
    def _stop(self) -> None:
        announce(self, self.tr("Reading was cancelled. Nothing was taken."))
        self.cancel()
        self.stopped.emit()


class _Work:
    """The worker of one reading."""

    def __init__(self) -> None:
        self.runner = BackgroundRunner(name="files")
        self.task: Task | None = None

    def end(self, _widget: object = None) -> None:
        """Cancel, and wait until the slice that is being read is there."""
        if self.task is not None:
            self.task.cancel()
        self.runner.close(wait=False)
