"""A conversation under one answer: initials, name, time, words; reply and Settle."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.records.visit import Comment
from desktop.services.visit_lines import AnswerLine
from desktop.views.theme.holder import current_theme
from desktop.views.theme.icons import Icon
from desktop.views.theme.metrics import Layout, layout_for
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.chip import Chip
from desktop.views.widgets.evidence_hint import EvidenceHint
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.surface import Rule
from desktop.views.widgets.wrap_label import WrapLabel


class CommentThread(QWidget):
    """``comments`` start with the one that opened the thread.

    Signals: ``replied(text, first_comment_id)``; ``settle_requested(first_comment_id)``.
    """

    replied = Signal(str, str)
    settle_requested = Signal(str)

    def __init__(
        self, comments: tuple[Comment, ...], parent: QWidget, *, name: str, can_write: bool
    ) -> None:
        super().__init__(parent)
        self._first = comments[0]
        self._reply: LineField | None = None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(Rule(self))
        shown = comments[:1] if self._first.settled else comments
        for comment in shown:
            column.addWidget(self._line(comment))
        if can_write and not self._first.settled:
            column.addLayout(self._tools(name))
            column.addWidget(self._hint)

    def _line(self, comment: Comment) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(Chip(initials(comment.author_name), box, tone=Tone.ACCENT))
        words = QVBoxLayout()
        words.setSpacing(Space.NONE)
        time = comment.at.astimezone().strftime("%Y-%m-%d %H:%M")
        head = self.tr("{name}, {time}").format(name=comment.author_name, time=time)
        words.addWidget(WrapLabel(head, box, style=TextStyle.BODY_STRONG))
        words.addWidget(WrapLabel(comment.text, box))
        row.addLayout(words, 1)
        if comment.reply_to is None:
            state = self.tr("Settled") if comment.settled else self.tr("Open")
            tone = Tone.SUCCESS if comment.settled else Tone.WARNING
            row.addWidget(Chip(state, box, tone=tone))
        return box

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the buttons stand below the reply."""
        super().resizeEvent(event)
        kind = layout_for(self.window().width(), current_theme().scale)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(below if kind is Layout.STACKED else beside)

    def _tools(self, name: str) -> QBoxLayout:
        where = f"{name}-{self._first.comment_id[:8]}"
        self._reply = LineField(self, name=f"{where}-reply", placeholder=self.tr("Reply or ask"))
        self._hint = EvidenceHint((self._reply,), self, name=f"{where}-reply-hint")
        self._reply.setAccessibleName(
            self.tr("Reply to {name}").format(name=self._first.author_name)
        )
        self._reply.returnPressed.connect(self._send)
        send = Button(self.tr("Reply"), self, name=f"{where}-send")
        send.clicked.connect(self._send)
        settle = Button(self.tr("Settle"), self, name=f"{where}-settle", icon=Icon.CHECK)
        settle.clicked.connect(self._settle)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addStretch(1)
        buttons.addWidget(send)
        buttons.addWidget(settle)
        self._row.setSpacing(Space.S)
        self._row.addWidget(self._reply, 1)
        self._row.addLayout(buttons)
        return self._row

    @Slot()
    def _send(self) -> None:
        if self._reply is not None and self._reply.value():
            self.replied.emit(self._reply.value(), self._first.comment_id)

    @Slot()
    def _settle(self) -> None:
        self.settle_requested.emit(self._first.comment_id)


def initials(name: str) -> str:
    """Up to two initials of a staff member's name."""
    return "".join(word[0] for word in name.split()[:2]).upper()


def threads_of(line: AnswerLine) -> tuple[tuple[Comment, ...], ...]:
    """The comments of a line by thread, oldest first."""
    firsts = [c for c in line.comments if c.reply_to is None]
    return tuple(
        (first, *(c for c in line.comments if c.reply_to == first.comment_id)) for first in firsts
    )
