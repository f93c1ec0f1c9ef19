"""Every item type with every control: how a person and a screen reader answer it, and what then."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.forms.answers import (
    Coding,
    PartialDate,
    PartialDateTime,
    Quantity,
    TimeOfDay,
)
from tests.views.editors.bench import FHIR, SDC, CardBench, control

Json = dict[str, object]
Drive = Callable[[CardBench], None]
SYSTEM = "https://firstlight.example/fhir/CodeSystem/test"


@dataclass(frozen=True)
class Kind:
    """One line of the table: an item, two ways to answer it, and the values that must come out."""

    name: str
    item: Json
    by_keys: Drive
    by_reader: Drive
    values: tuple[object, ...] = field(default=())


def option(code: str, *extensions: Json) -> Json:
    made: Json = {"valueCoding": {"system": SYSTEM, "code": code, "display": code.title()}}
    return made | ({"extension": list(extensions)} if extensions else {})


def coded(code: str) -> Coding:
    return Coding(code, SYSTEM, code.title())


def options(*codes: str) -> Json:
    return {"answerOption": [option(code) for code in codes]}


def many(count: int) -> Json:
    return options(*(f"option{number:03}" for number in range(count)))


def keys(*parts: str | Qt.Key) -> Drive:
    """Types texts and presses keys where the focus is, then leaves the answer."""

    def drive(bench: CardBench) -> None:
        bench.card().focus_first()
        for part in parts:
            if isinstance(part, str):
                bench.type(part)
            else:
                bench.press(part)
        bench.card().flush()

    return drive


def named(bench: CardBench, name: str) -> QWidget:
    found = [one for one in bench.window.findChildren(QWidget, name) if one.isVisible()]
    assert found, f"nothing is called {name}"
    return found[-1]


def toggle(*names: str) -> Drive:
    """A screen reader's Toggle on rows and boxes."""

    def drive(bench: CardBench) -> None:
        for name in names:
            target = named(bench, f"answer-q-{name}")
            QAccessible.queryAccessibleInterface(target).actionInterface().doAction("Toggle")

    return drive


def press(name: str) -> Drive:
    """A screen reader's Press on a button."""

    def drive(bench: CardBench) -> None:
        target = named(bench, name)
        assert isinstance(target, QAbstractButton)
        pressed = QSignalSpy(target.clicked)
        QAccessible.queryAccessibleInterface(target).actionInterface().doAction("Press")
        assert pressed.count() or pressed.wait(1_000)

    return drive


def set_text(text: str, name: str = "answer-q") -> Drive:
    """A screen reader puts text into a box."""

    def drive(bench: CardBench) -> None:
        target = named(bench, name)
        QAccessible.queryAccessibleInterface(target).setText(QAccessible.Text.Value, text)
        bench.card().flush()

    return drive


def set_value(value: int) -> Drive:
    """A screen reader's SetValue on a scale."""

    def drive(bench: CardBench) -> None:
        target = named(bench, "answer-q")
        QAccessible.queryAccessibleInterface(target).valueInterface().setCurrentValue(value)

    return drive


def both(*drives: Drive) -> Drive:
    def drive(bench: CardBench) -> None:
        for one in drives:
            one(bench)

    return drive


def then_focus(name: str, *parts: str | Qt.Key) -> Drive:
    def drive(bench: CardBench) -> None:
        named(bench, name).setFocus()
        for part in parts:
            if isinstance(part, str):
                bench.type(part)
            else:
                bench.press(part)
        bench.card().flush()

    return drive


