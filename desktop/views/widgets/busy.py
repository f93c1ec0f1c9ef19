"""Inline progress: what is being done, how far, and Cancel."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme.tokens import BUSY_AFTER_MS, Space, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.wrap_label import WrapLabel


class Busy(QWidget):
    """Hidden until work lasts longer than 400 ms. Signals: ``cancel_requested()``."""

    cancel_requested = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, name: str, can_cancel: bool = True
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.words = WrapLabel("", self, tone=Tone.MUTED)
        self.bar = QProgressBar(self)
        self.bar.setObjectName(f"{name}-bar")
        self.bar.setTextVisible(False)
        self.cancel_button = Button(self.tr("Cancel"), self, name=f"{name}-cancel")
        self.cancel_button.setVisible(can_cancel)
        self.cancel_button.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        row.addLayout(column, 1)
        row.addWidget(self.cancel_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BUSY_AFTER_MS)
        self._timer.timeout.connect(self.show)
        self.hide()

    def start(self, what: str) -> None:
        """Work began; ``what`` says which ("Making page 2")."""
        self.show_step(what, 0, 0)
        self._timer.start()

    def show_step(self, what: str, done: int, total: int) -> None:
        """How far it is; ``total`` 0 when not known."""
        self.words.setText(what)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setAccessibleName(what)

    def stop(self) -> None:
        """Work ended."""
        self._timer.stop()
        self.hide()

    @Slot()
    def _cancel(self) -> None:
        self.cancel_requested.emit()
