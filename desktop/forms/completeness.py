"""Whether a form may be completed: required answers, problems, progress."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desktop.forms.answers import Answer, Answered, NoAnswer
from desktop.forms.instances import Instance, ItemKey
from desktop.forms.shapes import Shape


@dataclass(frozen=True, slots=True)
class Progress:
    """Of ``total`` visible questions that a person answers: with an answer, with a reason."""

    answered: int
    with_reason: int
    total: int


def is_satisfied(answer: Answer) -> bool:
    """Answered, or a reason for no answer other than "later"."""
    if isinstance(answer, NoAnswer):
        return answer.reason.satisfies_required
    return isinstance(answer, Answered)


def is_missing(
    instance: Instance,
    answer_of: Callable[[ItemKey], Answer],
    is_visible: Callable[[Instance], bool],
    shape_of: Callable[[Instance], Shape],
) -> bool:
    """A visible required item without an answer. A required group wants one of its questions.

    What nobody can type into (read-only) never blocks; disabled and hidden items never do.
    """
    shape = shape_of(instance)
    if not shape.required or shape.read_only or not is_visible(instance):
        return False
    if instance.is_question:
        return not is_satisfied(answer_of(instance.key))
    below = [
        one
        for one in instance.with_descendants()
        if one.is_question and not shape_of(one).read_only and is_visible(one)
    ]
    return bool(below) and not any(is_satisfied(answer_of(one.key)) for one in below)


def progress_of(questions: Iterable[Instance], answer_of: Callable[[ItemKey], Answer]) -> Progress:
    """How far these visible questions are; leave out the read-only ones."""
    answers = [answer_of(one.key) for one in questions]
    return Progress(
        sum(isinstance(answer, Answered) for answer in answers),
        sum(isinstance(answer, NoAnswer) for answer in answers),
        len(answers),
    )
