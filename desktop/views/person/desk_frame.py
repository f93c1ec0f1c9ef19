"""The frame of a desk: top bar, two columns, action bar, and a task that may open at the side."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.views.person.columns_body import ColumnsBody
from desktop.views.person.on_demand import OnDemand
from desktop.views.person.task_panel import Task
from desktop.views.shell.regions import mark_region
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.metrics import Layout, layout_for
from desktop.views.theme.tokens import Space
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.announce import announce
from desktop.views.widgets.begun_watch import BegunWatch
from desktop.views.widgets.busy import Busy
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.pressed_focus import PressedFocus
from desktop.views.widgets.tab_order import put_after

T = TypeVar("T", bound=Task)


class DeskFrame(QWidget):
    """Build in reading order: ``set_top``, then ``body`` and ``add_task``, then ``set_actions``.

    What is seldom opened is added by ``on_demand``: a page of fields is not made for nothing.

    An open task takes the side column and the action bar; in one column it takes the page.
    Signals: ``layout_changed(Layout)``; ``task_closed()`` after the user left a task;
    ``unsaved_changed(is_unsaved)`` when something typed into a task waits for its button.
    """

    layout_changed = Signal(object)
    task_closed = Signal()
    unsaved_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.body = ColumnsBody(self, name=f"{name}-body")
        self.desk_layout = Layout.FULL
        self._name = name
        self._task: Task | None = None
        self._is_alone = False
        self._pressed = PressedFocus()
        self._begun = BegunWatch(self)
        self._begun.changed.connect(self.unsaved_changed)
        self._begun.changed.connect(self._forget_warning)
        self._sides = QWidget(self.body.side_column)
        self._sides_column = QVBoxLayout(self._sides)
        self._sides_column.setContentsMargins(0, 0, 0, 0)
        self._sides_column.setSpacing(Space.L)
        self.body.side.addWidget(self._sides)
        self._actions: ActionBar | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.body, 1)
        self._busy = Busy(self.body.main_column, name=f"{name}-busy", can_cancel=False)
        self.body.main.addWidget(self._busy)
        mark_region(self.body.main_column)
        mark_region(self.body.side_column)
        theme_holder().changed.connect(self._fit)

    @property
    def task(self) -> Task | None:
        """The open task."""
        return self._task

    def set_top(self, top: QWidget) -> None:
        """The bar at the top."""
        self._column.insertWidget(0, top)
        mark_region(top)
        QWidget.setTabOrder(top, self.body)

    def set_alone(self, *, is_alone: bool) -> None:
        """Whether the main column has the whole width (an empty page) while no task is open."""
        self._is_alone = is_alone
        self.body.side_column.setVisible(not is_alone or self._task is not None)

    def start_busy(self, what: str) -> None:
        """Something is being read; shown only when it takes long."""
        self._busy.start(what)

    def show_busy_step(self, what: str, done: int, total: int) -> None:
        """How far that is."""
        self._busy.show_step(what, done, total)

    def stop_busy(self) -> None:
        """It was read, or not."""
        self._busy.stop()

    def add_side(self, widget: QWidget) -> None:
        """A panel of the side column, hidden while a task is open."""
        self._sides_column.addWidget(widget)

    def add_task(self, task: Task) -> None:
        """A task that can be opened."""
        self.body.side.addWidget(task.panel)
        task.panel.cancel_requested.connect(self.leave_task)

    def on_demand(self, make: Callable[[], T]) -> OnDemand[T]:
        """A task that is made below the side column when it is first wanted."""

        def made() -> T:
            task = make()
            self.add_task(task)
            self._put_bar_after(task.panel)
            return task

        return OnDemand(made)

    def set_actions(self, actions: ActionBar) -> None:
        """The bar at the bottom; a task has its own in its place."""
        self._actions = actions
        actions.acts_changed.connect(self._show_bars)
        self._column.addWidget(actions)
        mark_region(actions)
        self.task_actions = ActionBar(self, name=f"{self._name}-task-actions")
        self.cancel_button = Button(
            self.tr("Cancel"), self.task_actions, name=f"{self._name}-cancel"
        )
        self.task_button = Button(
            "", self.task_actions, name=f"{self._name}-do", role=ButtonRole.PRIMARY
        )
        self.other_button = Button("", self.task_actions, name=f"{self._name}-other")
        self.task_actions.add_right(self.cancel_button)
        self.task_actions.add_right(self.other_button)
        self.task_actions.add_right(self.task_button)
        self.cancel_button.clicked.connect(self.leave_task)
        self.task_button.clicked.connect(self._submit)
        self.other_button.clicked.connect(self._submit_other)
        self._column.addWidget(self.task_actions)
        mark_region(self.task_actions)
        self.task_actions.hide()
        self._show_bars()

    def open_task(self, task: Task) -> None:
        """Show a task and put the focus on its first field."""
        if self._task is not None:
            self._task.panel.hide()
        self._task, panel = task, task.panel
        self._sides.hide()
        self.body.side_column.show()
        panel.show()
        self.body.show_top()
        self.task_button.set_role(panel.role)
        self.word_task()
        self.set_working(is_working=False)
        self._show_bars()
        self._put_bar_after(panel)
        self._begun.begin(panel)
        task.focus_first()
        if self.focusWidget() is panel.close_button:
            # With nothing to fill in the way out is said in words, beside what is done.
            (self.task_button if panel.is_shown_only else self.cancel_button).setFocus()
        announce(panel, panel.title_label.text())

    def word_task(self) -> None:
        """The buttons of the open task say what they do now."""
        if self._task is not None:
            panel = self._task.panel
            self.task_button.setText(panel.action_text)
            self.other_button.setText(panel.other_text)
            self.other_button.setAccessibleDescription(panel.other_tip)
            self.other_button.setToolTip(panel.other_tip)
            self.other_button.setVisible(bool(panel.other_text))
            self.cancel_button.setVisible(not panel.is_shown_only)

    def close_task(self) -> None:
        """Show the side column again."""
        if self._task is None:
            return
        self._begun.end()
        self._task.panel.hide()
        self._task = None
        self._sides.show()
        self.body.side_column.setVisible(not self._is_alone)
        self._show_bars()

    @property
    def is_begun(self) -> bool:
        """Whether something typed into the open task waits for its button."""
        return self._begun.is_begun

    def keeps_task(self) -> bool:
        """Whether what is begun in the open task stays: said there once, asked again it goes.

        To be asked before another task, or the same one about something else, is opened.
        """
        if self._task is None or not self._begun.is_begun:
            return False
        return self._task.panel.keep_once()

    def rest_task(self) -> None:
        """What the open task holds is in the store."""
        self._begun.rest()

    def set_working(self, *, is_working: bool) -> None:
        """While a task is on its way to the store it cannot be sent twice."""
        buttons = (self.task_button, self.other_button)
        self._pressed.close(buttons, self.tr("Saving") if is_working else "")
        if not is_working:
            self._pressed.give_back()

    def _put_bar_after(self, panel: QWidget) -> None:
        put_after(panel, (self.cancel_button, self.other_button, self.task_button))

    @Slot()
    def leave_task(self) -> None:
        """The user does not want to."""
        if self._task is not None:
            self.close_task()
            self.task_closed.emit()

    @Slot()
    def _forget_warning(self) -> None:
        if self._task is not None:
            self._task.panel.forget_warning()

    @Slot()
    def _submit(self) -> None:
        if self._task is not None and self.task_button.isEnabled():
            self._task.submit()

    @Slot()
    def _submit_other(self) -> None:
        if self._task is not None:
            self._task.panel.submit_other()

    @Slot()
    def _show_bars(self) -> None:
        is_task = self._task is not None
        if self._actions is not None:
            self._actions.setVisible(self._actions.has_acts and not is_task)
            self.task_actions.setVisible(is_task)
        is_alone = is_task and self.desk_layout is not Layout.FULL
        self.body.main_column.setVisible(not is_alone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the columns for the width."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """The window is known now."""
        super().showEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        layout = layout_for(self.window().width(), current_theme().scale)
        if layout is not self.desk_layout:
            self.desk_layout = layout
            self.body.set_layout(layout)
            self._show_bars()
            self.layout_changed.emit(layout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a task; Enter in a line, or Ctrl+Enter, does a harmless one."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_strong = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        in_line = isinstance(self.window().focusWidget(), QLineEdit)
        if self._task is not None and event.key() == Qt.Key.Key_Escape:
            self.leave_task()
        elif self._task is not None and is_enter and (is_strong or in_line):
            if self._task.panel.role is ButtonRole.PRIMARY:
                self._submit()
        else:
            super().keyPressEvent(event)
