"""The consent screen: banner, row of consents, text and right panel, actions."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import BugError
from desktop.messages import sentence
from desktop.views.consent.consent_actions import ConsentActions
from desktop.views.consent.consent_states import ConsentState, Part, Stage
from desktop.views.consent.consent_tabs import ConsentTabs, TabItem
from desktop.views.consent.consent_words import ConsentWords, moment, state_icon
from desktop.views.consent.side_panel import SidePanel
from desktop.views.consent.text_panel import TextPanel
from desktop.views.person.person_banner import PersonBanner
from desktop.views.shell.regions import mark_region
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.metrics import Layout, layout_for
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.in_view import show_whole
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.surface import Ground, Surface

SIDE_WIDTH = 432
NO_LIMIT = 16_777_215
"""Qt's own QWIDGETSIZE_MAX, which PySide6 does not export."""


class ConsentView(QWidget):
    """Signals: ``consent_opened(index)``, ``mode_chosen(LanguageMode)``, ``way_chosen(CannotWay or
    None)``, ``scope_changed(ScopeChoice)``, ``scope_edit_requested()``,
    ``cannot_sign_requested()``, ``ink_changed()``, ``unsaved_changed()`` when ``has_unsaved`` may
    have, ``sign_requested(SignAttempt)``,
    ``withdrawal_requested(how)``, ``back_requested()`` to the person; those of the action bar
    are connected there."""

    consent_opened = Signal(int)
    mode_chosen = Signal(object)
    way_chosen = Signal(object)
    scope_changed = Signal(object)
    scope_edit_requested = Signal()
    cannot_sign_requested = Signal()
    ink_changed = Signal()
    unsaved_changed = Signal()
    sign_requested = Signal(object)
    withdrawal_requested = Signal(str)
    back_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consent")
        self._language = language
        self._words = ConsentWords(self)
        self._state: ConsentState | None = None
        self._layout = Layout.FULL
        self.banner = PersonBanner(self, name="consent-banner")
        self.tabs = ConsentTabs(self, name="consent-tabs")
        self.bar = MessageBar(self, name="consent-bar", is_closable=False)
        self.body = QScrollArea(self)
        self._page = Surface(Ground.CANVAS, self.body)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.text = TextPanel(self._page)
        self.side = SidePanel(language, self._page)
        self.actions_bar = ConsentActions(self)
        self._lay_out()
        self._connect()
        theme_holder().changed.connect(self._fit)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._page_column = QVBoxLayout(self._page)
        self._page_column.setContentsMargins(0, 0, 0, 0)
        self._page_column.setSpacing(0)
        self._columns.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        self._columns.setSpacing(Space.XL)
        self._columns.addWidget(self.text, 1)
        self._columns.addWidget(self.side)
        self._page_column.addLayout(self._columns, 1)
        self.body.setObjectName("consent-body")
        self.body.setAccessibleName(self.tr("Consent"))
        self.body.setWidgetResizable(True)
        self.body.setFrameShape(QFrame.Shape.NoFrame)
        self.body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setWidget(self._page)
        for widget in (self.banner, self.tabs, self.bar):
            self._column.addWidget(widget)
        self._column.addWidget(self.body, 1)
        self._column.addWidget(self.actions_bar)
        for region in (self.banner, self.tabs, self.text, self.side, self.actions_bar):
            mark_region(region)

    def _connect(self) -> None:
        self.banner.back_requested.connect(self.back_requested)
        self.tabs.opened.connect(self.consent_opened)
        self.text.mode_chosen.connect(self.mode_chosen)
        self.side.scope_edit_requested.connect(self.scope_edit_requested)
        self.side.editor.changed.connect(self.scope_changed)
        self.side.cannot.way_chosen.connect(self.way_chosen)
        self.side.area.ink_changed.connect(self.ink_changed)
        self.side.area.cannot_sign_requested.connect(self.cannot_sign_requested)
        self.side.area.unsaved_changed.connect(self.unsaved_changed)
        self.side.cannot.unsaved_changed.connect(self.unsaved_changed)
        self.side.withdraw.how_chosen.connect(self._how_chosen)
        self.actions_bar.cannot_sign_requested.connect(self.cannot_sign_requested)
        self.actions_bar.sign_requested.connect(self._sign)
        self.actions_bar.withdrawal_requested.connect(self._withdraw)

    @property
    def has_unsaved(self) -> bool:
        """Whether an answer is begun: ink, a name, a witness."""
        return self.side.area.has_unsaved or self.side.cannot.has_unsaved

    @property
    def state(self) -> ConsentState:
        """What is shown; BugError before anything is."""
        if self._state is None:
            raise BugError("no consent is shown yet")
        return self._state

    def show_state(self, state: ConsentState) -> None:
        """Show the whole screen."""
        old, self._state = self._state, state
        if old is None or (old.chosen, old.stage) != (state.chosen, state.stage):
            self.body.verticalScrollBar().setValue(0)
        self.banner.show_state(state.banner)
        self._show_tabs(state)
        self._show_bar(state)
        self.text.show_state(state)
        self.side.show_state(state)
        self.show_moment(state)
        self.actions_bar.show_state(state)
        self._fit()

    def show_moment(self, state: ConsentState) -> None:
        """The date and time beside the pad."""
        self.side.area.moment_label.setText(moment(state.now))

    def show_problem(self, part: Part, words: str) -> None:
        """Say at its place what is missing."""
        self.side.show_problem(part, words)
        self._reveal_soon()

    def focus_text(self) -> None:
        """Put the focus where reading starts, and say which consent this is."""
        self.text.reading_place.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._state is not None:
            announce(self.text, self._words.title(self._state.card))

    def focus_consent(self, index: int) -> None:
        """Put the focus on a consent of the row."""
        self.tabs.focus_tab(index)

    def focus_stage(self, stage: Stage) -> None:
        """Put the focus on the first thing that this stage asks."""
        if stage is Stage.CANNOT_SIGN:
            self.side.cannot.ways.focus_first()
        elif stage is Stage.SCOPE:
            self.side.editor.focus_first()
        elif stage is Stage.WITHDRAWING:
            self.side.withdraw.ways.focus_first()
        elif stage is Stage.ASKING:
            self.side.area.pad.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal_soon()

    def start_over(self) -> None:
        """Forget ink and what was typed for another consent."""
        self.side.start_over()

    def _show_tabs(self, state: ConsentState) -> None:
        items = []
        for at, card in enumerate(state.page.cards):
            is_asking = at == state.chosen and state.document is not None
            words = self._words.state(card, state.today, is_asking=is_asking)
            icon = state_icon(card, is_asking=is_asking)
            items.append(TabItem(self._words.title(card), words, icon))
        self.tabs.show_items(items, state.chosen)

    def _show_bar(self, state: ConsentState) -> None:
        if state.can_take or state.document is None:
            self.bar.clear()
            return
        if state.document.missing:
            ids = [f"consent-element.{one.value}" for one in state.document.missing]
            said = " ".join(sentence(one, self._language) for one in ids)
            self.bar.show_message(Tone.DANGER, said, is_spoken=not self.bar.isVisible())
            return
        words = self.tr(
            "The hospital has not approved this text (version {version}), so no signature can be "
            "taken. No and Ask later are kept as always. An administrator approves it on the "
            "Texts desk."
        ).format(version=state.text.version)
        self.bar.show_message(Tone.DANGER, words, is_spoken=not self.bar.isVisible())

    @Slot()
    def _how_chosen(self) -> None:
        self.actions_bar.show_how_known(is_known=bool(self.side.withdraw.how))

    @Slot()
    def _sign(self) -> None:
        self.side.clear_problems()
        self.sign_requested.emit(self.side.attempt())

    @Slot()
    def _withdraw(self) -> None:
        self.withdrawal_requested.emit(self.side.withdraw.how)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the columns for the width."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """The window is known now."""
        super().showEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        theme = current_theme()
        layout = layout_for(self.window().width(), theme.scale)
        is_full = layout is Layout.FULL
        if layout is not self._layout:
            self._layout = layout
            self._arrange(is_full=is_full)
        self.text.set_stacked(layout is Layout.STACKED)
        least = theme.metrics.scaled(SIDE_WIDTH) if is_full else 0
        self.side.setMinimumWidth(least)
        self.side.setMaximumWidth(least or NO_LIMIT)

    def _arrange(self, *, is_full: bool) -> None:
        """Columns side by side under the row of consents, or one page that scrolls as a whole."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(beside if is_full else below)
        self.text.set_flowing(not is_full)
        if is_full:
            self._page_column.removeWidget(self.tabs)
            self._column.insertWidget(1, self.tabs)
        else:
            self._column.removeWidget(self.tabs)
            self._page_column.insertWidget(0, self.tabs)

    def _reveal_soon(self) -> None:
        """After the layout made room for what just appeared."""
        QTimer.singleShot(0, self, self._reveal)

    @Slot()
    def _reveal(self) -> None:
        focused = self.focusWidget()
        if focused is not None and self._page.isAncestorOf(focused):
            show_whole(self.body, focused, Space.XL)
        for label in self.side.problem_labels:
            if label.isVisible():
                show_whole(self.body, label, Space.XL)
