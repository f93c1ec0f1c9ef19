"""Waits until typing has been quiet for a while."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.views.theme.tokens import DEBOUNCE_MS


class QuietTimer(QObject):
    """Restarted by ``touch``; says when nothing touched it for 800 ms.

    Signals: ``quiet()`` once after the last touch, or at once from ``flush``.
    """

    quiet = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self.quiet)

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that nobody was told of."""
        return self._timer.isActive()

    @Slot()
    def touch(self) -> None:
        """Something was typed: wait from now."""
        self._timer.start()

    def flush(self) -> None:
        """Do not wait any longer."""
        if self._timer.isActive():
            self._timer.stop()
            self.quiet.emit()

    def drop(self) -> None:
        """Forget what was typed."""
        self._timer.stop()
