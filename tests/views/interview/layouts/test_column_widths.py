"""Columns of a table have the widths that the form asks for (SDC width), where they fit."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.forms import extensions as ext
from desktop.forms.session import ItemKey
from desktop.views.interview.layouts.table_cell import TableCell
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import LIGHT
from tests.forms.form_makers import form, group, item
from tests.services.bench import Bench
from tests.support.qt_audit import audit_window
from tests.views.interview.form_desk import FormDesk, open_any_form
from tests.views.interview.layouts.test_tables import TALL, control


def width(value: float, code: str) -> dict[str, Any]:
    return {"url": ext.WIDTH, "valueQuantity": {"value": value, "code": code}}


def rows(first: dict[str, Any] | None, second: dict[str, Any] | None = None) -> Any:
    """A repeating group of two questions as a table."""
    asked = (
        item("a", "string", *([first] if first else [])),
        item("b", "string", *([second] if second else [])),
    )
    return group("page", group("g", *asked, repeats=True, extension=[control("gtable")]))


def widths(desk: FormDesk) -> tuple[int, int]:
    cells = [desk.view.page.card(ItemKey(f"{name}@0")) for name in "ab"]
    assert all(isinstance(one, TableCell) for one in cells)
    first, second = (one.width() for one in cells if one is not None)
    return first, second


def test_percents_share_the_columns(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, form(rows(width(70, "%"))), size=TALL)

    first, second = widths(desk)

    assert first / (first + second) == pytest.approx(0.7, abs=0.01)
    assert audit_window(desk.view) == []


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_pixels_grow_with_the_text(
    qtbot: QtBot, bench: Bench, qapp: QApplication, scale: float
) -> None:
    apply_theme(qapp, Theme(LIGHT, scale))
    desk = open_any_form(qtbot, bench, form(rows(None, width(200, "px"))), size=(1900, 2_000))

    first, second = widths(desk)

    assert second == round(200 * scale)
    assert first > second


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (None, None),
        (width(5_000, "px"), None),
        (width(95, "%"), width(95, "%")),
        (width(30, "kg"), None),
        (width(400, "%"), None),
    ],
    ids=["none", "too-wide", "too-much", "no-width", "over-whole"],
)
def test_what_cannot_be_leaves_them_the_same(
    qtbot: QtBot, bench: Bench, first: dict[str, Any] | None, second: dict[str, Any] | None
) -> None:
    desk = open_any_form(qtbot, bench, form(rows(first, second)), size=TALL)

    left, right = widths(desk)

    assert left == right


def test_a_column_stays_wide_enough_to_answer_in(qtbot: QtBot, bench: Bench) -> None:
    desk = open_any_form(qtbot, bench, form(rows(width(1, "%"))), size=TALL)

    first, second = widths(desk)

    assert 150 <= first < second
    assert audit_window(desk.view) == []


def test_a_grid_takes_the_widths_of_its_columns(qtbot: QtBot, bench: Bench) -> None:
    lines = [
        group(f"g{n}", item(f"a{n}", "string", width(65, "%")), item(f"b{n}", "string"))
        for n in (1, 2)
    ]
    made = form(group("page", group("t", *lines, extension=[control("grid")])))
    desk = open_any_form(qtbot, bench, made, size=TALL)

    cells = [desk.view.page.card(ItemKey(key)) for key in ("a1", "a2", "b1", "b2")]
    shown = [one.width() for one in cells if one is not None]

    assert shown[0] == shown[1] > shown[2] == shown[3]
