"""A labelled field: label, control, help, and the error sentence below; the one way to name one."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.announce import announce
from desktop.views.widgets.compound import focus_target
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.in_view import SaysBelow, show_focus
from desktop.views.widgets.wrap_label import WrapLabel


class FieldRow(SaysBelow):
    """Puts a label over ``control`` and makes it its name and buddy.

    ``label`` may hold ``&`` for a mnemonic; ``help_text`` is read with the control.
    """

    def __init__(
        self,
        label: str,
        control: QWidget,
        parent: QWidget | None = None,
        *,
        help_text: str = "",
        is_label_hidden: bool = False,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._error = ""
        self._help = help_text
        self._help_label: WrapLabel | None = None
        self._error_line: tuple[IconLabel, WrapLabel] | None = None
        self.label: QLabel = WrapLabel(label, self, style=TextStyle.BODY_STRONG)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._column.addWidget(self.label)
        self._column.addWidget(control)
        self._column.addStretch(1)
        self.label.setVisible(not is_label_hidden)
        self.set_label(label)
        self.set_error("")
        self._follow_problems()

    def add_below(self, widget: QWidget) -> None:
        """Something that belongs to the field, below all that it says."""
        self._column.insertWidget(self._column.count() - 1, widget)

    # Made when first needed: most fields have no help, and are never wrong.
    @property
    def help_label(self) -> WrapLabel:
        """The line of help below the control."""
        if self._help_label is None:
            self._help_label = WrapLabel(self._help, self, tone=Tone.MUTED)
            self._help_label.setVisible(bool(self._help))
            self._column.insertWidget(self._column.indexOf(self.control) + 1, self._help_label)
        return self._help_label

    @property
    def error_label(self) -> WrapLabel:
        """The sentence below the control."""
        return self._error_parts()[1]

    def _error_parts(self) -> tuple[IconLabel, WrapLabel]:
        if self._error_line is None:
            icon = IconLabel(Icon.TRIANGLE_ALERT, self, tone=Tone.DANGER)
            words = WrapLabel("", self, tone=Tone.DANGER)
            below = QHBoxLayout()
            below.setSpacing(Space.S)
            below.addWidget(icon)
            below.addWidget(words, 1)
            self._column.insertLayout(self._column.count() - 1, below)
            for part in (icon, words):
                part.hide()
            self._error_line = (icon, words)
        return self._error_line

    @property
    def error(self) -> str:
        """The sentence now shown below, "" when there is none."""
        return self._error

    def set_label(self, label: str) -> None:
        """Name the control anew (language change)."""
        target = self._target()
        self.label.setBuddy(target)
        self.label.setText(label)
        target.setAccessibleName(label.replace("&", ""))

    def set_help(self, help_text: str) -> None:
        """Show another help line."""
        self._help = help_text
        if help_text or self._help_label is not None:
            self.help_label.setText(help_text)
        self.set_error(self._error)

    @Slot(str)
    def set_error(self, sentence: str) -> None:
        """Show ``sentence`` below with a 2 px edge and say it once; "" takes it away."""
        is_new = bool(sentence) and sentence != self._error
        self._error = sentence
        if sentence or self._error_line is not None:
            icon, words = self._error_parts()
            words.setText(sentence)
            words.setVisible(bool(sentence))
            icon.setVisible(bool(sentence))
        if self._help or self._help_label is not None:
            self.help_label.setVisible(bool(self._help) and not sentence)
        target = self._target()
        target.setAccessibleDescription(sentence or self._help)
        if bool(target.property("invalid")) is not bool(sentence):
            target.setProperty("invalid", bool(sentence))
            target.style().unpolish(target)
            target.style().polish(target)
        if is_new:
            announce(target, sentence)
            # Later: the sentence has its place, and the field the focus, only after this turn.
            QTimer.singleShot(0, self, show_focus)

    def said_below(self) -> QWidget | None:
        """The sentence about what is wrong; it is seen together with its field."""
        return self.error_label if self._error else None

    @Slot()
    def clear_error(self) -> None:
        """It is being mended: take the sentence away."""
        self.set_error("")

    def _target(self) -> QWidget:
        return focus_target(self.control)

    def _follow_problems(self) -> None:
        # By name, not by class: the sign-in page must not wait for the calendar.
        problem_found = getattr(self.control, "problem_found", None)
        if problem_found is not None:
            problem_found.connect(self.set_error)
