"""One editor per kind of question: empty at first, told as typed, shown without telling."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.forms.answers import (
    Answer,
    Answered,
    Coding,
    PartialDate,
    PartialDateTime,
    Quantity,
    TimeOfDay,
    Unanswered,
)
from desktop.forms.reading import read_questionnaire
from desktop.forms.session import FormSession, ItemKey
from desktop.views.editors.editor import Editor
from desktop.views.editors.language_mode import LanguageMode
from desktop.views.editors.picker_editor import PickerEditor
from desktop.views.editors.read_only_editor import ReadOnlyEditor
from desktop.views.editors.registry import editor_for

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
KEY = ItemKey("q")
SYSTEM = "https://firstlight.example/fhir/CodeSystem/test"


def option(code: str, *, is_exclusive: bool = False) -> dict[str, object]:
    """One answer option."""
    made: dict[str, object] = {
        "valueCoding": {"system": SYSTEM, "code": code, "display": code.title()}
    }
    if is_exclusive:
        url = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"
        made["extension"] = [{"url": url, "valueBoolean": True}]
    return made


class Bench:
    """A form of one question, its session, its editor, and what the editor told."""

    def __init__(self, bot: QtBot, **item: object) -> None:
        form = {
            "resourceType": "Questionnaire",
            "url": "https://firstlight.example/fhir/Questionnaire/test",
            "version": "1",
            "status": "active",
            "item": [{"linkId": "q", "text": "A question", **item}],
        }
        read = read_questionnaire(json.dumps(form).encode(), "test.json")
        self.session = FormSession(read, now=lambda: NOON)
        self.told: list[Answer] = []
        self.editor: Editor = editor_for(self.session.state(KEY), lambda: NOON)
        self.editor.answered.connect(self.take)
        bot.addWidget(self.editor)
        self.editor.show()
        self.show()

    def take(self, answer: Answer) -> None:
        """As the interview does: into the session, and back to the editor."""
        self.told.append(answer)
        if isinstance(answer, Answered):
            self.session.answer(KEY, *answer.values)
        else:
            self.session.clear(KEY)
        self.show()

    def show(self, mode: LanguageMode = LanguageMode.ENGLISH) -> None:
        """Show what the session has."""
        self.editor.show_state(self.session.state(KEY), mode)

    def line(self, name: str = "answer-q") -> QLineEdit:
        """A text box of the editor."""
        found = self.editor.findChild(QLineEdit, name)
        assert found is not None
        return found

    def button(self, name: str) -> QAbstractButton:
        """A row or button of the editor."""
        found = self.editor.findChild(QAbstractButton, name)
        assert found is not None
        return found


Make = Callable[..., Bench]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    """Makes the editor of one item."""

    def made(**item: object) -> Bench:
        return Bench(qtbot, **item)

    return made


def test_a_yes_or_no_question_has_three_states(make: Make) -> None:
    bench = make(type="boolean")
    before = [bench.button(f"answer-q-{each}").isChecked() for each in ("true", "false")]

    bench.button("answer-q-false").click()

    assert before == [False, False]
    assert bench.told == [Answered((False,))]


def test_an_exclusive_option_clears_the_others(make: Make) -> None:
    bench = make(
        type="choice",
        repeats=True,
        answerOption=[option("food"), option("rent"), option("none", is_exclusive=True)],
    )
    bench.button("answer-q-food").click()
    bench.button("answer-q-rent").click()

    bench.button("answer-q-none").click()

    answer = bench.told[-1]
    assert isinstance(answer, Answered)
    assert [value.code for value in answer.values if isinstance(value, Coding)] == ["none"]


def test_many_options_open_as_a_list(make: Make) -> None:
    bench = make(type="choice", answerOption=[option(f"o{n}") for n in range(20)])
    assert isinstance(bench.editor, PickerEditor)

    bench.editor.picker.setCurrentIndex(3)
    bench.editor.picker.activated.emit(3)

    assert bench.told == [Answered((Coding("o2", SYSTEM, "O2"),))]


def test_an_open_choice_takes_typed_words(make: Make, qtbot: QtBot) -> None:
    bench = make(type="open-choice", answerOption=[option("food")])

    qtbot.keyClicks(bench.line("answer-q-other"), "A coat")
    bench.editor.flush()

    assert bench.told == [Answered(("A coat",))]


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("string", "two words", "two words"),
        ("url", "https://one.example", "https://one.example"),
        ("integer", "7", 7),
        ("decimal", "1,50", Decimal("1.50")),
        ("quantity", "70", Quantity(Decimal("70"))),
        ("date", "2026", PartialDate("2026")),
        ("date", "2026-03", PartialDate("2026-03")),
        ("date", "2026-03-14", PartialDate("2026-03-14")),
        ("time", "1405", TimeOfDay("14:05:00")),
    ],
)
def test_what_is_typed_is_the_answer(
    make: Make, qtbot: QtBot, kind: str, typed: str, value: object
) -> None:
    bench = make(type=kind)
    was_empty = bench.line().text() == ""

    qtbot.keyClicks(bench.line(), typed)
    bench.editor.flush()

    answer = bench.told[-1]
    assert was_empty
    assert isinstance(answer, Answered)
    assert answer.values == (value,)
    assert type(answer.values[0]) is type(value)


@pytest.mark.parametrize(
    ("kind", "typed"),
    [("integer", "1.5"), ("decimal", "many"), ("date", "14 March"), ("date", "2026-02-30")],
)
def test_what_is_no_value_stays_in_the_box_and_is_said(
    make: Make, qtbot: QtBot, kind: str, typed: str
) -> None:
    bench = make(type=kind)
    said: list[str] = []
    bench.editor.problem_found.connect(said.append)

    qtbot.keyClicks(bench.line(), typed)
    bench.editor.flush()
    bench.show()

    assert bench.told == []
    assert said[-1].startswith("Type a")
    assert bench.line().text() == typed


def test_emptying_the_box_takes_the_answer_back(make: Make, qtbot: QtBot) -> None:
    bench = make(type="integer")
    qtbot.keyClicks(bench.line(), "7")
    bench.editor.flush()

    bench.line().selectAll()
    qtbot.keyClick(bench.line(), Qt.Key.Key_Delete)
    bench.editor.flush()

    assert bench.told[-1] == Unanswered()


def test_a_moment_is_a_date_that_may_have_a_time(make: Make, qtbot: QtBot) -> None:
    bench = make(type="dateTime")

    qtbot.keyClicks(bench.line("answer-q-day"), "2026-03-14")
    bench.editor.flush()
    qtbot.keyClicks(bench.line("answer-q-time"), "14:05")
    bench.editor.flush()

    first, second = bench.told
    assert first == Answered((PartialDateTime("2026-03-14"),))
    assert second == Answered((PartialDateTime("2026-03-14T14:05:00+00:00"),))


def test_typed_text_is_told_after_a_moment_of_quiet(make: Make, qtbot: QtBot) -> None:
    bench = make(type="text")
    box = bench.editor.focus_target()
    assert box is not None

    qtbot.keyClicks(box, "by bus")
    qtbot.waitUntil(lambda: bool(bench.told), timeout=1_500)

    assert bench.told == [Answered(("by bus",))]


def test_showing_a_state_tells_nothing(make: Make) -> None:
    bench = make(type="choice", answerOption=[option("food"), option("rent")])
    bench.session.answer(KEY, Coding("rent", SYSTEM))

    bench.show()

    assert bench.told == []
    assert bench.button("answer-q-rent").isChecked()


def test_an_answer_that_is_no_option_any_more_is_still_shown(make: Make) -> None:
    bench = make(type="choice", answerOption=[option("food")])
    bench.session.answer(KEY, Coding("old", SYSTEM, "Old answer"))

    bench.show()

    assert bench.button("answer-q-kept-1").isChecked()


def test_a_read_only_question_cannot_be_typed_into(make: Make) -> None:
    bench = make(type="string", readOnly=True)

    assert isinstance(bench.editor, ReadOnlyEditor)
    assert bench.editor.focus_target() is None
