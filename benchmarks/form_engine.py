"""What one answer and the opening of a form cost, by the form's size; LHC-Forms beside them.

The figures of LHC-Forms 40.1.3 (headless Chromium, the same kind of form, total of all ordinals)
were measured in another run on another day and stand here only to compare the order of size.
"""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figure import Figure, percentile, times_ms
from benchmarks.generated_form import CODE_SYSTEM, generated_form, link_id, option_code

SIZES = (30, 300, 1_000, 3_000)
ANSWERS = 40
LHC_ANSWER_MS = {30: 42.0, 300: 211.0, 1_000: 759.0}
LHC_OPEN_MS = {30: 451.0, 300: 1_730.0, 1_000: 5_036.0}
ELSEWHERE = "LHC-Forms, another run,"
CORPUS = "FIRSTLIGHT_CORPUS"
LARGEST = (
    "questionnaires/smart-forms/"
    "Questionnaire-AboriginalTorresStraitIslanderHealthCheckAssembled-0.4.0.json"
)


def figures() -> Iterator[Figure]:
    """Opening and one answer at each size, then the largest real form where the corpus is."""
    for size in SIZES:
        data = generated_form(size)
        opened = min(times_ms(lambda data=data: _open(data), 3))
        yield Figure(
            f"form of {size} questions, read and opened",
            opened,
            ELSEWHERE if size in LHC_OPEN_MS else "plain time",
            LHC_OPEN_MS.get(size),
            "at least 10 times faster at 1,000",
        )
        taken = _answers(_open(data), size)
        yield Figure(
            f"form of {size} questions, one answer, median",
            percentile(taken, 0.5),
            ELSEWHERE if size in LHC_ANSWER_MS else "plain time",
            LHC_ANSWER_MS.get(size),
            "flat",
        )
    yield from _largest()


def _open(data: bytes):
    from desktop.forms.reading import read_questionnaire
    from desktop.forms.session import FormSession

    return FormSession(read_questionnaire(data, "generated"), now=lambda: datetime.now(UTC))


def _answers(session, size: int) -> list[float]:
    from desktop.forms.answers import Coding

    taken: list[float] = []
    odd = range(1, size, 2)
    step = max(1, len(odd) // ANSWERS)
    for number in odd[::step]:
        value = Coding(option_code(number, 2), CODE_SYSTEM)
        taken += times_ms(lambda number=number, value=value: _answer(session, number, value), 1)
    return taken


def _answer(session, number: int, value) -> tuple[object, object]:
    """One answer with what the screen reads after it."""
    session.answer(link_id(number), value)
    return session.scores, session.missing


def _largest() -> Iterator[Figure]:
    folder = os.environ.get(CORPUS)
    if not folder:
        return
    data = (Path(folder) / LARGEST).read_bytes()
    first = times_ms(lambda: _open(data), 1)[0]
    again = min(times_ms(lambda: _open(data), 3))
    yield Figure("real form of 808 items, first", first, "plain time", None, "under 1,500 ms")
    yield Figure("real form of 808 items, again", again, "plain time", None, "under 500 ms")
    taken = _real_answers(_open(data))
    yield Figure("the same, one answer, median", percentile(taken, 0.5), "plain time", None, "flat")
    yield Figure("the same, one answer, p99", percentile(taken, 0.99), "plain time", None, "16 ms")


def _real_answers(session) -> list[float]:
    from desktop.forms.questionnaire import ItemType

    taken: list[float] = []
    for key, instance in list(session.tree.by_key.items()):
        if key not in session.tree.by_key or instance.item.calculated is not None:
            continue
        if instance.item.type is ItemType.BOOLEAN:
            taken += times_ms(lambda key=key: session.answer(key, True), 1)
        elif instance.item.type.is_choice and instance.item.options:
            value = instance.item.options[0].value
            taken += times_ms(lambda key=key, value=value: session.answer(key, value), 1)
    return taken
