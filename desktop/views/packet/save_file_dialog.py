"""The system's dialog for where to save a packet; opened only because somebody asked for a file."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

NEUTRAL_NAME = "packet.pdf"
"""The proposed name says nothing of a person."""


class SaveFileDialog(QFileDialog):
    """Signals: ``path_chosen(Path)`` after the user chose a file name."""

    path_chosen = Signal(object)

    def __init__(self, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save the packet as a file"))
        self.setObjectName(name)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilter(self.tr("PDF file (*.pdf)"))
        self.setDefaultSuffix("pdf")
        self.selectFile(NEUTRAL_NAME)
        self.fileSelected.connect(self._selected)
        self.finished.connect(self.deleteLater)

    @Slot(str)
    def _selected(self, path: str) -> None:
        self.path_chosen.emit(Path(path))
