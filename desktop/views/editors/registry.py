"""Finds the editor for a kind of question."""

from collections.abc import Callable
from datetime import datetime

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


def editor_for(
    state: ItemState, now: Callable[[], datetime], parent: QWidget | None = None
) -> Editor:
    """A new editor for the question of ``state``; ``now`` is the local wall clock."""
    item = state.item
    if item.read_only or (item.calculated is not None and item.hidden):
        return ReadOnlyEditor(state, parent)
    match item.type:
        case ItemType.CHOICE if len(item.options) > MOST_ROWS and not item.repeats:
            return PickerEditor(state, parent)
        case ItemType.BOOLEAN | ItemType.CHOICE | ItemType.OPEN_CHOICE:
            return ChoiceEditor(state, parent)
        case ItemType.INTEGER | ItemType.DECIMAL | ItemType.QUANTITY:
            return NumberEditor(state, parent)
        case ItemType.DATE:
            return DateEditor(state, parent)
        case ItemType.TIME:
            return TimeEditor(state, now, parent)
        case ItemType.DATE_TIME:
            return MomentEditor(state, now, parent)
        case ItemType.ATTACHMENT | ItemType.REFERENCE:
            return ReadOnlyEditor(state, parent)
        case _:
            return TextEditor(state, parent)
