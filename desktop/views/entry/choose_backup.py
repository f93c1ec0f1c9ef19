"""The system's dialog for the folder with backups, or for one backup."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget


class ChooseBackup(QFileDialog):
    """Signals: ``place_chosen(Path)`` after the user chose."""

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget, *, is_folder: bool) -> None:
        super().__init__(parent)
        self.setObjectName("restore-folder-dialog" if is_folder else "restore-file-dialog")
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        if is_folder:
            self.setWindowTitle(self.tr("Folder with backups"))
            self.setFileMode(QFileDialog.FileMode.Directory)
        else:
            self.setWindowTitle(self.tr("One backup"))
            self.setFileMode(QFileDialog.FileMode.ExistingFile)
            self.setNameFilter(self.tr("Backups of Firstlight (*.backup);;All files (*)"))
        self.fileSelected.connect(self._selected)
        self.finished.connect(self.deleteLater)

    @Slot(str)
    def _selected(self, path: str) -> None:
        self.place_chosen.emit(Path(path))
