"""Finds the editor for a kind of question."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.forms.answers import Answered
from desktop.forms.questionnaire import ItemType
from desktop.forms.session import ItemState
from desktop.views.editors.attachment_editor import AttachmentEditor
from desktop.views.editors.autocomplete_editor import AutocompleteEditor
from desktop.views.editors.choice_editor import ChoiceEditor
from desktop.views.editors.date_editor import DateEditor
from desktop.views.editors.editor import Editor
from desktop.views.editors.number_editor import NumberEditor
from desktop.views.editors.picker_editor import PickerEditor
from desktop.views.editors.read_only_editor import ReadOnlyEditor
from desktop.views.editors.repeating_editor import RepeatingEditor
from desktop.views.editors.slider_editor import SliderEditor, scale_of
from desktop.views.editors.spinner_editor import SpinnerEditor
from desktop.views.editors.text_editor import TextEditor
from desktop.views.editors.time_editor import MomentEditor, TimeEditor

MOST_ROWS = 15
"""More options than this open as a list, unless several may be chosen."""
MOST_LISTED = 40
"""More options than this are searched by typing."""
_SEARCHED = frozenset({"autocomplete", "lookup"})
_ROWS = frozenset({"radio-button", "check-box"})


class EditorKind(StrEnum):
    """The editors there are."""

    READ_ONLY = "read-only"
    ROWS = "rows"
    PICKER = "picker"
    SEARCH = "search"
    SLIDER = "slider"
    NUMBER = "number"
    SPINNER = "spinner"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    TEXT = "text"
    FILE = "file"


def kind_of(state: ItemState) -> EditorKind:
    """The editor that a question asks for as it stands now."""
    item = state.item
    if state.read_only or (item.calculated is not None and item.hidden):
        return EditorKind.READ_ONLY
    match item.type:
        case ItemType.BOOLEAN:
            return EditorKind.ROWS
        case ItemType.CHOICE | ItemType.OPEN_CHOICE:
            return _choice_kind(state)
        case ItemType.REFERENCE:
            return EditorKind.READ_ONLY
        case ItemType.ATTACHMENT:
            return EditorKind.FILE
        case _ if state.options:
            # Texts, numbers, dates and times may list their answers too (FHIR R4 que-5).
            return _choice_kind(state)
        case ItemType.INTEGER | ItemType.DECIMAL | ItemType.QUANTITY:
            controls = item.presentation.controls
            if "slider" in controls and scale_of(state):
                return EditorKind.SLIDER
            return EditorKind.SPINNER if "spinner" in controls else EditorKind.NUMBER
        case ItemType.DATE:
            return EditorKind.DATE
        case ItemType.TIME:
            return EditorKind.TIME
        case ItemType.DATE_TIME:
            return EditorKind.MOMENT
        case _:
            return EditorKind.TEXT


def _choice_kind(state: ItemState) -> EditorKind:
    if not state.options and _lacks_options(state):
        return EditorKind.READ_ONLY
    controls, count = frozenset(state.item.presentation.controls), len(state.options)
    is_single = state.item.type is not ItemType.OPEN_CHOICE and not state.item.repeats
    has_columns = "drop-down" in controls and bool(state.item.presentation.choice_columns)
    if controls & _SEARCHED or count > MOST_LISTED or has_columns:
        return EditorKind.SEARCH
    if controls & _ROWS or not is_single:
        return EditorKind.ROWS
    return EditorKind.PICKER if "drop-down" in controls or count > MOST_ROWS else EditorKind.ROWS


def _lacks_options(state: ItemState) -> bool:
    """A closed question whose value set the form neither carries nor computes: nothing to pick."""
    is_closed = state.item.type is ItemType.CHOICE
    has_answer = isinstance(state.answer, Answered)
    return is_closed and state.item.logic.answer_options is None and not has_answer


def editor_for(
    state: ItemState, now: Callable[[], datetime], parent: QWidget | None = None
) -> Editor:
    """A new editor for the question of ``state``; ``now`` is the local wall clock."""
    kind = kind_of(state)
    several_in_one = (EditorKind.READ_ONLY, EditorKind.ROWS, EditorKind.SEARCH)
    if state.item.repeats and kind not in several_in_one:
        return RepeatingEditor(state, partial(_single, now=now), parent)
    return _single(state, parent, now=now)


def _single(state: ItemState, parent: QWidget | None, *, now: Callable[[], datetime]) -> Editor:
    made: dict[EditorKind, Callable[[ItemState, QWidget | None], Editor]] = {
        EditorKind.READ_ONLY: ReadOnlyEditor,
        EditorKind.ROWS: ChoiceEditor,
        EditorKind.PICKER: PickerEditor,
        EditorKind.SEARCH: AutocompleteEditor,
        EditorKind.SLIDER: SliderEditor,
        EditorKind.NUMBER: NumberEditor,
        EditorKind.SPINNER: SpinnerEditor,
        EditorKind.DATE: DateEditor,
        EditorKind.TEXT: TextEditor,
        EditorKind.FILE: AttachmentEditor,
    }
    match kind_of(state):
        case EditorKind.TIME:
            return TimeEditor(state, now, parent)
        case EditorKind.MOMENT:
            return MomentEditor(state, now, parent)
        case kind:
            return made[kind](state, parent)
