"""The column at the left: the sections of the form, and what the closed ones wait for."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.views.interview.interview_state import SectionEntry
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.section_list import SectionItem, SectionList
from desktop.views.widgets.surface import Ground, Surface
from desktop.views.widgets.wrap_label import WrapLabel


class SectionsPanel(Surface):
    """``top`` takes words over the list. Signals: ``section_requested(section)``."""

    section_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Ground.PLAIN, parent)
        self.setObjectName("interview-sections-panel")
        self._shown: tuple[tuple[SectionEntry, ...], str] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, Space.L)
        column.setSpacing(0)
        self.top = QVBoxLayout()
        self.top.setContentsMargins(Space.L + Space.XS, 0, Space.L, 0)
        self.top.setSpacing(0)
        column.addLayout(self.top)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        inside = QWidget(area)
        inside.setProperty("page", True)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        self.list = SectionList(self.tr("Sections"), inside, name="interview-sections")
        rows.addWidget(self.list)
        rows.addStretch(1)
        area.setWidget(inside)
        column.addWidget(area, 1)
        self._note = QWidget(self)
        note = QHBoxLayout(self._note)
        note.setContentsMargins(Space.L + Space.XS, Space.S, Space.L, 0)
        note.setSpacing(Space.M)
        note.addWidget(IconLabel(Icon.DOOR_CLOSED, self._note, tone=Tone.PRIVATE))
        words = self.tr("Open only while the room is private")
        note.addWidget(WrapLabel(words, self._note, tone=Tone.PRIVATE), 1)
        column.addWidget(self._note)
        self.list.opened.connect(self._opened)

    def show_sections(self, sections: tuple[SectionEntry, ...], current: str) -> None:
        """Show the sections; ``current`` is the one on the page."""
        if (sections, current) == self._shown:
            return
        self._shown = sections, current
        items = [
            SectionItem(
                entry.section,
                entry.title,
                entry.state,
                entry.answered,
                entry.total,
                entry.is_closed,
            )
            for entry in sections
        ]
        self.list.show_sections(items, current)
        self._note.setVisible(any(entry.is_private for entry in sections))

    @Slot(str)
    def _opened(self, section: str) -> None:
        self.section_requested.emit(section)
