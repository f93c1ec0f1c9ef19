"""What the controls do beyond taking an answer: counts, notices, columns, entries, files."""

import base64
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Coding, PartialDate, Quantity, Unanswered
from desktop.forms.session import ItemKey
from desktop.views.editors.autocomplete_editor import AutocompleteEditor
from desktop.views.editors.choice_editor import ChoiceEditor
from desktop.views.editors.option_search import OptionSearch
from desktop.views.editors.repeating_editor import RepeatingEditor
from desktop.views.editors.slider_editor import SliderEditor
from desktop.views.widgets.option_grid import OptionGrid
from tests.views.editors.bench import FHIR, SDC, CardBench, control
from tests.views.editors.kinds import (
    Json,
    coded,
    item,
    many,
    named,
    option,
    options,
    set_text,
    unit_option,
)
from tests.views.editors.pictures import picture_bytes

Q = ItemKey("q")
ALONE: Json = {"url": f"{FHIR}questionnaire-optionExclusive", "valueBoolean": True}


def limit(name: str, value: int) -> Json:
    return {"url": f"{FHIR}{name}", "valueInteger": value}


def opened(bot: QtBot, made: Json) -> CardBench:
    bench = CardBench(made)
    bot.addWidget(bench.window)
    bot.waitExposed(bench.window)
    return bench


def words_of(bench: CardBench, name: str) -> str:
    label = named(bench, name)
    assert isinstance(label, QLabel)
    return label.text()


def test_how_many_are_chosen_is_said_as_they_are(qtbot: QtBot) -> None:
    most, least = limit("questionnaire-maxOccurs", 3), limit("questionnaire-minOccurs", 2)
    bench = opened(qtbot, item("choice", most, least, repeats=True, **options("a", "b", "c", "d")))

    bench.button("answer-q-a").click()
    bench.button("answer-q-b").click()

    assert words_of(bench, "answer-q-count") == "2 of 3 chosen, at least 2"


def test_an_option_that_stands_alone_says_what_it_took_back_and_brings_it_back(
    qtbot: QtBot,
) -> None:
    made = item("choice", repeats=True, answerOption=[option("a"), option("b"), option("c", ALONE)])
    bench = opened(qtbot, made)
    bench.button("answer-q-a").click()
    bench.button("answer-q-b").click()

    bench.button("answer-q-c").click()
    alone, said = bench.values(), bench.words()
    bench.button("answer-q-notice-undo").click()

    assert alone == (coded("c"),)
    assert "“C” cannot stand beside: A, B. Those were taken back." in said
    assert bench.values() == (coded("a"), coded("b"))


def test_another_option_beside_one_that_stands_alone_takes_its_place(qtbot: QtBot) -> None:
    made = item("choice", repeats=True, answerOption=[option("a"), option("c", ALONE)])
    bench = opened(qtbot, made)
    bench.button("answer-q-c").click()

    bench.button("answer-q-a").click()

    assert bench.values() == (coded("a"),)
    assert "“A” cannot stand beside: C." in bench.words()


def test_options_across_stand_side_by_side_and_below_each_other_where_it_is_narrow(
    qtbot: QtBot,
) -> None:
    across: Json = {"url": f"{FHIR}questionnaire-choiceOrientation", "valueCode": "horizontal"}
    names = [f"{letter} rather long answer" for letter in "abc"]
    bench = opened(qtbot, item("choice", across, **options(*names)))
    editor = bench.card().editor
    assert isinstance(editor, ChoiceEditor)
    assert isinstance(editor.group, OptionGrid)

    bench.window.resize(900, 300)
    qtbot.waitUntil(lambda: editor.group.columns == 3)
    bench.card().set_layout(300, is_stacked=True)
    bench.window.resize(300, 300)

    qtbot.waitUntil(lambda: editor.group.columns == 1)


def test_columns_are_filled_one_after_the_other(qtbot: QtBot) -> None:
    columns: Json = {"url": f"{SDC}columnCount", "valuePositiveInt": 2}
    bench = opened(qtbot, item("choice", columns, **options("a", "b", "c", "d")))
    bench.window.resize(900, 300)
    rows = [bench.button(f"answer-q-{name}") for name in "abcd"]

    qtbot.waitUntil(lambda: rows[2].y() == rows[0].y())

    assert rows[1].x() == rows[0].x()
    assert rows[2].x() > rows[0].x()


