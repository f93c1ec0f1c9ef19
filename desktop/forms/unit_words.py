"""The unit that stands beside a number: without it a number in a record says nothing."""

from desktop.forms.questionnaire import Item, ItemType
from desktop.forms.wording import LocalText

_NUMBERS = frozenset({ItemType.DECIMAL, ItemType.INTEGER})


def unit_words(item: Item) -> LocalText:
    """The fixed unit of a decimal or integer, else the unit that the form writes beside it.

    Sources: core ``questionnaire-unit`` and the itemControl code ``unit`` of a display item below
    the question. One that comes and goes with other answers is not said: it may be another.
    """
    if item.unit is not None and item.type in _NUMBERS:
        return LocalText(item.unit.display or item.unit.code)
    for child in item.children:
        is_unit = child.type is ItemType.DISPLAY and "unit" in child.presentation.controls
        if is_unit and not child.enable_when and child.enable_expression is None:
            return child.text
    return LocalText()
