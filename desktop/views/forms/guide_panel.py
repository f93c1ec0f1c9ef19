"""Which instrument for whom, beside the list of forms."""

from PySide6.QtWidgets import QWidget

from desktop.forms.known.registry import Registry
from desktop.messages import sentence
from desktop.views.forms.known_guide import KnownGuide
from desktop.views.person.task_panel import TaskPanel


class GuidePanel(TaskPanel):
    """It is read and closed."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        title = sentence("known-guide.title", language)
        super().__init__(title, sentence("known-guide.close", language), parent, name="form-guide")
        self.is_shown_only = True
        self.guide = KnownGuide(language, self)
        self.body.addWidget(self.guide)

    def begin(self, registry: Registry) -> None:
        """Show what is known."""
        self.guide.show_registry(registry)

    def focus_first(self) -> None:
        """The list of instruments."""
        self.guide.instrument.setFocus()

    def submit(self) -> None:
        """Close it."""
        self.cancel_requested.emit()
