"""Which answers of a form fit another version of it, which do not, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.forms.answers import Answer, AnswerValue, Coding, Rows, Unanswered, answer_values
from desktop.forms.fhir_values import fitted
from desktop.forms.instances import Instance, ItemKey, is_list, lists_above
from desktop.forms.questionnaire import Item, ItemType, Questionnaire
from desktop.forms.session import FormSession
from desktop.forms.wording import LocalText


class NotCarriedWhy(StrEnum):
    """Why an answer stays behind."""

    NO_SUCH_QUESTION = "no-such-question"
    OTHER_TYPE = "other-type"
    NOT_AN_OPTION = "not-an-option"
    TOO_MANY = "too-many"
    OTHER_ROWS = "other-rows"
    """It stands in other repeating rows than before."""
    COMPUTED = "computed"
    """The other version works it out by itself."""


@dataclass(frozen=True, slots=True)
class CarriedAnswer:
    """An answer that fits. Where the words of question or option changed, somebody must look.

    ``is_private`` questions open in private only: lists do not name them.
    """

    key: ItemKey
    question: LocalText
    is_reworded: bool
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class AnswerLeftBehind:
    """An answer that does not fit; ``question`` as it was asked."""

    key: ItemKey
    question: LocalText
    why: NotCarriedWhy
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class Carrying:
    """``answers`` for the other version, rows included; what carried and what did not."""

    answers: dict[ItemKey, Answer] = field(default_factory=dict, repr=False)
    carried: tuple[CarriedAnswer, ...] = ()
    left_behind: tuple[AnswerLeftBehind, ...] = ()


def carry_over(old: FormSession, new: Questionnaire) -> Carrying:
    """Every answer given by hand in ``old``, parked ones too, held against ``new``.

    linkIds name the same question in every version of a form (FHIR R4
    ``Questionnaire.item.linkId``); a question may have moved to another group.
    """
    answers: dict[ItemKey, Answer] = {}
    carried: list[CarriedAnswer] = []
    left: list[AnswerLeftBehind] = []
    new_lists = lists_above(new)
    for instance in old.tree.by_key.values():
        item = new.by_link_id.get(instance.item.link_id)
        if instance.item.type is ItemType.GROUP:
            if item is not None and _same_rows(old, new_lists, instance):
                answers.update(_rows(old, instance))
            continue
        answer = old.given(instance.key)
        if not instance.is_question or isinstance(answer, Unanswered):
            continue
        why = _why_not(item, instance, answer)
        if why is None and not _same_rows(old, new_lists, instance):
            why = NotCarriedWhy.OTHER_ROWS
        if item is None or why is not None:
            reason = why or NotCarriedWhy.NO_SUCH_QUESTION
            left.append(
                AnswerLeftBehind(instance.key, instance.item.text, reason, instance.is_private)
            )
            continue
        answers[instance.key] = answer
        is_reworded = _is_reworded(instance.item, item, answer_values(answer))
        carried.append(CarriedAnswer(instance.key, item.text, is_reworded, instance.is_private))
    return Carrying(answers, tuple(carried), tuple(left))


def _same_rows(old: FormSession, new: Mapping[str, tuple[str, ...]], one: Instance) -> bool:
    return new.get(one.item.link_id) == old.tree.lists.get(one.item.link_id)


def _rows(old: FormSession, group: Instance) -> Iterator[tuple[ItemKey, Answer]]:
    kept = old.given(group.list_key)
    if isinstance(kept, Rows):
        yield group.list_key, kept


def _why_not(item: Item | None, old: Instance, answer: Answer) -> NotCarriedWhy | None:
    if item is None or not item.type.is_question:
        return NotCarriedWhy.NO_SUCH_QUESTION
    if item.calculated is not None:
        return NotCarriedWhy.COMPUTED
    values = answer_values(answer)
    if len(values) > 1 and not item.repeats:
        return NotCarriedWhy.TOO_MANY
    if is_list(item) is not is_list(old.item):
        return NotCarriedWhy.OTHER_ROWS
    if any(fitted(item.type, value) is None for value in values):
        return NotCarriedWhy.OTHER_TYPE
    if item.type is ItemType.CHOICE and item.options and not _are_options(item, values):
        return NotCarriedWhy.NOT_AN_OPTION
    return None


def _are_options(item: Item, values: tuple[AnswerValue, ...]) -> bool:
    return all(item.option_of(value) is not None for value in values)


def _is_reworded(old: Item, new: Item, values: tuple[AnswerValue, ...]) -> bool:
    if old.text != new.text:
        return True
    return any(_label(old, value) != _label(new, value) for value in values)


def _label(item: Item, value: AnswerValue) -> LocalText | None:
    option = item.option_of(value) if isinstance(value, Coding) else None
    return None if option is None else option.label
