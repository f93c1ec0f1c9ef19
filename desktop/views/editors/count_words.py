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
