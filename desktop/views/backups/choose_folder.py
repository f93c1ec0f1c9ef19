"""The system's dialog for the folder that backups go to."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget


class ChooseFolder(QFileDialog):
    """Signals: ``folder_chosen(Path)`` after the user chose."""

    folder_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("backups-folder-dialog")
        self.setWindowTitle(self.tr("Folder for backups"))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        self.setFileMode(QFileDialog.FileMode.Directory)
        self.fileSelected.connect(self._selected)
        self.finished.connect(self.deleteLater)

    @Slot(str)
    def _selected(self, path: str) -> None:
        self.folder_chosen.emit(Path(path))
