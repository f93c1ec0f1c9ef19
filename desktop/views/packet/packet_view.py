"""The packet composer's view: parts at the left, the pages as they will print at the right."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.records.packet_record import PacketPart, PaperSize
from desktop.views.packet.appointments_editor import AppointmentsEditor
from desktop.views.packet.editor_panel import EditorPanel
from desktop.views.packet.name_confirm import NameConfirmPanel
from desktop.views.packet.packet_actions import PacketActions
from desktop.views.packet.packet_states import OpenPanel, PacketState
from desktop.views.packet.page_pictures import fitting_dpi, pictures
from desktop.views.packet.parts_panel import EDITORS, PartsPanel
from desktop.views.packet.places_editor import PlacesEditor
from desktop.views.packet.print_panel import PrintPanel
from desktop.views.packet.split_body import SplitBody
from desktop.views.packet.steps_editor import StepsEditor
from desktop.views.person.person_banner import PersonBanner
from desktop.views.shell.regions import mark_region
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.metrics import Layout, layout_for
from desktop.views.theme.tokens import BUSY_AFTER_MS, Space
from desktop.views.widgets.busy import Busy
from desktop.views.widgets.page_preview import PagePreview
from desktop.views.widgets.segment import Choice, Segment

PARTS_WIDTH = 456


class PacketView(QWidget):
    """Signals: those of its panels, and ``language_chosen(language)``, ``size_chosen(size)``,
    ``panel_closed()``, ``back_requested()``, ``undo_requested()``, ``print_here_requested()``,
    ``send_requested()``; ``unsaved_changed()`` when ``has_unsaved`` may have."""

    language_chosen = Signal(str)
    size_chosen = Signal(str)
    panel_closed = Signal()
    back_requested = Signal()
    undo_requested = Signal()
    print_here_requested = Signal()
    send_requested = Signal()
    unsaved_changed = Signal()

    def __init__(
        self, language: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("packet")
        self._state: PacketState | None = None
        self._wanted_part: str = PacketPart.STEPS
        self.banner = PersonBanner(self)
        self.body = SplitBody(self, name="packet-body", main_px=PARTS_WIDTH)
        self.name_confirm = NameConfirmPanel(language, self)
        self.parts = PartsPanel(language, self)
        self.steps = StepsEditor(self)
        self.appointments = AppointmentsEditor(now, self)
        self.places = PlacesEditor(language, self)
        self.printing = PrintPanel(self)
        self.editors: dict[OpenPanel, EditorPanel] = {
            OpenPanel.STEPS: self.steps,
            OpenPanel.APPOINTMENTS: self.appointments,
            OpenPanel.PLACES: self.places,
            OpenPanel.PRINT: self.printing,
        }
        self.right = QWidget(self)
        self._make_choices()
        self.preview = PagePreview(
            self.right, name="packet-preview", has_thumbnails=True, fits_width=True
        )
        self.body.set_preview(self.right)
        self.busy = Busy(self, name="packet-busy", can_cancel=False)
        self.actions_bar = PacketActions(language, self)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(BUSY_AFTER_MS)
        self._lay_out()
        self._connect()

    @property
    def state(self) -> PacketState | None:
        """What is shown, None before the case was read."""
        return self._state

    @property
    def is_making(self) -> bool:
        """Whether newer pages than those on show are being made."""
        return self._state is None or self._state.is_making

    def show_state(self, state: PacketState) -> None:
        """Show everything; the focus goes where a panel was opened or closed."""
        before = self._state
        self._state = state
        self.banner.show_state(state.banner)
        self.parts.show_state(state)
        self.language.set_chosen(state.choices.language)
        self.text_size.set_chosen(state.choices.size.value)
        for editor in (self.steps, self.appointments, self.places, self.printing):
            editor.show_state(state)
        self._show_preview(state, before)
        self.actions_bar.show_state(state)
        self._show_panel(state.panel, before.panel if before else None)

    @property
    def has_unsaved(self) -> bool:
        """Whether something is typed that is not in the packet."""
        return any(editor.has_unsaved for editor in self.editors.values())

    def show_step(self, done: int, total: int) -> None:
        """Which page is being made; said once it takes a while."""
        words = self.tr("Making page {page} of {count}").format(page=done, count=total)
        self._making = words
        if not self._late.isActive():
            self.preview.show_loading(words)

    def page_dpi(self) -> int:
        """Dots per inch at which a page fills the preview now."""
        width = self.preview.canvas.width() - Space.XS
        return fitting_dpi(width * self.devicePixelRatioF())

    def flush(self) -> None:
        """Tell what is typed now."""
        for editor in self.editors.values():
            editor.flush()

    def ask_name(self) -> None:
        """Ask once more before a paper bears the legal name, at the top of the left column."""
        self.body.area.verticalScrollBar().setValue(0)
        self.name_confirm.ask()

    def focus_again(self) -> None:
        """Where work goes on after a question: the open editor, else the parts."""
        panel = self._state.panel if self._state else OpenPanel.PARTS
        if panel is OpenPanel.PARTS:
            self.focus_parts()
        else:
            self.editors[panel].focus_first()

    def focus_parts(self) -> None:
        """Begin at the first part."""
        self.parts.focus_part("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns become rows when the window is narrow for its text."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """The window is known now."""
        super().showEvent(event)
        self._fit()

    def _make_choices(self) -> None:
        self.language = Segment(
            self.tr("Language of the packet"),
            [Choice("en", "English"), Choice("es", "Español")],
            self.right,
            name="packet-language",
        )
        self.text_size = Segment(
            self.tr("Text size on paper"),
            [
                Choice(PaperSize.NORMAL, self.tr("Normal 12 pt")),
                Choice(PaperSize.LARGE, self.tr("Large 16 pt")),
            ],
            self.right,
            name="packet-size",
        )
        self._making = self.tr("Making the pages")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.body, 1)
        column.addWidget(self.busy)
        column.addWidget(self.actions_bar)
        for panel in (self.name_confirm, self.parts, *self.editors.values()):
            self.body.main.addWidget(panel)
        self._choices = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._choices.setSpacing(Space.L)
        self._choices.addWidget(self.language, 0, Qt.AlignmentFlag.AlignLeft)
        self._choices.addWidget(self.text_size, 0, Qt.AlignmentFlag.AlignLeft)
        self._choices.addStretch(1)
        self._tools = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._tools.setSpacing(Space.M)
        self._tools.addLayout(self._choices)
        self._tools.addStretch(1)
        self._tools.addWidget(self.preview.head)
        right = QVBoxLayout(self.right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(Space.M)
        right.addLayout(self._tools)
        right.addWidget(self.preview, 1)
        self.busy.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        for region in (self.banner, self.body.main_column, self.right, self.actions_bar):
            mark_region(region)

    def _connect(self) -> None:
        theme_holder().changed.connect(self._fit)
        self.banner.back_requested.connect(self.back_requested)
        self.parts.part_pointed_at.connect(self._point_at)
        self.language.chosen.connect(self.language_chosen)
        self.text_size.chosen.connect(self.size_chosen)
        for editor in self.editors.values():
            editor.done.connect(self.panel_closed)
            editor.unsaved_changed.connect(self.unsaved_changed)
        self._late.timeout.connect(self._say_making)
        actions = self.actions_bar
        actions.undo_requested.connect(self.undo_requested)
        actions.print_here_requested.connect(self.print_here_requested)
        actions.send_requested.connect(self.send_requested)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.undo_requested)

    def _show_preview(self, state: PacketState, before: PacketState | None) -> None:
        if state.problem:
            self._late.stop()
            self.preview.show_failed(state.problem)
            return
        if state.is_making:
            if before is None or not before.is_making:
                self._making = self.tr("Making the pages")
                self._late.start()
            return
        self._late.stop()
        if state.pages is not None and (before is None or before.is_making or before.problem):
            titles = (self.tr("Outside"),)
            self.preview.show_pages(pictures(state.pages.images), titles)
            self._turn_to_wanted()

    def _show_panel(self, panel: OpenPanel, before: OpenPanel | None) -> None:
        self.parts.setVisible(panel is OpenPanel.PARTS)
        for kind, editor in self.editors.items():
            editor.setVisible(kind is panel)
        if panel is before or before is None:
            return
        self.body.area.verticalScrollBar().setValue(0)
        if panel is OpenPanel.PARTS:
            part = next((part for part, kind in EDITORS.items() if kind is before), None)
            self._focus_after(part)
        else:
            self.editors[panel].focus_first()

    def _focus_after(self, part: str | None) -> None:
        if part is None:
            self.actions_bar.print_here.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.parts.focus_part(part)

    @Slot(str)
    def _point_at(self, part: str) -> None:
        """The page of the part that the user moved to, at once or when it is made."""
        self._wanted_part = part
        self._turn_to_wanted()

    def _turn_to_wanted(self) -> None:
        pages = self._state.pages if self._state else None
        if pages is None or not self._wanted_part:
            return
        page = pages.page_of.get(PacketPart(self._wanted_part))
        if page is not None:
            self.preview.turn_to(page - 1)
            self._wanted_part = ""

    @Slot()
    def _say_making(self) -> None:
        self.preview.show_loading(self._making)

    @Slot()
    def _fit(self) -> None:
        kind = layout_for(self.window().width(), current_theme().scale)
        self.body.set_layout(kind)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._tools.setDirection(beside if kind is Layout.FULL else below)
        self._choices.setDirection(below if kind is Layout.STACKED else beside)
