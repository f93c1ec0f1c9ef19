"""How many answers are given, and how many the form wants, in one line."""

from PySide6.QtCore import QCoreApplication

from desktop.forms.session import ItemState


def count_words(state: ItemState, count: int) -> str:
    """ "2 of 3 chosen"; "" where the question takes one answer or sets no number."""
    least, most = state.limits.min_occurs, state.limits.max_occurs
    if not state.item.repeats:
        return ""
    has_least = least is not None and least > 1
    if most is not None and has_least:
        words = QCoreApplication.translate(
            "CountWords", "{count} of {most} chosen, at least {least}"
        )
    elif most is not None:
        words = QCoreApplication.translate("CountWords", "{count} of {most} chosen")
    elif has_least:
        words = QCoreApplication.translate("CountWords", "{count} chosen, at least {least}")
    else:
        return ""
    return words.format(count=count, most=most, least=least)


def choice_words(state: ItemState, count: int) -> str:
    """The same for options; at the limit it says how to choose another."""
    line = count_words(state, count)
    if not is_full(state, count):
        return line
    words = QCoreApplication.translate("CountWords", "{line}. To choose another, take one back.")
    return words.format(line=line)


def is_full(state: ItemState, count: int) -> bool:
    """Whether ``count`` answers are all that the question takes (core extension maxOccurs)."""
    most = state.limits.max_occurs
    return state.item.repeats and most is not None and count >= most
