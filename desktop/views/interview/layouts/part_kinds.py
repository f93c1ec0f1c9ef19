"""What kind of part of a page an item is: a row, a fold, a header, nothing at all."""

from collections.abc import Callable

from desktop.forms.instances import Instance, is_list
from desktop.forms.presentation import Fold
from desktop.forms.questionnaire import ItemType
from desktop.forms.session import ItemKey
from desktop.views.editors.language_mode import one_text
from desktop.views.interview.interview_state import CardState
from desktop.views.interview.sections import is_page

_HEADER = "header"
_FOOTER = "footer"
_TABS = "tab-container"
_STATUS = "context-display"
"""Words that belong beside the name of a tab, such as what somebody set its page to.

Source: https://smartforms.csiro.au/docs/sdc/customextensions (context-display)."""


def is_row(instance: Instance) -> bool:
    """Whether an item is one row of a repeating group."""
    return instance.item.type is ItemType.GROUP and is_list(instance.item)


def folds(instance: Instance) -> bool:
    """Whether an item is a group that may be folded; a page itself does not."""
    return (
        instance.item.type is ItemType.GROUP
        and isinstance(instance.item.presentation.fold, Fold)
        and not is_page(instance)
    )


def list_or_self(one: Instance) -> str:
    """The same for all rows of one group, its own for anything else."""
    return f"list {one.list_key}" if is_row(one) else one.key


def place_of(instance: Instance) -> int:
    """Headers stand before, footers behind what is beside them."""
    order = {_HEADER: -1, _FOOTER: 1}
    return order.get(instance.item.presentation.control or "", 0)


def level_of(instance: Instance) -> int:
    """How deep a heading stands below the title of its page, from 1."""
    level, above = 0, instance.parent
    while above is not None and above.item.section == instance.item.section:
        level, above = level + 1, above.parent
    return max(level, 1)


def is_mark(instance: Instance) -> bool:
    """Whether a display item stands beside the name of the page or tab right above it."""
    above, is_display = instance.parent, instance.item.type is ItemType.DISPLAY
    if not is_display or above is None or _STATUS not in instance.item.presentation.controls:
        return False
    return is_page(above) or _is_tab(above)


def marks_of(group: Instance, card: Callable[[ItemKey], CardState]) -> str:
    """What stands beside the name of a page or tab now; nothing that waits for privacy."""
    cards = (card(one.key) for one in group.children if is_mark(one))
    shown = (one for one in cards if one.item.visible and not one.is_closed)
    return ", ".join(words for one in shown if (words := one_text(one.item.text, one.mode).strip()))


def _is_tab(group: Instance) -> bool:
    return group.parent is not None and group.parent.item.presentation.control == _TABS


def is_blank(instance: Instance, card: CardState) -> bool:
    """A display item that takes no place: a divider, or a mark beside the name of a tab."""
    if instance.item.type is not ItemType.DISPLAY:
        return False
    shown = instance.item.presentation
    has_words = bool(card.item.text.base.strip()) or shown.media is not None or bool(shown.links)
    return is_mark(instance) or not has_words
