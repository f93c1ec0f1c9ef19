"""Find a person by alias or place: a line that filters the lists while it is typed into."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.wrap_label import WrapLabel


class FindBar(QWidget):
    """Hidden until ``open``; Esc or the button empties and hides it.

    Signals: ``query_changed(text)``; ``list_wanted(is_enter)`` Enter or Down goes to what was
    found.
    """

    query_changed = Signal(str)
    list_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = LineField(
            self, name="worklist-find-line", placeholder=self.tr("Alias or place")
        )
        self.line.setAccessibleName(self.tr("Find a person by alias or place"))
        self.words = WrapLabel("", self, tone=Tone.MUTED)
        self.words.setObjectName("worklist-find-words")
        self.close_button = Button(
            self.tr("Show everybody"), self, name="worklist-find-close", icon=Icon.X
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.line, 1)
        row.addWidget(self.words)
        row.addWidget(self.close_button)
        self.line.edited.connect(self.query_changed)
        self.close_button.clicked.connect(self.close_find)
        self.hide()

    def open(self) -> None:
        """Show it and put the focus into the line."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def show_found(self, count: int | None) -> None:
        """How many were found, None while nothing is asked."""
        words = self.tr("Found: {count}").format(count=count) if count else ""
        if count == 0:
            words = self.tr("Nobody was found")
        if words and words != self.words.text():
            announce(self.line, words)
        self.words.setText(words)

    @Slot()
    def close_find(self) -> None:
        """Show everybody again."""
        self.line.set_value("")
        self.hide()
        self.query_changed.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the search, Enter and Down go to what was found."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_find()
        elif key in _INTO_THE_LIST and self.line.hasFocus():
            self.list_wanted.emit(key != Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


_INTO_THE_LIST = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
