"""Finds the editor for a kind of question."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from desktop.forms.questionnaire import ItemType
from desktop.forms.session import ItemState
from desktop.views.editors.choice_editor import ChoiceEditor
from desktop.views.editors.date_editor import DateEditor
from desktop.views.editors.editor import Editor
from desktop.views.editors.number_editor import NumberEditor
from desktop.views.editors.picker_editor import PickerEditor
from desktop.views.editors.read_only_editor import ReadOnlyEditor
from desktop.views.editors.text_editor import TextEditor
from desktop.views.editors.time_editor import MomentEditor, TimeEditor

MOST_ROWS = 15
"""More options than this open as a list, unless several may be chosen."""


class EditorKind(StrEnum):
    """The editors there are."""

    READ_ONLY = "read-only"
    ROWS = "rows"
    PICKER = "picker"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    TEXT = "text"


def kind_of(state: ItemState) -> EditorKind:
    """The editor that a question asks for as it stands now."""
    item = state.item
    if state.read_only or (item.calculated is not None and item.hidden):
        return EditorKind.READ_ONLY
    match item.type:
        case ItemType.CHOICE if len(state.options) > MOST_ROWS and not item.repeats:
            return EditorKind.PICKER
        case ItemType.BOOLEAN | ItemType.CHOICE | ItemType.OPEN_CHOICE:
            return EditorKind.ROWS
        case ItemType.INTEGER | ItemType.DECIMAL | ItemType.QUANTITY:
            return EditorKind.NUMBER
        case ItemType.DATE:
            return EditorKind.DATE
        case ItemType.TIME:
            return EditorKind.TIME
        case ItemType.DATE_TIME:
            return EditorKind.MOMENT
        case ItemType.ATTACHMENT | ItemType.REFERENCE:
            return EditorKind.READ_ONLY
        case _:
            return EditorKind.TEXT


def editor_for(
    state: ItemState, now: Callable[[], datetime], parent: QWidget | None = None
) -> Editor:
    """A new editor for the question of ``state``; ``now`` is the local wall clock."""
    match kind_of(state):
        case EditorKind.READ_ONLY:
            return ReadOnlyEditor(state, parent)
        case EditorKind.PICKER:
            return PickerEditor(state, parent)
        case EditorKind.ROWS:
            return ChoiceEditor(state, parent)
        case EditorKind.NUMBER:
            return NumberEditor(state, parent)
        case EditorKind.DATE:
            return DateEditor(state, parent)
        case EditorKind.TIME:
            return TimeEditor(state, now, parent)
        case EditorKind.MOMENT:
            return MomentEditor(state, now, parent)
        case EditorKind.TEXT:
            return TextEditor(state, parent)
