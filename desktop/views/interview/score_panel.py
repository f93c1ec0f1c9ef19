"""The panel at the right: ticks, score or withheld, open alerts, what is missing."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.views.interview.interview_state import MissingEntry, ScoreState
from desktop.views.interview.saying import say
from desktop.views.safety_plan.plan_preview import PlanPreview
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import IconSize, Space, TextStyle, Tone
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.surface import Ground, Surface
from desktop.views.widgets.ticks import Ticks
from desktop.views.widgets.wrap_label import WrapLabel


class ScorePanel(Surface):
    """Signals: ``jump_requested(key)`` a line of the list was pressed."""

    jump_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Ground.PLAIN, parent)
        self.setObjectName("interview-score-panel")
        self._shown: ScoreState | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        inside = QWidget(area)
        inside.setProperty("page", True)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, Space.L, 0, Space.L)
        self._column.setSpacing(Space.S)
        self._add_top(inside)
        self._add_well(inside)
        self._add_list(inside)
        self._column.addStretch(1)
        area.setWidget(inside)
        outer.addWidget(area)

    def _add_padded(self, widget: QWidget, above: int = Space.NONE) -> None:
        row = QVBoxLayout()
        row.setContentsMargins(Space.L + Space.XS, above, Space.L + Space.XS, 0)
        row.addWidget(widget)
        self._column.addLayout(row)

    def _add_top(self, inside: QWidget) -> None:
        self.title = WrapLabel("", inside, style=TextStyle.ROW_STRONG)
        self.note = WrapLabel("", inside, tone=Tone.MUTED)
        self.ticks = Ticks(inside, name="interview-ticks")
        self.answered = WrapLabel("", inside)
        self.answered.setObjectName("interview-answered")
        self._add_padded(self.title)
        self._add_padded(self.note)
        self._add_padded(self.ticks, Space.S)
        self._add_padded(self.answered)

    def _add_well(self, inside: QWidget) -> None:
        self.alert = MessageBar(inside, name="interview-alert-note", is_closable=False)
        self._add_padded(self.alert, Space.S)
        self.well = Surface(Ground.WELL, inside)
        row = QHBoxLayout(self.well)
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        row.setSpacing(Space.M)
        self.score_icon = IconLabel(State.SAID_NO, self.well, size=IconSize.MEDIUM)
        self.score_title = WrapLabel("", self.well, style=TextStyle.ROW_STRONG)
        self.score_title.setObjectName("interview-score")
        self.score_note = WrapLabel("", self.well)
        self.score_note.setObjectName("interview-score-note")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.score_title)
        words.addWidget(self.score_note)
        row.addWidget(self.score_icon)
        row.addLayout(words, 1)
        self._add_padded(self.well, Space.S)
        self.unchecked = WrapLabel("", inside, tone=Tone.WARNING)
        self.unchecked.setObjectName("interview-unchecked")
        self.unchecked.hide()
        self._add_padded(self.unchecked)

    def _add_list(self, inside: QWidget) -> None:
        self.list_title = WrapLabel("", inside, style=TextStyle.BODY_STRONG)
        self._add_padded(self.list_title, Space.L)
        self.list = RowList(
            self.tr("Missing"), inside, name="interview-missing", opens_on_press=True
        )
        self._column.addWidget(self.list)
        self.footer = WrapLabel("", inside, tone=Tone.MUTED)
        self._add_padded(self.footer, Space.S)
        self.plan = PlanPreview(inside)
        self._add_padded(self.plan, Space.L)
        self.list.opened.connect(self._opened)

    def show_score(self, state: ScoreState) -> None:
        """Show the panel for the present section."""
        if state == self._shown:
            return
        self._shown = state
        say(self.title, state.title)
        say(self.note, state.note)
        self.ticks.show_ticks(state.ticks)
        say(
            self.answered,
            self.tr("{done} of {total} answered").format(done=state.answered, total=state.total),
        )
        for label in (self.note, self.answered):
            label.setVisible(state.total > 0)  # a page of words alone has no question
        self._show_alerts(state.open_alerts, state.alert_note)
        self.unchecked.setVisible(bool(state.unchecked))
        say(self.unchecked, state.unchecked)
        self._show_score(state)
        say(self.list_title, self.tr("Missing") if state.missing_count else self.tr("Go to"))
        self.list_title.setVisible(bool(state.missing))
        self.list.show_rows([_row(entry) for entry in state.missing])
        here = next((entry.key for entry in state.missing if entry.is_here), "")
        self.list.set_chosen(here)
        say(self.footer, self._footer(state))

    def _footer(self, state: ScoreState) -> str:
        if state.open_alerts:
            return self.tr("Every other question stays open while you wait.")
        if state.is_held:
            return self.tr("The next page opens when what is needed on this one is done.")
        if state.missing_count:
            return self.tr("You can go on. Only Complete needs every answer or a reason.")
        return self.tr("Nothing is missing. Complete is open on the last section.")

    def _show_alerts(self, count: int, note: str) -> None:
        if not count:
            self.alert.clear()
            return
        title = self.tr("1 alert open")
        if count > 1:
            title = self.tr("{count} alerts open").format(count=count)
        self.alert.show_message(
            Tone.DANGER, note or self.tr("Complete waits for it"), title=title, is_spoken=False
        )

    def _show_score(self, state: ScoreState) -> None:
        score = state.score
        self.well.setVisible(score is not None)
        if score is None:
            return
        is_withheld = score.value is None
        self.score_icon.show_icon(State.SAID_NO if is_withheld else State.DONE)
        if is_withheld:
            say(self.score_title, self.tr("Score withheld"))
            words = self.tr("{score}: {missing} of {total} missing")
            said = words.format(score=score.label, missing=score.missing, total=score.total)
            say(self.score_note, said)
        else:
            say(self.score_title, f"{score.value:f}")
            say(self.score_note, f"{score.label}: {score.band}" if score.band else score.label)

    @Slot(str)
    def _opened(self, key: str) -> None:
        self.jump_requested.emit(key)


def _row(entry: MissingEntry) -> RowItem:
    words = f"{entry.title}: {entry.second}" if entry.second else entry.title
    return RowItem(entry.key, words, icon=entry.state, has_chevron=not entry.is_here, is_quiet=True)
