"""Turns the numbers of reach into rows: a number, its share as a bar, or that it is too small."""

from collections.abc import Mapping

from desktop.messages import sentence
from desktop.services.count_reach import ReachCount
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.row_item import Bar, Cell, RowItem


def main_rows(count: ReachCount, language: str) -> tuple[RowItem, ...]:
    """Eligible, tried, reached, in the target, still open, ended."""
    hours = f"{count.target_min / 60:g}"
    lines = (
        ("reach-count.eligible", count.eligible, ""),
        ("reach-count.tried", count.tried, ""),
        ("reach-count.reached", count.parts.get("reached"), ""),
        (
            "reach-count.in-target",
            count.in_target,
            sentence("reach-desk.target", language, hours=hours),
        ),
        ("reach-count.waiting", count.parts.get("waiting"), ""),
        ("reach-count.ended", count.parts.get("ended"), ""),
    )
    whole = count.eligible
    return tuple(_row(name, value, whole, language, note) for name, value, note in lines)


def ended_rows(ended: Mapping[str, int | None], language: str) -> tuple[RowItem, ...]:
    """What stood in the way of those who were never reached, or how the cases of the others ended:
    the most frequent first."""
    known = [value for value in ended.values() if value is not None]
    whole = sum(known) if len(known) == len(ended) else None
    order = sorted(ended.items(), key=lambda one: -(one[1] or 0))
    return tuple(_row(name, value, whole, language, "") for name, value in order)


def wait_rows(count: ReachCount, language: str) -> tuple[RowItem, ...]:
    """Median times from the arrival."""
    waits = (
        ("reach-count.to-told", count.to_told_min),
        ("reach-count.to-tried", count.to_tried_min),
        ("reach-count.to-reached", count.to_reached_min),
    )
    return tuple(_row(name, value, None, language, "") for name, value in waits)


def _row(name: str, value: int | None, whole: int | None, language: str, note: str) -> RowItem:
    few = sentence("reach-count.few", language)
    bar = None
    text = few if value is None else str(value)
    if value is not None and whole:
        bar = Bar(value / whole)
        percent = round(100 * value / whole)
        text = sentence("reach-desk.share", language, count=value, percent=percent)
    cell = Cell(
        text,
        tone=Tone.MUTED if value is None else Tone.PLAIN,
        is_strong=value is not None,
        bar=bar,
    )
    return RowItem(name, sentence(name, language), note, cells=(cell,))
