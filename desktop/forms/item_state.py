"""One item of a form at one moment: what it asks now, what was answered, what is wrong."""

from dataclasses import dataclass

from desktop.forms.answers import Answer, AnswerValue
from desktop.forms.form_parts import Limits
from desktop.forms.instances import ItemKey
from desktop.forms.questionnaire import AnswerOption, Item
from desktop.forms.row_view import RowState
from desktop.forms.validation import Problem
from desktop.forms.wording import LocalText


@dataclass(frozen=True, slots=True)
class ItemState:
    """One item now. ``visible`` is enabled, not hidden, for asking.

    ``candidates`` are suggested answers, ``context`` lines that help to answer.

    ``text``, ``options``, ``required``, ``read_only`` and ``limits`` are as expressions make them.
    ``is_overridden``: a person's answer stands over a calculated one. ``is_unknown``: a calculated
    yes or no whose inputs are not all answered; show "not answered", never "no".
    """

    key: ItemKey
    item: Item
    answer: Answer
    enabled: bool
    visible: bool
    problems: tuple[Problem, ...]
    text: LocalText
    options: tuple[AnswerOption, ...]
    required: bool
    read_only: bool
    limits: Limits
    is_overridden: bool = False
    is_unknown: bool = False
    row: RowState | None = None
    candidates: tuple[AnswerValue, ...] = ()
    context: tuple[LocalText, ...] = ()
