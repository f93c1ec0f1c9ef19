"""Shows the pages of a packet as pictures on a sunken desk, one at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Shape, Space, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.in_view import show_whole
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.page_canvas import BACK_KEYS, ON_KEYS, TURNING_KEYS, PageCanvas
from desktop.views.widgets.surface import Ground, Rule, Surface
from desktop.views.widgets.thumbnails import Thumbnails
from desktop.views.widgets.wrap_label import WrapLabel


class PagePreview(Surface):
    """Pages with Previous, Next and "page n of m"; PageUp and PageDown turn them.

    With ``fits_width`` a page is as wide as the room and scrolls, and ``head`` (Previous, place,
    Next) is left for the screen to place.
    Signals: ``page_shown(index)`` from 0, when the user turned to a page.
    """

    page_shown = Signal(int)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        has_thumbnails: bool = False,
        fits_width: bool = False,
    ) -> None:
        super().__init__(Ground.DESK, parent)
        self.setObjectName(name)
        self._fits_width = fits_width
        self._images: tuple[QImage, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._index = 0
        self.strip: QScrollArea | None = None
        # Made in the order of the Tab key: a head that stands above comes first.
        if fits_width:
            self._make_head(name)
        self.thumbnails = Thumbnails(self, name=f"{name}-thumbnails")
        self.thumbnails.setVisible(has_thumbnails)
        if not fits_width:
            self._make_head(name)
        self.canvas = PageCanvas(self, name=f"{name}-page", fits_width=fits_width)
        self.problem = MessageBar(self, name=f"{name}-problem", is_closable=False)
        self.note_label = WrapLabel("", self, tone=Tone.MUTED, align=Qt.AlignmentFlag.AlignHCenter)
        self.note_icon = IconLabel(Icon.INFO, self, tone=Tone.SUCCESS)
        for widget in (self.note_icon, self.note_label):
            widget.hide()
        self._arrange()
        self.previous_button.clicked.connect(self._previous)
        self.next_button.clicked.connect(self._next)
        self.thumbnails.chosen.connect(self._turn_to)
        self.canvas.keyed.connect(self._turn_by_key)
        self._show()

    def _make_head(self, name: str) -> None:
        self.head = QWidget(self)
        self.previous_button = Button(
            self.tr("Previous page"),
            self.head,
            name=f"{name}-previous",
            icon=Icon.CHEVRON_LEFT,
            is_icon_only=True,
        )
        self.next_button = Button(
            self.tr("Next page"),
            self.head,
            name=f"{name}-next",
            icon=Icon.CHEVRON_RIGHT,
            is_icon_only=True,
        )
        self.place_label = WrapLabel("", self.head, align=Qt.AlignmentFlag.AlignHCenter)

    def _arrange(self) -> None:
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(Space.S)
        head.addWidget(self.previous_button)
        head.addWidget(self.place_label, 1)
        head.addWidget(self.next_button)
        row = QHBoxLayout(self)
        column = QVBoxLayout()
        column.setSpacing(Space.M)
        if self._fits_width:
            self._arrange_wide(row, column)
        else:
            row.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
            row.setSpacing(Space.L)
            row.addWidget(self.thumbnails)
            row.addLayout(column, 1)
            column.addWidget(self.head)
            column.addWidget(self.problem)
            column.addWidget(self.canvas, 1)
        note = QHBoxLayout()
        note.setSpacing(Space.S)
        note.addStretch(1)
        note.addWidget(self.note_icon)
        note.addWidget(self.note_label)
        note.addStretch(1)
        column.addLayout(note)

    def _arrange_wide(self, row: QHBoxLayout, column: QVBoxLayout) -> None:
        edge = Shape.EDGE
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(0)
        if not self.thumbnails.isHidden():
            self.strip = _scroll(self.thumbnails, self, name=f"{self.objectName()}-strip")
            self.thumbnails.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
            self.strip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
            row.addWidget(self.strip)
            row.addWidget(Rule(self, is_upright=True))
        sheet = QWidget(self)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        inside.addWidget(self.problem)
        inside.addWidget(self.canvas)
        inside.addStretch(1)
        self.sheet = _scroll(sheet, self, name=f"{self.objectName()}-sheet")
        column.addWidget(self.sheet, 1)
        row.addLayout(column, 1)

    @property
    def index(self) -> int:
        """The page now shown, from 0."""
        return self._index

    def show_pages(self, images: Sequence[QImage], titles: Sequence[str] = ()) -> None:
        """Show these pages, staying at the present number; ``titles`` name some of them."""
        self._images = tuple(images)
        self._titles = tuple(titles)
        self._index = min(self._index, max(len(self._images) - 1, 0))
        self.problem.clear()
        self.thumbnails.show_images(self._images)
        self._show()

    def show_loading(self, words: str) -> None:
        """Say what is being made ("Making page 2"); the old pages stay."""
        self.place_label.setText(words)

    def show_failed(self, words: str) -> None:
        """Say why there is no page."""
        self._images = ()
        self._show()
        self.problem.show_message(Tone.DANGER, words)

    def set_note(self, note: str, icon: Icon | None = None) -> None:
        """Words under the page ("No name, hospital or reason on the outside")."""
        self.note_label.setText(note)
        self.note_label.setVisible(bool(note))
        if icon is not None:
            self.note_icon.show_icon(icon, Tone.SUCCESS)
        self.note_icon.setVisible(bool(note) and icon is not None)

    def turn_to(self, index: int) -> None:
        """Show page ``index`` from 0; brought inside the range; no signal."""
        self._index = min(max(index, 0), max(len(self._images) - 1, 0))
        self._show()
        self._follow()

    def _show(self) -> None:
        count = len(self._images)
        self.canvas.show_image(self._images[self._index] if count else None)
        title = self._titles[self._index] if self._index < len(self._titles) else ""
        words = self.tr("Page {page} of {count}").format(page=self._index + 1, count=count)
        if title:
            words = self.tr("{title}, {page} of {count}").format(
                title=title, page=self._index + 1, count=count
            )
        self.place_label.setText(words if count else "")
        self.canvas.setAccessibleName(words if count else self.tr("No page"))
        self.previous_button.setEnabled(self._index > 0)
        self.next_button.setEnabled(self._index + 1 < count)
        self.thumbnails.set_chosen(self._index)

    def _follow(self) -> None:
        """A page begins at its top, and its small picture is in view."""
        if not self._fits_width:
            return
        self.sheet.verticalScrollBar().setValue(0)
        button = self.thumbnails.button(self._index)
        if self.strip is not None and button is not None:
            show_whole(self.strip, button, Space.M)

    @Slot(int)
    def _turn_to(self, index: int) -> None:
        before = self._index
        self.turn_to(index)
        if self._index != before:
            self.page_shown.emit(self._index)

    @Slot()
    def _previous(self) -> None:
        self._turn_to(self._index - 1)

    @Slot()
    def _next(self) -> None:
        self._turn_to(self._index + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp, PageDown, Left, Right, Home, End."""
        if event.key() in TURNING_KEYS:
            self._turn_by_key(event.key())
        else:
            super().keyPressEvent(event)

    @Slot(int)
    def _turn_by_key(self, key: int) -> None:
        if key in BACK_KEYS or key in ON_KEYS:
            self._turn_to(self._index + (-1 if key in BACK_KEYS else 1))
        else:
            self._turn_to(0 if key == Qt.Key.Key_Home else len(self._images) - 1)


def _scroll(inside: QWidget, parent: QWidget, *, name: str) -> QScrollArea:
    area = QScrollArea(parent)
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    for ground in (area.viewport(), inside):
        ground.setAutoFillBackground(False)
    return area
