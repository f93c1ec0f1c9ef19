"""Columns of a list of answers: read from a form, and worked out on each answer.

Source: SDC, http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-choiceColumn: a path
is relative to the answer: a coding with what its value set and code system say of it, a resource,
or a plain value.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from desktop.forms import extensions as ext
from desktop.forms.expression_reading import compiled_expression
from desktop.forms.fhirpath.evaluation import Run
from desktop.forms.fhirpath.expression import plain_environment
from desktop.forms.fhirpath.syntax import EvaluationError
from desktop.forms.json_input import JsonObject, a_text, an_object
from desktop.forms.local_texts import local_text
from desktop.forms.presentation import ChoiceColumn
from desktop.forms.presentation_reading import read_width
from desktop.forms.questionnaire import AnswerOption
from desktop.forms.said_words import said_words
from desktop.forms.wording import LocalText

MOST_COLUMNS = 6
"""More cannot be read side by side."""
MOST_WITH_COLUMNS = 2_000
"""Answers of one question whose columns are worked out: each is an evaluation at every opening."""


def read_columns(raw: JsonObject, name: str, link_id: str) -> tuple[ChoiceColumn, ...]:
    """The columns of an item. Raises KnownError for a broken path."""
    return tuple(_columns(raw, name, link_id))[:MOST_COLUMNS]


def _columns(raw: JsonObject, name: str, link_id: str) -> Iterator[ChoiceColumn]:
    for found in ext.extensions(raw, ext.CHOICE_COLUMN):
        path = a_text(ext.extension(found, "path"), "valueString")
        expression = compiled_expression({"expression": path}, name, link_id)
        if expression is not None:
            yield ChoiceColumn(
                expression,
                local_text(ext.extension(found, "label"), "valueString"),
                read_width(an_object(ext.extension(found, "width"), "valueQuantity")),
                ext.extension(found, "forDisplay").get("valueBoolean") is True,
            )


def with_columns(
    options: Iterable[AnswerOption],
    columns: tuple[ChoiceColumn, ...],
    node_of: Callable[[AnswerOption], object],
    run: Run,
) -> tuple[AnswerOption, ...]:
    """The options with the words of each column; ``node_of`` gives what paths are read on.

    As they are where there are too many, or ``run`` has no budget left for all of them.
    """
    listed = tuple(options)
    if not columns or len(listed) > MOST_WITH_COLUMNS or run.is_spent():
        return listed
    found = []
    for option in listed:
        found.append(_with_cells(option, columns, node_of(option), run))
        if run.is_spent():
            return listed
    return tuple(found)


def new_run() -> Run:
    """A budget for columns; they read the answer alone, neither the form nor the day."""
    return Run(plain_environment(datetime(2000, 1, 1, tzinfo=UTC), {}))


def _with_cells(
    option: AnswerOption, columns: tuple[ChoiceColumn, ...], node: object, run: Run
) -> AnswerOption:
    cells = tuple(_words(column, node, run) for column in columns)
    pairs = zip(columns, cells, strict=True)
    shown = next((words for column, words in pairs if column.for_display and words), "")
    is_other = shown and shown != option.label.base
    return replace(option, columns=cells, label=LocalText(shown) if is_other else option.label)


def _words(column: ChoiceColumn, node: object, run: Run) -> str:
    try:
        run.spend(1)
        found = column.path.evaluate_within(run, [node])
    except EvaluationError:
        return ""
    return ", ".join(dict.fromkeys(filter(None, map(said_words, found))))
