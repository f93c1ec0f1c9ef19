"""A task that asks before an act that is on the record: a reason, words, codes, the password."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.background.runner import abandon
from desktop.messages import sentence
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.evidence_hint import EvidenceHint
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.password_field import PasswordField
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.text_field import TextField
from desktop.views.widgets.wrap_label import WrapLabel

PASSWORD = "password"  # noqa: S105 - the name of a field
REASON = "reason"
WHERE = "where"


@dataclass(frozen=True, slots=True)
class AskLine:
    """A line, or with ``lines`` several, to type into; ``is_needed`` wants something there.

    ``is_prose``: words about a person, which may say more than they need to.
    """

    key: str
    label: str
    help_text: str = ""
    is_needed: bool = True
    lines: int = 1
    is_prose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a panel asks. ``problems`` say below which field a refusal is shown, by message id."""

    title: str
    intro: str
    action: str
    other: str = ""
    """A second way out, such as "Do not erase"."""
    is_dangerous: bool = False
    reason_label: str = ""
    reasons: tuple[OptionItem, ...] = ()
    where_label: str = ""
    where: tuple[OptionItem, ...] = ()
    """Places to choose from, before the reason."""
    lines: tuple[AskLine, ...] = ()
    wants_password: bool = True
    problems: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Given:
    """What was given; nothing of it is ever shown again."""

    reason: str
    words: Mapping[str, str] = field(repr=False)
    password: str = field(repr=False)
    where: str = ""


class AskPanel(TaskPanel):
    """Signals: ``given(Given)``; ``other_requested()``."""

    given = Signal(object)
    other_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__("", "", parent, name=name)
        self._language = language
        self._name = name
        self._ask: Ask | None = None
        self._fields = QWidget(self)
        self._rows: dict[str, FieldRow] = {}
        self.reason: OptionGroup | None = None
        self.where: OptionGroup | None = None
        self.password: PasswordField | None = None
        self._lines: dict[str, LineField | TextField] = {}
        self._hints: list[EvidenceHint] = []
        self.body.addWidget(self._fields)

    def begin(self, ask: Ask) -> None:
        """Ask this, with every field empty."""
        self._ask = ask
        self.set_title(ask.title)
        self.action_text = ask.action
        self.role = ButtonRole.DANGER if ask.is_dangerous else ButtonRole.PRIMARY
        self._rebuild(ask)

    def fill(self, text: str) -> None:
        """Put words into the first line that is asked."""
        if text and self._lines:
            next(iter(self._lines.values())).set_value(text)
            for hint in self._hints:
                hint.follow()

    def focus_first(self) -> None:
        """The first thing that is asked."""
        group = self.where or self.reason
        if group is not None:
            group.focus_first()
        elif self._rows:
            next(iter(self._rows.values())).control.setFocus()
        else:
            self.close_button.setFocus()

    def submit(self) -> None:
        """Tell what was given, or say what is missing."""
        missing = [key for key in self._rows if not self._has(key)]
        for key, row in self._rows.items():
            row.set_error(self._words(f"ask.{_MISSING.get(key, 'line')}") if key in missing else "")
        if missing:
            self._focus(missing[0])
            return
        reason, where = self._chosen(self.reason), self._chosen(self.where)
        words = {key: line.value() for key, line in self._lines.items()}
        password = self.password.value() if self.password is not None else ""
        self.given.emit(Given(reason, words, password, where))

    def show_problem(self, message_id: str, words: str) -> bool:
        """Put a refusal below the field that it is about; the password is typed anew."""
        known = self._ask.problems if self._ask is not None else {}
        key = PASSWORD if message_id.startswith("sign-in.") else known.get(message_id, "")
        row = self._rows.get(key)
        if row is None:
            return False
        if key == PASSWORD and self.password is not None:
            self.password.clear()
        row.set_error(words)
        self._focus(key)
        return True

    def _rebuild(self, ask: Ask) -> None:
        self.body.removeWidget(self._fields)
        self._fields.hide()
        self._fields.setParent(None)
        abandon(self._fields)
        self._fields = QWidget(self)
        self._rows, self._lines, self.password = {}, {}, None
        self.reason = self.where = None
        self._hints = []
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        if ask.intro:
            column.addWidget(WrapLabel(ask.intro, self._fields, tone=Tone.MUTED))
        if ask.where:
            name = f"{self._name}-where"
            self.where = OptionGroup(ask.where_label, ask.where, self._fields, name=name)
            self._row(column, WHERE, ask.where_label, self.where)
        if ask.reasons:
            self.reason = OptionGroup(
                ask.reason_label, ask.reasons, self._fields, name=f"{self._name}-reason"
            )
            self._row(column, REASON, ask.reason_label, self.reason)
        for line in ask.lines:
            self._add_line(column, line)
        if ask.wants_password:
            self.password = PasswordField(self._fields, name=f"{self._name}-password")
            label, help_text = self._words("ask.password"), self._words("ask.password-help")
            self._row(column, PASSWORD, label, self.password, help_text)
        if ask.other:
            other = Button(ask.other, self._fields, name=f"{self._name}-other")
            other.clicked.connect(self._other)
            column.addWidget(other)
        self.body.addWidget(self._fields)
        self._fields.show()
        keep_tab_order(self, [self.close_button, self._fields])

    def _add_line(self, column: QVBoxLayout, line: AskLine) -> None:
        name = f"{self._name}-{line.key}"
        control: LineField | TextField = (
            LineField(self._fields, name=name)
            if line.lines == 1
            else TextField(self._fields, name=name, lines=line.lines)
        )
        if isinstance(control, TextField):
            # Its text wraps; a bar would only cover the last line.
            control.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines[line.key] = control
        self._row(column, line.key, line.label, control, line.help_text)
        if line.is_prose:
            self._hints.append(EvidenceHint((control,), self._fields, name=f"{name}-hint"))
            column.addWidget(self._hints[-1])

    def _row(
        self, column: QVBoxLayout, key: str, label: str, control: QWidget, help_text: str = ""
    ) -> None:
        row = FieldRow(label, control, self._fields, help_text=help_text)
        self._rows[key] = row
        column.addWidget(row)

    def _has(self, key: str) -> bool:
        if key in _GROUPS:
            return bool(self._chosen(self._group(key)))
        if key == PASSWORD:
            return self.password is not None and bool(self.password.value())
        needed = {line.key for line in self._ask.lines if line.is_needed} if self._ask else set()
        return key not in needed or bool(self._lines[key].value())

    def _focus(self, key: str) -> None:
        group = self._group(key)
        if group is not None:
            group.focus_first()
        else:
            self._rows[key].control.setFocus()

    def _group(self, key: str) -> OptionGroup | None:
        return {REASON: self.reason, WHERE: self.where}.get(key)

    def _chosen(self, group: OptionGroup | None) -> str:
        return next(iter(group.chosen_keys()), "") if group is not None else ""

    def _words(self, message_id: str) -> str:
        return sentence(message_id, self._language)

    @Slot()
    def _other(self) -> None:
        self.other_requested.emit()


_GROUPS = (REASON, WHERE)
_MISSING = {REASON: "reason", WHERE: "reason", PASSWORD: "password-missing"}
