"""The system's dialog for the folder or drive that a hand-over file goes to, or for such a file."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget


class ChoosePlace(QFileDialog):
    """Signals: ``place_chosen(Path)`` after the user chose."""

    place_chosen = Signal(object)

    def __init__(self, title: str, parent: QWidget, *, kinds: str = "") -> None:
        """A folder; with ``kinds``, a name filter, one file."""
        super().__init__(parent)
        self.setObjectName("hand-over-file-dialog" if kinds else "hand-over-folder-dialog")
        self.setWindowTitle(title)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        if kinds:
            self.setFileMode(QFileDialog.FileMode.ExistingFile)
            self.setNameFilter(kinds)
        else:
            self.setFileMode(QFileDialog.FileMode.Directory)
        self.fileSelected.connect(self._selected)
        self.finished.connect(self.deleteLater)

    @Slot(str)
    def _selected(self, path: str) -> None:
        self.place_chosen.emit(Path(path))
