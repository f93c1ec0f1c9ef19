"""When an item is for asking and when for showing what was answered (core usageMode).

Source: http://hl7.org/fhir/R4/valueset-questionnaire-usage-mode.html.
"""

from collections.abc import Callable

from desktop.forms.answers import Answer, Answered
from desktop.forms.instances import Instance, ItemKey

CAPTURE = "capture"
WHEN_ANSWERED = frozenset({"display-non-empty", "capture-display-non-empty"})


def is_displayed(instance: Instance, answer_of: Callable[[ItemKey], Answer]) -> bool:
    """Whether an item is shown with the finished form: not what is for capture only, and some
    only where it, or something below it, is answered."""
    above: Instance | None = instance
    while above is not None:
        usage = above.item.presentation.usage
        if usage == CAPTURE:
            return False
        if usage in WHEN_ANSWERED and not _is_answered(above, answer_of):
            return False
        above = above.parent
    return True


def _is_answered(instance: Instance, answer_of: Callable[[ItemKey], Answer]) -> bool:
    below = instance.with_descendants()
    return any(isinstance(answer_of(one.key), Answered) for one in below if one.is_question)
