"""Shows the pages of a packet as pictures on a sunken desk, one at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme.holder import current_theme
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Height, Space, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.surface import Ground, Surface
from desktop.views.widgets.thumbnails import Thumbnails
from desktop.views.widgets.wrap_label import WrapLabel


class PageCanvas(QWidget):
    """One page, as large as fits, on paper that is always light."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._image: QImage | None = None

    def show_image(self, image: QImage | None) -> None:
        """Show a page, None for none."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        """A page of some size."""
        return QSize(5 * Height.STEP, 6 * Height.STEP)

    def minimumSizeHint(self) -> QSize:
        """Still to be seen."""
        return QSize(2 * Height.STEP, 3 * Height.STEP)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The page with its edge."""
        if self._image is None or self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(
            self.size() - QSize(Space.XS, Space.XS), Qt.AspectRatioMode.KeepAspectRatio
        )
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        box = QRectF(left, top, size.width(), size.height())
        tokens = current_theme().tokens
        painter.fillRect(box, QColor(tokens.paper))
        painter.drawImage(box, self._image)
        painter.setPen(QColor(tokens.border))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.end()


class PagePreview(Surface):
    """Pages with Previous, Next and "page n of m"; PageUp and PageDown turn them.

    Signals: ``page_shown(index)`` from 0, when the user turned to a page.
    """

    page_shown = Signal(int)

    def __init__(
        self, parent: QWidget | None = None, *, name: str, has_thumbnails: bool = False
    ) -> None:
        super().__init__(Ground.DESK, parent)
        self.setObjectName(name)
        self._images: tuple[QImage, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._index = 0
        self.thumbnails = Thumbnails(self, name=f"{name}-thumbnails")
        self.thumbnails.setVisible(has_thumbnails)
        self.previous_button = Button(
            self.tr("Previous page"),
            self,
            name=f"{name}-previous",
            icon=Icon.CHEVRON_LEFT,
            is_icon_only=True,
        )
        self.next_button = Button(
            self.tr("Next page"),
            self,
            name=f"{name}-next",
            icon=Icon.CHEVRON_RIGHT,
            is_icon_only=True,
        )
        self.place_label = WrapLabel("", self, align=Qt.AlignmentFlag.AlignHCenter)
        self.canvas = PageCanvas(self, name=f"{name}-page")
        self.problem = MessageBar(self, name=f"{name}-problem", is_closable=False)
        self.note_label = WrapLabel("", self, tone=Tone.MUTED, align=Qt.AlignmentFlag.AlignHCenter)
        self.note_label.hide()
        self._arrange()
        self.previous_button.clicked.connect(self._previous)
        self.next_button.clicked.connect(self._next)
        self.thumbnails.chosen.connect(self._turn_to)
        self._show()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        row.setSpacing(Space.L)
        row.addWidget(self.thumbnails)
        column = QVBoxLayout()
        column.setSpacing(Space.M)
        row.addLayout(column, 1)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.previous_button)
        head.addWidget(self.place_label, 1)
        head.addWidget(self.next_button)
        column.addLayout(head)
        column.addWidget(self.problem)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.note_label)

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

    def set_note(self, note: str) -> None:
        """Words under the page ("No name, hospital or reason on the outside")."""
        self.note_label.setText(note)
        self.note_label.setVisible(bool(note))

    def turn_to(self, index: int) -> None:
        """Show page ``index`` from 0; brought inside the range; no signal."""
        self._index = min(max(index, 0), max(len(self._images) - 1, 0))
        self._show()

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
        back = (Qt.Key.Key_PageUp, Qt.Key.Key_Left)
        on = (Qt.Key.Key_PageDown, Qt.Key.Key_Right)
        if event.key() in back or event.key() in on:
            self._turn_to(self._index + (-1 if event.key() in back else 1))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._turn_to(0 if event.key() == Qt.Key.Key_Home else len(self._images) - 1)
        else:
            super().keyPressEvent(event)
