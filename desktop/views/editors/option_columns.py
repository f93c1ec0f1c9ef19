"""The columns in which a form lists the answers of a question (SDC choiceColumn)."""

from collections.abc import Callable

from desktop.forms.presentation import ChoiceColumn
from desktop.forms.questionnaire import Item
from desktop.views.editors.language_mode import LanguageMode, one_text
from desktop.views.widgets.match_columns import MatchColumns


def match_columns(
    item: Item, mode: LanguageMode, cells_of: Callable[[str], tuple[str, ...]]
) -> MatchColumns | None:
    """None where the form names no columns."""
    columns = item.presentation.choice_columns
    if not columns:
        return None
    heads = tuple(one_text(column.label, mode) for column in columns)
    return MatchColumns(heads, _shares(columns), cells_of)


def spoken_cells(item: Item, cells: tuple[str, ...], mode: LanguageMode) -> str:
    """The cells of a row as they are read out: each behind its head."""
    heads = (one_text(column.label, mode) for column in item.presentation.choice_columns)
    pairs = zip(heads, cells, strict=False)
    return " · ".join(f"{head}: {cell}" if head else cell for head, cell in pairs if cell)


def _shares(columns: tuple[ChoiceColumn, ...]) -> tuple[int, ...]:
    """Widths of one unit beside each other; the same for all where a form mixes or omits them."""
    widths = [column.width for column in columns if column.width is not None]
    if len(widths) < len(columns) or len({unit for _, unit in widths}) > 1:
        return (1,) * len(columns)
    return tuple(max(1, round(number * 10)) for number, _ in widths)
