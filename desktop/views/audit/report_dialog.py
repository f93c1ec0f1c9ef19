"""The system's dialog for where the accounting of disclosures is written."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.messages import sentence
from desktop.services.report_disclosures import ReportForm


class ReportDialog(QFileDialog):
    """The proposed name says nothing of a person. Signals: ``path_chosen(Path)``."""

    path_chosen = Signal(object)

    def __init__(self, parent: QWidget, form: ReportForm, language: str) -> None:
        super().__init__(parent)
        self.setObjectName("audit-save-dialog")
        self.setWindowTitle(sentence("audit.save-title", language))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilter(sentence(f"audit.save-{form.value}", language))
        self.setDefaultSuffix(form.value)
        self.selectFile(f"{sentence('audit.save-name', language)}.{form.value}")
        self.fileSelected.connect(self._selected)
        self.finished.connect(self.deleteLater)

    @Slot(str)
    def _selected(self, path: str) -> None:
        self.path_chosen.emit(Path(path))