def test_the_form_names_the_box_for_another_answer(qtbot: QtBot) -> None:
    label: Json = {"url": f"{SDC}openLabel", "valueString": "Who else?"}
    bench = opened(qtbot, item("open-choice", label, **options("mother")))

    assert named(bench, "answer-q-other").accessibleName() == "Who else?"


def test_several_answers_in_own_words_stand_as_rows_and_go_again(qtbot: QtBot) -> None:
    bench = opened(qtbot, item("open-choice", repeats=True, **options("food")))
    set_text("A coat", "answer-q-other")(bench)
    bench.button("answer-q-other-more").click()
    set_text("Shoes", "answer-q-other")(bench)

    both = bench.values()
    bench.button("answer-q-kept-1").click()

    assert both == ("A coat", "Shoes")
    assert bench.values() == ("Shoes",)


def test_a_prefix_stands_before_its_option(qtbot: QtBot) -> None:
    prefix: Json = {"url": f"{FHIR}questionnaire-optionPrefix", "valueString": "b)"}
    bench = opened(qtbot, item("choice", answerOption=[option("a"), option("b", prefix)]))

    assert bench.button("answer-q-b").accessibleName() == "b) B"


def test_searching_counts_what_matches_and_says_it(qtbot: QtBot) -> None:
    bench = opened(qtbot, item("choice", control("autocomplete"), **many(300)))

    set_text("option00")(bench)

    editor = bench.card().editor
    assert isinstance(editor, AutocompleteEditor)
    assert editor.box.status.text() == "10 answers match. Arrow keys move, Enter chooses."
    assert editor.box.line.accessibleDescription() == editor.box.status.text()
    assert editor.box.list.matches.rowCount() == 10


def test_searching_finds_words_in_any_language_without_accents() -> None:
    from desktop.forms.questionnaire import AnswerOption, LocalText

    found = OptionSearch(
        {
            "clinic": AnswerOption(Coding("c"), LocalText("Clinic", {"es": "Clínica médica"})),
            "home": AnswerOption(Coding("h"), LocalText("Medical home")),
        }
    )

    assert found.find("medi") == (("clinic", "home"), 2)
    assert found.find("clinica med") == (("clinic",), 1)
    assert found.find("zzz") == ((), 0)


def test_an_answer_found_by_searching_is_taken_back_by_its_row(qtbot: QtBot) -> None:
    bench = opened(qtbot, item("choice", control("autocomplete"), **many(300)))
    bench.session.answer(Q, coded("option007"))
    bench.show()

    bench.button("answer-q-chosen-option007").click()

    assert bench.answer() == Unanswered()


def test_a_slider_is_empty_until_touched_and_empties_again(qtbot: QtBot) -> None:
    least, most = limit("minValue", 0), limit("maxValue", 10)
    bench = opened(qtbot, item("integer", control("slider"), least, most))
    editor = bench.card().editor
    assert isinstance(editor, SliderEditor)
    before = editor.value.text()

    QTest.mouseClick(editor.slider, Qt.MouseButton.LeftButton, pos=editor.slider.rect().center())
    touched = bench.values()
    QTest.keyClick(editor.slider, Qt.Key.Key_Delete)

    assert before == "No value yet"
    assert touched == (5,)
    assert [label.text() for label in editor.ends] == ["0", "10"]
    assert bench.answer() == Unanswered()


def test_a_scale_too_fine_to_hit_is_typed(qtbot: QtBot) -> None:
    bench = opened(qtbot, item("integer", control("slider"), limit("maxValue", 1_000_000)))

    assert not isinstance(bench.card().editor, SliderEditor)


def entries(bot: QtBot, *extensions: Json) -> CardBench:
    bench = opened(bot, item("string", *extensions, repeats=True))
    bench.session.answer(Q, "one", "two", "three")
    bench.show()
    return bench


def test_an_entry_moves_with_alt_and_the_arrows(qtbot: QtBot) -> None:
    bench = entries(qtbot)
    editor = bench.card().editor
    assert isinstance(editor, RepeatingEditor)
    editor.rows[2].editor.focus_first()

    bench.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert bench.values() == ("one", "three", "two")
    assert editor.rows[1].accessibleName() == "Answer 2 of 3"
    assert editor.rows[1].isAncestorOf(bench.focus())


