"""A surface panel with a head (title, count, note, controls at the right) and a body."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.theme.tokens import Shape, Space, TextStyle, Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.surface import Ground, Rule, Surface
from desktop.views.widgets.wrap_label import WrapLabel


class Panel(Surface):
    """Add content to ``body`` (a QVBoxLayout), controls of the head to ``head``.

    Without a title there is no head. ``is_flush`` takes the padding from the body, for row lists.
    """

    def __init__(
        self,
        title: str = "",
        parent: QWidget | None = None,
        *,
        name: str,
        is_flush: bool = False,
        ground: Ground = Ground.PANEL,
    ) -> None:
        super().__init__(ground, parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(Shape.EDGE, Shape.EDGE, Shape.EDGE, Shape.EDGE)
        column.setSpacing(0)
        self._head = QWidget(self)
        self.head = QHBoxLayout(self._head)
        self.head.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self.head.setSpacing(Space.S)
        self.title_label = WrapLabel(title, self._head, style=TextStyle.ROW_STRONG)
        self.badge = Badge(0, self._head)
        self.badge.hide()
        self.note_label = WrapLabel("", self._head, tone=Tone.MUTED)
        self.note_label.hide()
        self.head.addWidget(self.title_label)
        self.head.addWidget(self.badge)
        self.head.addStretch(1)
        self.head.addWidget(self.note_label)
        self._rule = Rule(self)
        column.addWidget(self._head)
        column.addWidget(self._rule)
        self.body = QVBoxLayout()
        pad = Space.NONE if is_flush else Space.L
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(Space.NONE if is_flush else Space.M)
        column.addLayout(self.body)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Word the head anew; an empty title hides it."""
        self.title_label.setText(title)
        self.setAccessibleName(title)
        self._head.setVisible(bool(title))
        self._rule.setVisible(bool(title))

    def set_count(self, count: int | None, words: str = "") -> None:
        """Show a count beside the title, None for no count; ``words`` say it."""
        self.badge.setVisible(count is not None)
        self.badge.show_count(count or 0, words)

    def set_note(self, note: str) -> None:
        """A muted remark at the right of the head."""
        self.note_label.setText(note)
        self.note_label.setVisible(bool(note))
