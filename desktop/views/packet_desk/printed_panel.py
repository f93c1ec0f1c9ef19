"""What was printed today, with the mark that stands on the pages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.read_packet_desk import DeskRow
from desktop.views.packet_desk.desk_states import DeskState
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.wrap_label import WrapLabel


class PrintedPanel(Panel):
    """Signals: ``packet_chosen(packet_id)``: it can be printed again while it is kept."""

    packet_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, name="desk-printed-panel", is_flush=True)
        self.set_title(self.tr("Printed today"))
        self.rows = RowList(self.tr("Printed today"), self, name="desk-printed")
        self.none_label = WrapLabel(self.tr("Nothing yet"), self, tone=Tone.MUTED)
        self.none_label.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.none_label)
        self.rows.chosen.connect(self.packet_chosen)

    def show_state(self, state: DeskState) -> None:
        """Show today's prints."""
        printed = state.desk.printed_today
        count = len(printed)
        self.set_count(count or None, self.tr("{count} printed").format(count=count))
        self.none_label.setVisible(not printed)
        self.rows.setVisible(bool(printed))
        self.rows.show_rows([self._row(row) for row in printed])
        self.rows.set_chosen(state.chosen or "")

    def _row(self, row: DeskRow) -> RowItem:
        time = row.changed_at.astimezone().strftime("%H:%M")
        pages = self.tr("1 page") if row.pages == 1 else self.tr("%n pages", "", row.pages)
        title = self.tr("{time}   {alias}, {pages}").format(time=time, alias=row.alias, pages=pages)
        if row.is_damaged:
            title = self.tr("{time}   A packet that cannot be opened").format(time=time)
        mark = self.tr("Mark {mark}").format(mark=row.mark) if row.mark else ""
        return RowItem(
            key=row.packet_id, title=title, right=mark, is_quiet=True, is_closed=row.is_damaged
        )
