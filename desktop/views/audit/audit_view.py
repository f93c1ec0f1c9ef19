"""The desk of the audit trail: a question, the entries that answer it, and two acts."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.messages import sentence
from desktop.views.audit.audit_words import columns
from desktop.views.audit.filter_panel import FilterPanel
from desktop.views.person.ask_panel import Ask, AskPanel
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.theme.icons import Icon
from desktop.views.theme.metrics import Layout
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.busy import Busy
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.list_row import ListRow
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.top_bar import TopBar
from desktop.views.widgets.wrap_label import WrapLabel
from desktop.views.worklist.worklist_lists import ListPanel


@dataclass(frozen=True, slots=True)
class AuditShown:
    """One page of entries; ``empty`` holds title and sentence in place of rows."""

    rows: tuple[RowItem, ...] = ()
    count: int = 0
    """How many entries the answer has on all its pages."""
    reviews: tuple[RowItem, ...] = ()
    place: str = ""
    """Which of how many are shown."""
    has_newer: bool = False
    has_older: bool = False
    empty: tuple[str, str] = ("", "")
    damaged: str = ""
    no_report: str = ""
    """Why no accounting can be made now; empty when one can."""


class AuditView(DeskFrame):
    """Keys of rows are numbers of entries and ids of accesses.

    Signals: ``question_changed()``; ``narrowed()``; ``turned(by)`` -1 to newer, 1 to older;
    ``review_opened(key)``; ``copy_requested(key)``; ``report_requested()``;
    ``read_requested()``; ``stop_requested()``.
    """

    question_changed = Signal()
    narrowed = Signal()
    turned = Signal(int)
    review_opened = Signal(str)
    copy_requested = Signal(str)
    report_requested = Signal()
    read_requested = Signal()
    stop_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="audit")
        self._language = language
        self.set_top(TopBar(self._words("audit.title"), self, name="audit-top"))
        main = self.body.main_column
        self.reading = Busy(main, name="audit-reading")
        self.reading.cancel_requested.connect(self.stop_requested)
        self.damaged = WrapLabel("", main, tone=Tone.WARNING)
        self.damaged.setObjectName("audit-damaged")
        self.filter = FilterPanel(language, main)
        self.reviews = ListPanel(
            self._words("audit.question-reviews"), main, name="audit-reviews", opens_on_press=True
        )
        self.entries = ListPanel(
            self._words("audit.entries"), main, name="audit-entries", columns=columns(language)
        )
        self._build_turning()
        self.empty = EmptyState("", "", main, name="audit-empty")
        for widget in (
            self.reading, self.damaged, self.filter, self.reviews, self.entries, self.empty,
        ):  # fmt: skip
            self.body.main.addWidget(widget)
        self._build_side()
        self._build_actions()
        self.filter.question_changed.connect(self.question_changed)
        self.filter.narrowed.connect(self.narrowed)
        self.reviews.rows.opened.connect(self.review_opened)
        self.layout_changed.connect(self._follow_layout)
        self._follow_layout(self.desk_layout)
        self.show_page(AuditShown(no_report=self._words("audit.reading")))
        self.filter.hide()

    def show_page(self, page: AuditShown) -> None:
        """Show one answer; focus stays where it was."""
        self.filter.show()
        self.damaged.setText(page.damaged)
        self.damaged.setVisible(bool(page.damaged))
        self.reviews.show_rows(page.reviews)
        self.entries.show_rows(page.rows)
        self.entries.set_count(page.count, page.place)
        self.place.setText(page.place)
        self._turning.setVisible(page.has_newer or page.has_older)
        self.newer.setEnabled(page.has_newer)
        self.older.setEnabled(page.has_older)
        self.empty.show_words(*page.empty)
        self.empty.setVisible(bool(page.empty[0]))
        self.report_button.set_closed(page.no_report)

    def show_only(self, title: str, words: str) -> None:
        """Nothing was read: why, and what to do."""
        self.show_page(AuditShown(empty=(title, words), no_report=title))
        self.filter.hide()
        self.read_button.setFocus()

    def ask(self, ask: Ask) -> None:
        """Open the panel with this question."""
        self.asking.begin(ask)
        self.open_task(self.asking)

    def focus_first(self) -> None:
        """Whom it is about, or the question."""
        row = self.filter.person_row
        (self.filter.question if row.isHidden() else self.filter.person).setFocus()

    def _build_turning(self) -> None:
        self._turning = QWidget(self.entries)
        row = QHBoxLayout(self._turning)
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        row.setSpacing(Space.M)
        self.place = WrapLabel("", self._turning, tone=Tone.MUTED)
        self.newer = Button(self._words("audit.newer"), self._turning, name="audit-newer")
        self.older = Button(self._words("audit.older"), self._turning, name="audit-older")
        row.addWidget(self.place, 1)
        row.addWidget(self.newer)
        row.addWidget(self.older)
        self.entries.body.addWidget(self._turning)
        self.newer.clicked.connect(self._newer)
        self.older.clicked.connect(self._older)

    def _build_side(self) -> None:
        side = self.body.side_column
        note = Panel(self._words("audit.note-title"), side, name="audit-note")
        for message_id in ("audit.note-words", "audit.note-copy", "audit.note-keys"):
            note.body.addWidget(WrapLabel(self._words(message_id), note, tone=Tone.MUTED))
        self.add_side(note)
        self.asking = AskPanel(self._language, side, name="audit-ask")
        self.add_task(self.asking)

    def _build_actions(self) -> None:
        bar = ActionBar(self, name="audit-actions")
        self.read_button = Button(
            self._words("audit.read-again"), bar, name="audit-read", icon=Icon.REFRESH
        )
        self.report_button = Button(
            self._words("audit.report"),
            bar,
            name="audit-report",
            role=ButtonRole.PRIMARY,
            icon=Icon.FILE_TEXT,
        )
        self.read_button.clicked.connect(self._read)
        self.report_button.clicked.connect(self._report)
        bar.add_left(self.read_button)
        bar.add_right(self.report_button)
        self.set_actions(bar)

    def _words(self, message_id: str) -> str:
        return sentence(message_id, self._language)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copying a line puts its words without the person's alias into the clipboard."""
        row = self.window().focusWidget()
        if event.matches(QKeySequence.StandardKey.Copy) and isinstance(row, ListRow):
            self.copy_requested.emit(row.item.key)
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _follow_layout(self, layout: Layout) -> None:
        self.filter.set_layout(layout)
        self.entries.set_stacked(layout is not Layout.FULL)

    @Slot()
    def _newer(self) -> None:
        self.turned.emit(-1)

    @Slot()
    def _older(self) -> None:
        self.turned.emit(1)

    @Slot()
    def _read(self) -> None:
        self.read_requested.emit()

    @Slot()
    def _report(self) -> None:
        self.report_requested.emit()
