"""What a text box keeps of its typing: told once it rests, and unsaved until it was told."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.views.theme.tokens import DEBOUNCE_MS


class TypedText(QObject):
    """``read`` gives the text without what does not count (spaces around it).

    Signals: ``committed(text)`` 800 ms after the last ``touch``, or at once from ``flush``, and
    only if the text changed; ``pending_changed()`` when ``is_pending`` did, after ``committed``.
    """

    committed = Signal(str)
    pending_changed = Signal()

    def __init__(self, read: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._read = read
        self._said = ""
        self._is_pending = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._tell)

    @property
    def is_pending(self) -> bool:
        """Whether something was typed that nobody was told of."""
        return self._is_pending

    @Slot()
    def touch(self) -> None:
        """Something was typed: wait from now."""
        self._timer.start()
        if not self._is_pending:
            self._is_pending = True
            self.pending_changed.emit()

    def flush(self) -> None:
        """Do not wait any longer."""
        if self._is_pending:
            self._tell()

    def show(self, text: str) -> None:
        """Forget what was typed: ``text`` is what is known now."""
        self._timer.stop()
        self._said = text.strip()
        self._rest(was_pending=self._is_pending)

    def commit(self) -> None:
        """Tell the text if it is not the one told last."""
        text = self._read()
        if text != self._said:
            self._said = text
            self.committed.emit(text)

    @Slot()
    def _tell(self) -> None:
        self._timer.stop()
        was_pending, self._is_pending = self._is_pending, False
        self.commit()
        self._rest(was_pending=was_pending)

    def _rest(self, *, was_pending: bool) -> None:
        self._is_pending = False
        if was_pending:
            self.pending_changed.emit()
