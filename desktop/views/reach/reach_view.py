"""The desk of reach: days at the top, then numbers; never a name, nor a number that is as good."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.messages import sentence
from desktop.records.reach_period import ReachPeriod
from desktop.services.count_reach import ReachCount
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.reach.reach_rows import ended_rows, main_rows, wait_rows
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.date_field import DateField
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import Column, RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.top_bar import TopBar
from desktop.views.widgets.wrap_label import WrapLabel


class ReachView(DeskFrame):
    """Signals: ``period_chosen(ReachPeriod)``; ``days_given(since, until)``, dates or None."""

    period_chosen = Signal(object)
    days_given = Signal(object, object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="reach")
        self._language = language
        self.set_top(TopBar(self._say("reach-desk.title"), self, name="reach-top"))
        main = self.body.main_column
        self._build_days(main)
        self.problem = WrapLabel("", main, tone=Tone.WARNING)
        self.problem.hide()
        self.body.main.addWidget(self.problem)
        self.empty = EmptyState(
            self._say("reach-desk.few"), self._say("reach-desk.few-words"), main, name="reach-empty"
        )
        self.body.main.addWidget(self.empty)
        self.lists = {
            name: self._list(name, main) for name in ("numbers", "never-reached", "ends", "waits")
        }
        self._panels = {name: panel for name, (panel, _rows) in self.lists.items()}
        self.unreadable = WrapLabel("", main, tone=Tone.WARNING)
        self.body.main.addWidget(self.unreadable)
        side = self.body.side_column
        note = Panel(self._say("reach-desk.about"), side, name="reach-note")
        note.body.addWidget(WrapLabel(self._say("reach-desk.about-words"), note, tone=Tone.MUTED))
        self.add_side(note)
        self._build_actions()

    def _build_days(self, main: QWidget) -> None:
        panel = Panel("", main, name="reach-days")
        choices = [Choice(one.value, self._say(f"reach-desk.{one.value}")) for one in ReachPeriod]
        question = self._say("reach-desk.period")
        self.period = Segment(question, choices, panel, name="reach-period")
        panel.body.addWidget(FieldRow(question, self.period, panel))
        self.shown_days = WrapLabel("", panel, tone=Tone.MUTED)
        panel.body.addWidget(self.shown_days)
        self.since = DateField(panel, name="reach-since")
        self.until = DateField(panel, name="reach-until")
        self.own = QWidget(panel)
        self._own_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.own)
        self._own_row.setContentsMargins(0, 0, 0, 0)
        self._own_row.setSpacing(Space.L)
        self.since_row = FieldRow(self._say("reach-desk.since"), self.since, self.own)
        self.until_row = FieldRow(self._say("reach-desk.until"), self.until, self.own)
        self._own_row.addWidget(self.since_row, 1)
        self._own_row.addWidget(self.until_row, 1)
        panel.body.addWidget(self.own)
        self.body.main.addWidget(panel)
        self.period.chosen.connect(self._chosen)

    def _build_actions(self) -> None:
        bar = ActionBar(self, name="reach-actions")
        self.count_button = Button(
            self._say("reach-desk.count"),
            bar,
            name="reach-count",
            role=ButtonRole.PRIMARY,
            icon=Icon.CHART,
        )
        self.count_button.clicked.connect(self._count)
        bar.add_right(self.count_button)
        self.set_actions(bar)

    def show_period(self, period: ReachPeriod, since: date, until: date) -> None:
        """Show which days are chosen."""
        is_own = period is ReachPeriod.OWN
        self.period.set_chosen(period.value)
        self.since.show_value(since)
        self.until.show_value(until)
        self.own.setVisible(is_own)
        words = self._say("reach-desk.days", since=since.isoformat(), until=until.isoformat())
        self.shown_days.setText(words)
        self.shown_days.setVisible(not is_own)

    def show_count(self, count: ReachCount) -> None:
        """Show the numbers; where too few people arrived, only that."""
        self.problem.hide()
        is_few = not count.eligible
        name = "reach-desk.few" if count.eligible is None else "reach-desk.nobody"
        self.empty.show_words(self._say(name), self._say(f"{name}-words"))
        self.empty.setVisible(is_few)
        self._show("numbers", () if is_few else main_rows(count, self._language))
        self._show("never-reached", () if is_few else ended_rows(count.ended, self._language))
        self._show("ends", () if is_few else ended_rows(count.after_contact, self._language))
        self._show("waits", () if is_few else wait_rows(count, self._language))
        self.unreadable.setText(self._say("reach-count.unreadable", count=count.unreadable))
        self.unreadable.setVisible(bool(count.unreadable))

    def show_problem(self, words: str) -> None:
        """Say why nothing was counted, where the days are; the old numbers go."""
        for name in self.lists:
            self._show(name, ())
        self.empty.hide()
        self.problem.setText(words)
        self.problem.show()
        self.since.setFocus()

    def focus_first(self) -> None:
        """The chosen days."""
        self.period.setFocus()

    def _show(self, name: str, rows: tuple[RowItem, ...]) -> None:
        panel, shown = self.lists[name]
        shown.show_rows(list(rows))
        panel.setVisible(bool(rows))

    def _list(self, name: str, main: QWidget) -> tuple[Panel, RowList]:
        title = self._say(f"reach-desk.list-{name}")
        panel = Panel(title, main, name=f"reach-{name}-panel", is_flush=True)
        of = "minutes" if name == "waits" else "people"
        what, how_many = self._say("reach-desk.what"), self._say(f"reach-desk.{of}")
        columns = (Column(what, 3), Column(how_many, 2))
        rows = RowList(title, panel, name=f"reach-{name}", columns=columns)
        panel.body.addWidget(rows)
        panel.hide()
        self.body.main.addWidget(panel)
        return panel, rows

    def _say(self, name: str, **params: str | int) -> str:
        return sentence(name, self._language, **params)

    @Slot(str)
    def _chosen(self, key: str) -> None:
        self.period_chosen.emit(ReachPeriod(key))

    @Slot()
    def _count(self) -> None:
        period = ReachPeriod(self.period.chosen_key())
        if period is not ReachPeriod.OWN:
            self.period_chosen.emit(period)
            return
        self.since.flush()
        self.until.flush()
        self.days_given.emit(self.since.typed_value(), self.until.typed_value())