K = Qt.Key
HORIZONTAL: Json = {"url": f"{FHIR}questionnaire-choiceOrientation", "valueCode": "horizontal"}
COLUMNS: Json = {"url": f"{SDC}columnCount", "valuePositiveInt": 2}
STEP: Json = {"url": f"{FHIR}questionnaire-sliderStepValue", "valueInteger": 5}
FINE: Json = {"url": f"{FHIR}questionnaire-sliderStepValue", "valueDecimal": 0.5}
LEAST: Json = {"url": f"{FHIR}minValue", "valueInteger": 0}
MOST: Json = {"url": f"{FHIR}maxValue", "valueInteger": 10}
OPEN_UNIT: Json = {"url": f"{SDC}unitOpen", "valueCode": "optionsOrString"}
KG = Coding("kg", "http://unitsofmeasure.org", "kg")


def unit_option(code: str) -> Json:
    coding: Json = {"system": "http://unitsofmeasure.org", "code": code, "display": code}
    return {"url": f"{FHIR}questionnaire-unitOption", "valueCoding": coding}


def unit(code: str) -> Json:
    coding: Json = {"system": "http://unitsofmeasure.org", "code": code, "display": code}
    return {"url": f"{FHIR}questionnaire-unit", "valueCoding": coding}


def item(kind: str, *extensions: Json, **more: object) -> Json:
    made: Json = {"linkId": "q", "type": kind, **more}
    return made | ({"extension": list(extensions)} if extensions else {})


def quantity(number: str) -> Quantity:
    return Quantity(Decimal(number), "kg", "http://unitsofmeasure.org", "kg")


def typed(name: str, made: Json, text: str, value: object) -> Kind:
    return Kind(name, made, keys(text), set_text(text), (value,))


def chosen(name: str, made: Json, *codes: str) -> Kind:
    """Rows: digits choose with one or several allowed."""
    given: object = made["answerOption"]
    assert isinstance(given, list)
    names = [one["valueCoding"]["code"] for one in given]
    digits = "".join(str(names.index(code) + 1) for code in codes)
    return Kind(name, made, keys(digits), toggle(*codes), tuple(coded(code) for code in codes))