def test_a_removed_entry_can_be_brought_back(qtbot: QtBot) -> None:
    bench = entries(qtbot)

    bench.button("answer-q-1-entry-remove").click()
    left = bench.values()
    bench.button("answer-q-notice-undo").click()

    assert left == ("one", "three")
    assert bench.values() == ("one", "two", "three")


def test_no_more_entries_than_the_form_takes(qtbot: QtBot) -> None:
    bench = entries(qtbot, limit("questionnaire-maxOccurs", 3))

    assert not bench.button("answer-q-add").isEnabled()
    assert words_of(bench, "answer-q-count") == "3 of 3 chosen"


def test_a_text_that_is_no_address_stays_and_is_said(qtbot: QtBot) -> None:
    bench = opened(qtbot, item("url"))

    set_text("not an address")(bench)

    line = named(bench, "answer-q")
    assert isinstance(line, QLineEdit)
    assert bench.told == []
    assert line.text() == "not an address"
    assert "Type a whole address, such as https://one.example" in bench.words()


@pytest.mark.parametrize("kind", ["string", "integer", "date", "time", "dateTime"])
def test_the_form_says_how_to_type_the_answer(qtbot: QtBot, kind: str) -> None:
    hint: Json = {"url": f"{FHIR}entryFormat", "valueString": "as on the card"}
    bench = opened(qtbot, item(kind, hint))
    editor = bench.card().editor
    assert editor is not None

    line = editor.focus_target()

    assert isinstance(line, QLineEdit)
    assert line.placeholderText() == "as on the card"


@pytest.mark.parametrize(
    ("kind", "most", "value"),
    [
        ("date", {"valueDate": "2026-01-31"}, PartialDate("2026-03")),
        ("integer", {"valueInteger": 5}, 6),
        ("decimal", {"valueDecimal": 5}, Decimal("5.1")),
    ],
)
def test_limits_are_told_below_the_answer(
    qtbot: QtBot, kind: str, most: Json, value: object
) -> None:
    bench = opened(qtbot, item(kind, {"url": f"{FHIR}maxValue", **most}))
    text = value.text if isinstance(value, PartialDate) else str(value)

    set_text(text)(bench)

    assert bench.values() == (value,)
    assert "above the highest value" in bench.words()


def test_another_unit_of_the_list_keeps_the_number(qtbot: QtBot) -> None:
    bench = opened(qtbot, item("quantity", unit_option("g"), unit_option("kg")))
    set_text("70")(bench)
    before = bench.values()

    named(bench, "answer-q-unit").setFocus()
    bench.press(Qt.Key.Key_Down)

    ucum = "http://unitsofmeasure.org"
    assert before == (Quantity(Decimal(70), "g", ucum, "g"),)
    assert bench.values() == (Quantity(Decimal(70), "kg", ucum, "kg"),)


def test_a_scale_follows_limits_that_an_answer_computes(qtbot: QtBot) -> None:
    most: Json = {
        "url": f"{FHIR}maxValue",
        "_valueInteger": {
            "extension": [
                {
                    "url": f"{FHIR}cqf-expression",
                    "valueExpression": {
                        "language": "text/fhirpath",
                        "expression": "%resource.item.where(linkId='a').answer.value",
                    },
                }
            ]
        },
    }
    asked: Json = {"linkId": "a", "type": "integer"}
    bench = CardBench(asked, item("integer", control("slider"), most))
    qtbot.addWidget(bench.window)

    bench.session.answer(ItemKey("a"), 5)
    bench.show()

    editor = bench.card().editor
    assert isinstance(editor, SliderEditor)
    assert editor.ends[1].text() == "5"
    assert editor.slider.maximum() == 5


def test_an_option_shows_its_picture(qtbot: QtBot) -> None:
    data = base64.b64encode(picture_bytes()).decode()
    media: Json = {
        "url": f"{SDC}itemAnswerMedia",
        "valueAttachment": {"contentType": "image/png", "data": data, "title": "A face"},
    }
    bench = opened(qtbot, item("choice", answerOption=[option("a"), option("b", media)]))

    plain, shown = (bench.button(f"answer-q-{name}") for name in "ab")

    assert shown.sizeHint().height() >= 40 + 2 * 12
    assert shown.sizeHint().height() > plain.sizeHint().height()
    assert "#008000" in {
        shown.grab().toImage().pixelColor(x, shown.height() - 30).name() for x in range(120)
    }
