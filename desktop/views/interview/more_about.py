"""Help with a question: folded to one button until it is wanted."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle
from desktop.views.widgets.announce import announce
from desktop.views.widgets.button import Button
from desktop.views.widgets.wrap_label import WrapLabel


class MoreAbout(QWidget):
    """A button that opens the help below it and says it; folded again by a second press."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.button = Button(
            self.tr("More about this"),
            self,
            name=f"{name}-button",
            icon=Icon.HELP,
            is_toggle=True,
        )
        self._labels: list[WrapLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self._column.addLayout(row)
        # toggled, not clicked: a screen reader's toggle emits no click.
        self.button.toggled.connect(self._open)

    def show_texts(self, texts: tuple[tuple[str, str], ...], question: str) -> None:
        """The help, as pairs of plain words and their marks; ``question`` names the button."""
        while len(self._labels) < len(texts):
            label = WrapLabel("", self, style=TextStyle.BODY, is_long=True)
            label.setObjectName(f"{self.objectName()}-words-{len(self._labels)}")
            label.setContentsMargins(Space.L, 0, Space.L, 0)
            self._labels.append(label)
            self._column.addWidget(label)
        for at, label in enumerate(self._labels):
            words, rich = texts[at] if at < len(texts) else ("", "")
            label.setText(words)
            label.set_rich(rich)
        words = self.tr("{action}: {question}")
        self.button.setAccessibleName(words.format(action=self.button.text(), question=question))
        self._open_labels()

    @Slot(bool)
    def _open(self, is_open: bool) -> None:
        self._open_labels()
        if is_open:
            announce(self.button, " ".join(each.text() for each in self._labels if each.text()))

    def _open_labels(self) -> None:
        for label in self._labels:
            label.setVisible(self.button.isChecked() and bool(label.text()))
