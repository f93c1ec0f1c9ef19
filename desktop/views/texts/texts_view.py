"""The administrator's desk: which consent texts may be signed here, and who approved them."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.services.approve_text import TextCard
from desktop.views.interview.local_time import shown_moment
from desktop.views.shell.regions import mark_region
from desktop.views.texts.reading_pane import ReadingPane
from desktop.views.texts.texts_state import TextsState
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.metrics import Layout, layout_for
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Space, Tone, Width
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.top_bar import TopBar


class TextsView(QWidget):
    """Signals: ``text_chosen(name)``; ``approve_requested(name, approved_by)``."""

    text_chosen = Signal(str)
    approve_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("texts")
        self._state = TextsState()
        self.top = TopBar(self.tr("Consent texts"), self, name="texts-top")
        self.texts = RowList(self.tr("Consent texts"), self, name="texts-list")
        self.texts.set_rounds_top(True)
        self.texts.chosen.connect(self.text_chosen)
        self._list_panel = Panel("", self, name="texts-list-panel", is_flush=True)
        self._list_panel.body.addWidget(self.texts)
        self.pane = ReadingPane(self)
        self._reading = Panel("", self, name="texts-panel")
        self._reading.body.addWidget(self.pane)
        self._build_approval()
        self._build_bar()
        for region in (self._list_panel, self._reading, self.bar):
            mark_region(region)
        self._lay_out()
        theme_holder().changed.connect(self._fit)

    def show_state(self, state: TextsState) -> None:
        """Show the texts and read the chosen one."""
        is_other = state.chosen != self._state.chosen
        self._state = state
        done = self.tr("{approved} of {total} approved")
        counts = done.format(approved=state.approved, total=len(state.cards))
        self.top.set_title(self.tr("Consent texts"), counts if state.cards else "")
        self.texts.show_rows([self._row(card) for card in state.cards])
        self.texts.set_chosen(state.chosen)
        if state.card is None:
            self._reading.hide()
            return
        self._reading.show()
        self.pane.show_text(state.card, state.language, state.hospital)
        if is_other:
            self.approver.set_value("")
            self.area.verticalScrollBar().setValue(0)
        self._show_approval(state.card)

    def focus_first(self) -> None:
        """The list."""
        self.texts.focus_chosen()

    def _build_approval(self) -> None:
        self.approver = LineField(self._reading, name="texts-approver")
        self.approver_row = FieldRow(
            self.tr("Who approved this text"),
            self.approver,
            self._reading,
            help_text=self.tr(
                "The office or person who decided, for example counsel or the privacy office. "
                "The approval covers both languages of exactly this version."
            ),
        )
        self._reading.body.addWidget(self.approver_row)
        self.approver.edited.connect(self._follow)
        self.approver.returnPressed.connect(self._to_button)

    def _build_bar(self) -> None:
        self.bar = ActionBar(self, name="texts-bar")
        self.approve_button = Button(
            self.tr("Approve this version"),
            self.bar,
            name="texts-approve",
            role=ButtonRole.PRIMARY,
        )
        self.bar.add_right(self.approve_button)
        self.approve_button.clicked.connect(self._approve)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("page", True)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._columns.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self._columns.setSpacing(Space.XL)
        self._columns.addWidget(self._list_panel, 0, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self._reading, 1, Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea(self)
        self.area.setObjectName("texts-scroll")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.area, 1)
        column.addWidget(self.bar)

    def _row(self, card: TextCard) -> RowItem:
        title = card.title.in_language(self._state.language)
        version = self.tr("Version {version}").format(version=card.version)
        if card.approved_by is None or card.approved_at is None:
            words = self.tr("{version}. Not approved: no signatures are taken on it")
            icon, tone = State.LOOK_HERE, Tone.WARNING
            second = words.format(version=version)
        else:
            words = self.tr("{version}. Approved by {name}, {at}")
            icon, tone = State.DONE, Tone.MUTED
            at = shown_moment(card.approved_at)
            second = words.format(version=version, name=card.approved_by, at=at)
        return RowItem(
            card.name, title, second, icon=icon, second_tone=tone, is_large=True, has_chevron=True
        )

    def _show_approval(self, card: TextCard) -> None:
        is_approved = card.approved_by is not None and card.approved_at is not None
        self.approver_row.setVisible(not is_approved)
        self.approve_button.setVisible(not is_approved)
        note = ""
        if card.approved_by is not None and card.approved_at is not None:
            words = self.tr("Approved by {name}, {at}: signatures are taken on this version")
            note = words.format(name=card.approved_by, at=shown_moment(card.approved_at))
        self.bar.set_note(note)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        reason = (
            ""
            if self.approver.value()
            else self.tr("Opens when the approver is named below the text")
        )
        if self._state.is_busy:
            reason = self.tr("Saving the approval")
        is_hidden = self._state.card is not None and self._state.card.approved_by is not None
        self.approve_button.set_closed("" if is_hidden else reason)

    @Slot()
    def _to_button(self) -> None:
        # Approving is never done by Enter in a field.
        self.approve_button.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _approve(self) -> None:
        self.approve_requested.emit(self._state.chosen, self.approver.value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column when the window is narrow for its text."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        metrics = current_theme().metrics
        rail = metrics.scaled(Width.RAIL)
        is_full = layout_for(self.width() + rail, current_theme().scale) is Layout.FULL
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if is_full else QBoxLayout.Direction.TopToBottom
        )
        side = metrics.scaled(2 * Width.PICTURE) - 3 * Space.XL
        self._list_panel.setMinimumWidth(side if is_full else 0)
        self._list_panel.setMaximumWidth(side if is_full else self.maximumWidth())
        align = Qt.AlignmentFlag.AlignTop
        self._columns.setAlignment(self._list_panel, align if is_full else Qt.AlignmentFlag(0))
