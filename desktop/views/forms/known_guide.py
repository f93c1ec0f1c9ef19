"""Which instrument for whom: what is suggested by age, and the facts of one that is picked."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.known.registry import EMPTY, Registry
from desktop.messages import sentence
from desktop.services.known_guide import GuideLine, fact_lines, route_lines
from desktop.views.forms.breakable import breakable
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.picker import Picker
from desktop.views.widgets.wrap_label import WrapLabel


class KnownGuide(QWidget):
    """Only read: nothing that is picked here is kept."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("known-guide")
        self._language = language
        self._registry = EMPTY
        self.intro = WrapLabel(self._say("intro"), self, tone=Tone.MUTED)
        self.routes = _HeadedLines(self)
        self.instrument = Picker(self, name="known-guide-pick", placeholder=self._say("choose"))
        self.facts = _HeadedLines(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(self.intro)
        column.addWidget(FieldRow(self._say("pick"), self.instrument, self))
        column.addWidget(self.facts)
        column.addWidget(self.routes)
        self.instrument.picked.connect(self._picked)

    def show_registry(self, registry: Registry) -> None:
        """Show what is known; nothing is picked."""
        self._registry = registry
        self.instrument.set_choices([(one.key, one.name) for one in registry.instruments])
        self.instrument.show_picked("")
        self.routes.show_lines(route_lines(registry, self._language))
        self.facts.show_lines(())

    def _say(self, name: str) -> str:
        return sentence(f"known-guide.{name}", self._language)

    @Slot(str)
    def _picked(self, key: str) -> None:
        found = self._registry.of(key)
        self.facts.show_lines(fact_lines(found, self._language) if found is not None else ())


class _HeadedLines(QWidget):
    """Short headings with their words below; hidden while there are none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._labels: list[WrapLabel] = []

    def show_lines(self, lines: tuple[GuideLine, ...]) -> None:
        """Show these in place of what stood here."""
        for label in self._labels:
            self._column.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        for line in lines:
            self._add(WrapLabel(line.heading, self, style=TextStyle.BODY_STRONG))
            self._add(WrapLabel(breakable(line.words), self))
            if line.sources:
                self._add(WrapLabel(breakable(line.sources), self, tone=Tone.MUTED))
        self.setVisible(bool(lines))

    def _add(self, label: WrapLabel) -> None:
        self._labels.append(label)
        self._column.addWidget(label)
