"""The system's dialog for the files, or the folder, of a form to load."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget


class ChooseFiles(QFileDialog):
    """Signals: ``paths_chosen(tuple[Path, ...])`` after the user chose."""

    paths_chosen = Signal(object)

    def __init__(self, parent: QWidget, *, is_folder: bool) -> None:
        super().__init__(parent)
        self.setObjectName("forms-folder-dialog" if is_folder else "forms-file-dialog")
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        if is_folder:
            self.setWindowTitle(self.tr("Load the forms of a folder"))
            self.setFileMode(QFileDialog.FileMode.Directory)
        else:
            self.setWindowTitle(self.tr("Load a form"))
            self.setFileMode(QFileDialog.FileMode.ExistingFiles)
            self.setNameFilter(self.tr("FHIR JSON (*.json)"))
        self.filesSelected.connect(self._selected)
        self.finished.connect(self.deleteLater)

    @Slot(list)
    def _selected(self, paths: list[str]) -> None:
        self.paths_chosen.emit(tuple(Path(path) for path in paths))
