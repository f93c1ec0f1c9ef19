"""Which rows a repeating item has: kept for groups, read from the answers for questions."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence

from desktop.forms.answer_json import value_to_json
from desktop.forms.answers import Answer, AnswerValue, Coding, Rows, Unanswered, answer_values
from desktop.forms.instances import ItemKey, first_rows
from desktop.forms.questionnaire import Item, ItemType


def rows_in(answers: Mapping[ItemKey, Answer], item: Item, list_key: ItemKey) -> tuple[int, ...]:
    """The rows of a repeating item, as the answers tell them."""
    kept = answers.get(list_key, Unanswered())
    if item.type is not ItemType.GROUP:
        return answer_rows(answer_values(kept))
    return rows_kept(answers, item, list_key).ids


def rows_kept(answers: Mapping[ItemKey, Answer], item: Item, list_key: ItemKey) -> Rows:
    """The rows of a repeating group, kept or those that it starts with."""
    kept = answers.get(list_key)
    if isinstance(kept, Rows):
        return kept
    ids = first_rows(item)
    return Rows(ids, len(ids))


def answer_rows(values: Sequence[AnswerValue]) -> tuple[int, ...]:
    """A row id for each answer, made of the answer itself: equal answers count up.

    What stands below an answer belongs to that answer, wherever it moves in the list.
    """
    seen: Counter[str] = Counter()
    ids = []
    for value in values:
        plain = [value.code, value.system] if isinstance(value, Coding) else value_to_json(value)
        text = json.dumps(plain, ensure_ascii=False)
        mark = hashlib.sha256(f"{seen[text]}|{text}".encode()).digest()
        seen[text] += 1
        ids.append(int.from_bytes(mark[:4]) >> 1)
    return tuple(ids)


def renamed_row(
    before: Sequence[AnswerValue], after: Sequence[AnswerValue]
) -> tuple[int, int] | None:
    """Old and new row id where exactly one answer was changed in its place; else None."""
    if len(before) != len(after):
        return None
    pairs = [
        (old, new)
        for old, new in zip(answer_rows(before), answer_rows(after), strict=True)
        if old != new
    ]
    return pairs[0] if len(pairs) == 1 else None
