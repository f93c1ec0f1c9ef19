"""The box for an answer in one's own words beside the options of an open choice."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space
from desktop.views.widgets.button import Button
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField


class OwnAnswer(QWidget):
    """``text`` is the answer that stands in the box, "" while it holds none; with ``has_more`` a
    button frees the box for another one, and the first becomes a row among the options.

    Signals: ``told(text)`` what was typed; ``another_wanted()`` the box was freed.
    """

    told = Signal(str)
    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str, has_more: bool) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}-own")
        self.text = ""
        self._is_free = False
        self.line = LineField(self, name=name, is_patient_text=True)
        self._row = FieldRow(self.tr("Another answer"), self.line, self)
        self.more = Button(self.tr("Add one more"), self, name=f"{name}-more", icon=Icon.PLUS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._row, 1)
        # Beside the box, not beside its label.
        row.addWidget(self.more)
        row.setAlignment(self.more, Qt.AlignmentFlag.AlignBottom)
        self._has_more = has_more
        self.more.setVisible(False)
        self.line.committed.connect(self.told)
        self.more.clicked.connect(self._free)

    def set_label(self, label: str) -> None:
        """The form's own words for the box (SDC openLabel), else ours."""
        self._row.set_label(label or self.tr("Another answer"))

    def take(self, texts: tuple[str, ...], options: frozenset[str]) -> str:
        """Show one of the answers in own words in the box, and tell which, "" for none."""
        own = [text for text in texts if text not in options]
        if self.text not in own:
            self.text = "" if self._is_free or not own else own[-1]
        if self.text:
            self._is_free = False
        if not self.line.has_pending:
            self.line.set_value(self.text)
        self.more.setVisible(self._has_more and bool(self.text))
        return self.text

    def set_closed(self, *, is_closed: bool) -> None:
        """Take no further answer; what stands in the box can still be changed and taken back."""
        self.line.setEnabled(bool(self.text) or not is_closed)
        self.more.setVisible(self._has_more and bool(self.text) and not is_closed)

    @Slot()
    def _free(self) -> None:
        self.line.flush()
        self.text, self._is_free = "", True
        self.line.set_value("")
        self.another_wanted.emit()
        self.line.setFocus()
