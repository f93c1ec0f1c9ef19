"""The column at the left: the sections of the form, and what the closed ones wait for."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.views.interview.interview_state import SectionEntry
from desktop.views.interview.saying import say
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.section_list import SectionItem, SectionList
from desktop.views.widgets.surface import Ground, Rule, Surface
from desktop.views.widgets.wrap_label import WrapLabel


class SectionsPanel(Surface):
    """Signals: ``section_requested(section)``."""

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
        self.title = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.second = WrapLabel("", self, tone=Tone.MUTED)
        for label in (self.title, self.second):
            self.top.addWidget(label)
            label.hide()
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
        self._add_notes(column)
        self.list.opened.connect(self._opened)

    def _add_notes(self, column: QVBoxLayout) -> None:
        self._rule = Rule(self)
        column.addWidget(self._rule)
        self._note = QWidget(self)
        note = QHBoxLayout(self._note)
        note.setContentsMargins(Space.L + Space.XS, Space.S, Space.L, 0)
        note.setSpacing(Space.M)
        note.addWidget(IconLabel(Icon.DOOR_CLOSED, self._note, tone=Tone.PRIVATE))
        words = self.tr("Open only while the room is private")
        note.addWidget(WrapLabel(words, self._note, tone=Tone.PRIVATE), 1)
        column.addWidget(self._note)
        self.footer = WrapLabel("", self, tone=Tone.MUTED)
        self.footer.setContentsMargins(Space.L + Space.XS, Space.S, Space.L, 0)
        self.footer.hide()
        column.addWidget(self.footer)

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
                entry.mark,
            )
            for entry in sections
        ]
        self.list.show_sections(items, current)
        self._note.setVisible(any(entry.is_private for entry in sections))
        self._show_rule()

    def show_words(self, title: str, second: str, footer: str) -> None:
        """Words over and under the list (a safety plan)."""
        self.top.setContentsMargins(Space.L + Space.XS, Space.S, Space.L, Space.S)
        for label, words in ((self.title, title), (self.second, second), (self.footer, footer)):
            say(label, words)
            label.setVisible(bool(words))
        self._show_rule()

    def _show_rule(self) -> None:
        """Where words stand below it, the list does not end in the middle of a row unseen."""
        below = (self._note, self.footer)
        self._rule.setVisible(any(not one.isHidden() for one in below))

    @Slot(str)
    def _opened(self, section: str) -> None:
        self.section_requested.emit(section)