KINDS = (
    Kind("boolean", item("boolean"), keys("2"), toggle("false"), (False,)),
    typed("decimal", item("decimal"), "1.50", Decimal("1.50")),
    typed("decimal with a unit", item("decimal", unit("kg")), "70", Decimal("70")),
    typed("integer", item("integer"), "7", 7),
    Kind(
        "integer slider",
        item("integer", control("slider"), LEAST, MOST),
        keys(K.Key_Right, K.Key_Right, K.Key_Right),
        set_value(2),
        (2,),
    ),
    Kind(
        "integer slider with steps",
        item("integer", control("slider"), STEP, LEAST, MOST),
        keys(K.Key_End),
        set_value(2),
        (10,),
    ),
    Kind(
        "decimal slider",
        item("decimal", control("slider"), FINE, LEAST, MOST),
        keys(K.Key_Home, K.Key_Right),
        set_value(1),
        (Decimal("0.5"),),
    ),
    Kind(
        "spinner",
        item("integer", control("spinner"), LEAST, MOST),
        keys(K.Key_Up, K.Key_Up, K.Key_Up, K.Key_Down),
        both(press("answer-q-more"), press("answer-q-more")),
        (1,),
    ),
    typed("date", item("date"), "2026-03-14", PartialDate("2026-03-14")),
    typed("date, a year alone", item("date"), "2026", PartialDate("2026")),
    Kind(
        "dateTime",
        item("dateTime"),
        both(keys("2026-03-14"), then_focus("answer-q-time", "14:05")),
        both(set_text("2026-03-14", "answer-q-day"), set_text("14:05", "answer-q-time")),
        (PartialDateTime("2026-03-14T14:05:00+00:00"),),
    ),
    typed("time", item("time"), "14:05", TimeOfDay("14:05:00")),
    typed("string", item("string"), "two words", "two words"),
    typed("text", item("text"), "two words", "two words"),
    typed("url", item("url"), "https://one.example", "https://one.example"),
    chosen("choice", item("choice", **options("food", "rent", "none")), "rent"),
    chosen(
        "choice as radio buttons", item("choice", control("radio-button"), **many(20)), "option003"
    ),
    chosen("choice across", item("choice", HORIZONTAL, **options("a", "b", "c")), "c"),
    chosen("choice in columns", item("choice", COLUMNS, **options("a", "b", "c")), "b"),
    chosen("several", item("choice", repeats=True, **options("a", "b", "c")), "a", "c"),
    chosen(
        "check boxes across",
        item("choice", control("check-box"), HORIZONTAL, repeats=True, **options("a", "b")),
        "a",
        "b",
    ),
    Kind(
        "drop-down",
        item("choice", control("drop-down"), **options("food", "rent")),
        keys(K.Key_Down, K.Key_Down),
        keys(K.Key_Down, K.Key_Down),
        (coded("food"),),
    ),
    Kind(
        "autocomplete",
        item("choice", control("autocomplete"), **many(300)),
        keys("n123", K.Key_Return),
        both(set_text("option123"), keys(K.Key_Return)),
        (coded("option123"),),
    ),
    Kind(
        "autocomplete for several",
        item("choice", control("autocomplete"), repeats=True, **many(300)),
        keys("123", K.Key_Return, "option00", K.Key_Down, K.Key_Down, K.Key_Return),
        both(set_text("option123"), keys(K.Key_Return), set_text("n001"), keys(K.Key_Return)),
        (coded("option123"), coded("option001")),
    ),
    Kind(
        "open choice",
        item("open-choice", **options("food")),
        then_focus("answer-q-other", "A coat"),
        set_text("A coat", "answer-q-other"),
        ("A coat",),
    ),
    Kind(
        "open choice with several",
        item("open-choice", repeats=True, **options("food")),
        both(keys("1"), then_focus("answer-q-other", "A coat")),
        both(toggle("food"), set_text("A coat", "answer-q-other")),
        (coded("food"), "A coat"),
    ),
    Kind(
        "open autocomplete",
        item("open-choice", control("autocomplete"), **options("food")),
        keys("A coat", K.Key_Return),
        both(set_text("A coat"), keys(K.Key_Return)),
        ("A coat",),
    ),
    typed("quantity", item("quantity", unit("kg")), "70", quantity("70")),
    Kind(
        "quantity with units",
        item("quantity", unit_option("g"), unit_option("kg")),
        both(keys("70"), then_focus("answer-q-unit", K.Key_Down)),
        both(set_text("70"), then_focus("answer-q-unit", K.Key_Down)),
        (quantity("70"),),
    ),
    Kind(
        "quantity with an open unit",
        item("quantity", OPEN_UNIT),
        both(keys("2"), then_focus("answer-q-own-unit", "cups")),
        both(set_text("2"), set_text("cups", "answer-q-own-unit")),
        (Quantity(Decimal(2), "cups"),),
    ),
    Kind(
        "several texts",
        item("string", repeats=True),
        both(keys("one"), then_focus("answer-q-add", K.Key_Space, "two")),
        both(set_text("one"), press("answer-q-add"), set_text("two", "answer-q-1")),
        ("one", "two"),
    ),
    Kind(
        "several numbers",
        item("integer", repeats=True),
        both(keys("1"), then_focus("answer-q-add", K.Key_Space, "2")),
        both(set_text("1"), press("answer-q-add"), set_text("2", "answer-q-1")),
        (1, 2),
    ),
    Kind(
        "several dates",
        item("date", repeats=True),
        both(keys("2026"), then_focus("answer-q-add", K.Key_Space, "2025")),
        both(set_text("2026"), press("answer-q-add"), set_text("2025", "answer-q-1")),
        (PartialDate("2026"), PartialDate("2025")),
    ),
    Kind(
        "a number out of a list",
        item("integer", answerOption=[{"valueInteger": 1}, {"valueInteger": 2}]),
        keys("2"),
        toggle("2"),
        (2,),
    ),
)
