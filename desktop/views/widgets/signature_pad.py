"""The signature pad: paper with base line and cross, Undo stroke, Clear, and the signed state."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.compound import Compound
from desktop.views.widgets.signature_canvas import SignatureCanvas, Stroke
from desktop.views.widgets.wrap_label import WrapLabel


class SignaturePad(Compound):
    """Signals: ``strokes_changed()`` after each stroke, undo or clear;
    ``cannot_sign_requested()`` Enter or Space on the pad."""

    strokes_changed = Signal()
    cannot_sign_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}-pad")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.canvas = SignatureCanvas(self, name=name)
        self.caption_label = WrapLabel("", self, tone=Tone.MUTED)
        self.undo_button = Button(self.tr("Undo stroke"), self, name=f"{name}-undo", icon=Icon.UNDO)
        self.clear_button = Button(self.tr("Clear"), self, name=f"{name}-clear", icon=Icon.ERASER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.canvas, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.caption_label, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self.clear_button)
        column.addLayout(row)
        self.lead_to(self.canvas)
        self.canvas.strokes_changed.connect(self._changed)
        self.canvas.keyboard_used.connect(self.cannot_sign_requested)
        self.undo_button.clicked.connect(self._undo)
        self.clear_button.clicked.connect(self._clear)
        self._show_tools()

    @property
    def is_empty(self) -> bool:
        """True for nothing, a dot or a slip of the pen."""
        return self.canvas.is_empty

    def strokes(self) -> tuple[Stroke, ...]:
        """Strokes of points (x, y, t_ms, pressure): x and y as shares of the pad 0.0 to 1.0,
        milliseconds since the first stroke, pressure 0.0 to 1.0."""
        return self.canvas.strokes

    def set_caption(self, caption: str) -> None:
        """Words under the pad ("Signer: the person")."""
        self.caption_label.setText(caption)

    def show_signed(self, strokes: tuple[Stroke, ...], caption: str) -> None:
        """Show a finished signature, read-only, with who and when."""
        self.canvas.show_strokes(strokes, is_read_only=True)
        self.caption_label.setText(caption)
        self.undo_button.hide()
        self.clear_button.hide()

    def start_over(self) -> None:
        """Empty and ready to sign, without a signal."""
        self.canvas.show_strokes((), is_read_only=False)
        self.undo_button.show()
        self.clear_button.show()
        self._show_tools()

    @Slot()
    def _changed(self) -> None:
        self._show_tools()
        self.strokes_changed.emit()

    def _show_tools(self) -> None:
        for button in (self.undo_button, self.clear_button):
            button.setEnabled(bool(self.canvas.strokes))

    @Slot()
    def _undo(self) -> None:
        self.canvas.undo_stroke()

    @Slot()
    def _clear(self) -> None:
        self.canvas.clear()
