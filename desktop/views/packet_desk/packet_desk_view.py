"""The packet desk's view: what is ready, printers, printed today; the chosen pages at the right."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.packet.page_pictures import fitting_dpi, pictures
from desktop.views.packet.split_body import SplitBody
from desktop.views.packet_desk.desk_actions import DeskActions
from desktop.views.packet_desk.desk_states import DeskState
from desktop.views.packet_desk.hand_over_panel import HandOverPanel
from desktop.views.packet_desk.printed_panel import PrintedPanel
from desktop.views.packet_desk.printers_panel import PrintersPanel
from desktop.views.packet_desk.ready_panel import ReadyPanel
from desktop.views.packet_desk.refuse_panel import RefusePanel
from desktop.views.review.queue_panel import age
from desktop.views.shell.regions import mark_region
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.icons import Icon
from desktop.views.theme.metrics import layout_for
from desktop.views.theme.tokens import BUSY_AFTER_MS, Space
from desktop.views.widgets.busy import Busy
from desktop.views.widgets.page_preview import PagePreview
from desktop.views.widgets.top_bar import TopBar

PREVIEW_WIDTH = 432


class PacketDeskView(QWidget):
    """Signals: those of its panels and of its actions; ``packet_chosen(packet_id)``."""

    packet_chosen = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self._state: DeskState | None = None
        self.top_bar = TopBar(self.tr("Packet desk"), self, name="desk-top")
        self.body = SplitBody(self, name="desk-body", preview_px=PREVIEW_WIDTH)
        self.refusing = RefusePanel(language, self)
        self.handing = HandOverPanel(self)
        self.ready = ReadyPanel(self)
        self.printers = PrintersPanel(self)
        self.printed = PrintedPanel(self)
        self.preview = PagePreview(self, name="desk-preview")
        self.preview.set_note(
            self.tr("No name, hospital or reason on the outside"), Icon.SHIELD_CHECK
        )
        self.body.set_preview(self.preview)
        self.busy = Busy(self, name="desk-busy", can_cancel=False)
        self.actions_bar = DeskActions(self)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(BUSY_AFTER_MS)
        self._making = self.tr("Making the pages")
        self._lay_out()
        self.ready.packet_chosen.connect(self.packet_chosen)
        self.printed.packet_chosen.connect(self.packet_chosen)
        self._late.timeout.connect(self._say_making)
        theme_holder().changed.connect(self._fit)

    @property
    def state(self) -> DeskState | None:
        """What is shown, None before the lists were read."""
        return self._state

    def show_state(self, state: DeskState) -> None:
        """Show the whole desk."""
        before, self._state = self._state, state
        self.top_bar.set_title(self.tr("Packet desk"), self._second(state))
        for panel in (self.ready, self.printers, self.printed):
            panel.show_state(state)
        self._show_refusing(state, is_new=before is None or not before.is_refusing)
        self._show_handing(state, is_new=before is None or not before.is_handing_over)
        self.preview.setVisible(state.row is not None)
        self._show_preview(state, before)
        self.actions_bar.show_state(state)

    def show_step(self, done: int, total: int) -> None:
        """Which page is being made; said once it takes a while."""
        self._making = self.tr("Making page {page} of {count}").format(page=done, count=total)
        if not self._late.isActive():
            self.preview.show_loading(self._making)

    def page_dpi(self) -> int:
        """Dots per inch at which a whole page fills the preview now."""
        canvas, ratio = self.preview.canvas, self.devicePixelRatioF()
        width, height = canvas.width() - Space.XS, canvas.height() - Space.XS
        return fitting_dpi(width * ratio, height * ratio)

    def focus_ready(self) -> None:
        """Begin at the chosen packet, else at Refresh."""
        if self._state is not None and self._state.desk.ready:
            self.ready.rows.focus_chosen()
        else:
            self.actions_bar.refresh.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns become rows when the window is narrow for its text."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """The window is known now."""
        super().showEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.body, 1)
        column.addWidget(self.busy)
        column.addWidget(self.actions_bar)
        panels = (self.refusing, self.handing, self.ready, self.printers, self.printed)
        for panel in panels:
            self.body.main.addWidget(panel)
        self.busy.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        for region in (*panels, self.preview, self.actions_bar):
            mark_region(region)

    def _second(self, state: DeskState) -> str:
        ready = state.desk.ready
        if not ready:
            return self.tr("Nothing waiting")
        oldest = age(state.now - ready[0].made_at)
        return self.tr("{count} ready, oldest {age}").format(count=len(ready), age=oldest)

    def _show_refusing(self, state: DeskState, *, is_new: bool) -> None:
        if not state.is_refusing or state.row is None:
            self.refusing.hide()
        elif is_new:
            self.refusing.ask(state.row.alias)
            self.body.area.verticalScrollBar().setValue(0)

    def _show_handing(self, state: DeskState, *, is_new: bool) -> None:
        if not state.is_handing_over or state.row is None:
            self.handing.hide()
        elif is_new:
            self.handing.ask(state.row.alias, person_only=state.row.person_only)
            self.body.area.verticalScrollBar().setValue(0)

    def _show_preview(self, state: DeskState, before: DeskState | None) -> None:
        if state.problem:
            self._late.stop()
            self.preview.show_failed(state.problem)
        elif state.opened is not None and state.opened.packet_id == state.chosen:
            self._late.stop()
            if before is None or before.opened is not state.opened:
                titles = (self.tr("Outside of the fold"),)
                self.preview.turn_to(0)
                self.preview.show_pages(pictures(state.opened.images), titles)
        else:
            self.preview.show_pages(())
            if state.chosen is not None:
                self._late.start()

    @Slot()
    def _say_making(self) -> None:
        self.preview.show_loading(self._making)

    @Slot()
    def _fit(self) -> None:
        layout = layout_for(self.window().width(), current_theme().scale)
        self.body.set_layout(layout)
        self.actions_bar.set_layout(layout)
