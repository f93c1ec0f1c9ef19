"""A small task in the side column: it asks a few things and is done or left; never modal."""

from typing import Protocol, Self

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.panel import Panel


class Task(Protocol):
    """What a desk needs of a task: its panel, where it begins, and the act itself.

    A Protocol, because a widget cannot have the metaclass of an abstract class.
    """

    @property
    def panel(self) -> "TaskPanel": ...

    def focus_first(self) -> None:
        """Put the focus on the first thing that is asked."""
        ...

    def submit(self) -> None:
        """Check what was given and tell it; or show what is missing."""
        ...

    def show_problem(self, message_id: str, words: str) -> bool:
        """Put a refusal below the field that it is about; False when it is about none."""
        ...


class TaskPanel(Panel):
    """The panel of a ``Task``; a task adds its fields to ``body`` and has a signal of its own.

    ``action_text`` words the button that does it; a dangerous one is never pressed by Enter.
    ``other_text`` words a second way to do it ("" for none), which ``other_tip`` explains.
    Where the button only closes what is shown, ``is_shown_only`` leaves Cancel out beside it.
    Signals: ``cancel_requested()``.
    """

    cancel_requested = Signal()

    def __init__(
        self, title: str, action_text: str, parent: QWidget | None = None, *, name: str
    ) -> None:
        super().__init__(title, parent, name=name)
        self.action_text = action_text
        self.other_text = self.other_tip = ""
        self.role = ButtonRole.PRIMARY
        self.is_shown_only = False
        self.close_button = Button(
            self.tr("Close this panel"),
            self,
            name=f"{name}-close",
            icon=Icon.X,
            is_icon_only=True,
        )
        self.close_button.clicked.connect(self._close)
        self.head.addWidget(self.close_button)
        self._kept_bar: MessageBar | None = None
        self.hide()

    @property
    def panel(self) -> Self:
        """Itself."""
        return self

    def show_problem(self, message_id: str, words: str) -> bool:  # noqa: ARG002 - for subclasses
        """Put a refusal below the field that it is about; False when it is about none."""
        return False

    def submit_other(self) -> None:
        """The second way, for subclasses that have one."""

    def keep_once(self) -> bool:
        """Say that what is typed here is not saved; False when that stands here already."""
        if self._kept_bar is not None and not self._kept_bar.isHidden():
            return False
        if self._kept_bar is None:
            self._kept_bar = MessageBar(self, name=f"{self.objectName()}-kept", is_closable=False)
            self.body.insertWidget(0, self._kept_bar)
        self._kept_bar.show_message(
            Tone.WARNING,
            self.tr("This is not saved yet. Save it here first, or press once more to drop it."),
        )
        return True

    def forget_warning(self) -> None:
        """Something was typed after it, or is saved: the next time it is said again."""
        if self._kept_bar is not None:
            self._kept_bar.clear()

    @Slot()
    def _close(self) -> None:
        self.cancel_requested.emit()
