"""The left column of the review desk: alerts that wait for a clinician, then the queue."""

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.services.open_alert_rows import OpenAlertRow
from desktop.services.read_review_desk import ReviewDesk, ReviewRow
from desktop.views.debrief.debrief_list import DebriefList
from desktop.views.outing.late_rows import late_rows
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.row_item import ChipFact, RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.surface import Ground, Surface
from desktop.views.widgets.wrap_label import WrapLabel

LATE_AFTER = timedelta(hours=24)


class QueuePanel(Surface):
    """Signals: ``visit_chosen(visit_id)``; ``alert_opened(index)``; ``late_opened(outing_id)``."""

    visit_chosen = Signal(str)
    alert_opened = Signal(int)
    late_opened = Signal(str)

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(Ground.PLAIN, parent)
        self.setObjectName("review-queue-panel")
        self._language = language
        self.late_title = _title(sentence("outing.list", language), self)
        self.late = RowList(
            sentence("outing.list", language), self, name="review-late", opens_on_press=True
        )
        self.alert_title = _title(self.tr("Alerts open now"), self)
        self.alerts = RowList(
            self.tr("Alerts open now"), self, name="review-alerts", opens_on_press=True
        )
        self.queue = RowList(self.tr("Waiting for review"), self, name="review-queue")
        self.debriefs = DebriefList(language, age, self)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.late_title)
        column.addWidget(self.late)
        column.addWidget(self.alert_title)
        column.addWidget(self.alerts)
        column.addWidget(self.queue)
        column.addWidget(self.debriefs)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.queue.chosen.connect(self.visit_chosen)
        self.alerts.opened.connect(self._open_alert)
        self.late.opened.connect(self.late_opened)

    def focus_queue(self) -> None:
        """Put the focus where work begins: who is missed, the first alert, else the queue."""
        shown = [one for one in (self.late, self.alerts) if one.isVisible()]
        (*shown, self.queue)[0].focus_chosen()

    def show_desk(self, desk: ReviewDesk, now: datetime, chosen: str) -> None:
        """Show alerts and queue; ``chosen`` is the visit that is open."""
        self.show_late(desk, now)
        self.alert_title.setVisible(bool(desk.alerts))
        self.alerts.setVisible(bool(desk.alerts))
        self.alerts.show_rows([self._alert(at, row, now) for at, row in enumerate(desk.alerts)])
        self.debriefs.show_rows(desk.debriefs, now)
        self.queue.setVisible(bool(desk.queue))
        self.queue.show_rows([self._row(row, now) for row in desk.queue])
        self.queue.set_chosen(chosen)

    def show_late(self, desk: ReviewDesk, now: datetime) -> None:
        """Show who is not back from an off-site visit; the words say since when, so that two names
        have room."""
        rows = [
            replace(row, right="", is_large=True, has_chevron=False)
            for row in late_rows(desk.late.rows, now, self._language)
        ]
        self.late_title.setVisible(bool(rows))
        self.late.setVisible(bool(rows))
        self.late.show_rows(rows)

    def _alert(self, at: int, row: OpenAlertRow, now: datetime) -> RowItem:
        kind = row.title.in_language(self._language)
        words = self.tr("{kind}. {name}").format(kind=kind, name=row.author_name)
        return RowItem(
            key=str(at),
            title=row.alias,
            second=self._marked(words, is_quiet=row.is_confidential),
            second_tone=Tone.PRIVATE if row.is_confidential else Tone.MUTED,
            icon=State.DANGER,
            icon_tone=Tone.DANGER,
            right=age(now - row.since),
            is_large=True,
        )

    def _row(self, row: ReviewRow, now: datetime) -> RowItem:
        waited = now - row.submitted_at
        chips = []
        if row.is_mine:
            chips.append(ChipFact(self.tr("Another reviewer signs"), Tone.PLAIN, Icon.LOCK))
        elif row.flags:
            text = self.tr("%n flag(s)", "", row.flags)
            chips.append(ChipFact(text, Tone.DANGER, Icon.TRIANGLE_ALERT))
        else:
            chips.append(ChipFact(self.tr("No flags"), Tone.PLAIN, None))
        if row.missing:
            chips.append(ChipFact(self.tr("%n without answer", "", row.missing), Tone.PLAIN, None))
        if waited > LATE_AFTER:
            chips.append(ChipFact(self.tr("Late"), Tone.WARNING, Icon.CLOCK))
        words = f"{row.form_title.in_language(self._language)}, {row.author_name}"
        return RowItem(
            key=row.visit_id,
            title=row.alias,
            second=self._marked(words, is_quiet=row.is_confidential),
            second_tone=Tone.PRIVATE if row.is_confidential else Tone.MUTED,
            right=age(waited),
            chips=tuple(chips),
            is_large=True,
            is_muted=row.is_mine,
        )

    def _marked(self, words: str, *, is_quiet: bool) -> str:
        """The words, and that no caller is told where that holds."""
        mark = sentence("confidential.mark", self._language) if is_quiet else ""
        return " · ".join(part for part in (words, mark) if part)

    @Slot(str)
    def _open_alert(self, key: str) -> None:
        self.alert_opened.emit(int(key))


def _title(words: str, parent: QWidget) -> WrapLabel:
    label = WrapLabel(words, parent, style=TextStyle.ROW_STRONG, tone=Tone.DANGER)
    label.setContentsMargins(Space.XL, Space.M, Space.XL, Space.S)
    return label


def age(waited: timedelta) -> str:
    """A short age: "12 min", "3 h", "2 d"."""
    minutes = max(1, int(waited.total_seconds() // 60))
    if minutes < 60:
        return f"{minutes} min"
    hours = minutes // 60
    return f"{hours} h" if hours < 48 else f"{hours // 24} d"
