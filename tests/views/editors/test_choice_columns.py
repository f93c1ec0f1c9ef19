"""A list of answers shows the columns that its form names, and is searched in all of them."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.views.editors.autocomplete_editor import AutocompleteEditor
from desktop.views.editors.choice_editor import ChoiceEditor
from desktop.views.widgets.match_columns import MatchColumns, MatchHeads
from tests.support.qt_audit import audit_window
from tests.views.editors.bench import SDC, CardBench, control
from tests.views.editors.kinds import SYSTEM, Json

WARDS = (("n3", "North 3", "Surgery"), ("s1", "South 1", "Trauma"), ("s2", "South 2", ""))


def column(path: str, label: str = "") -> Json:
    parts: list[Json] = [{"url": "path", "valueString": path}]
    parts += [{"url": "label", "valueString": label}] if label else []
    return {"url": f"{SDC}choiceColumn", "extension": parts}


def opened(bot: QtBot, control_code: str, width: int = 700) -> CardBench:
    options = []
    for code, name, kind in WARDS:
        said = [{"url": "urn:kind", "valueString": kind}] if kind else []
        coding = {"system": SYSTEM, "code": code, "display": name, "extension": said}
        options.append({"valueCoding": coding})
    columns = (column("display", "Ward"), column("extension('urn:kind').value", "Kind"))
    bench = CardBench(
        {
            "linkId": "q",
            "type": "choice",
            "answerOption": options,
            "extension": [control(control_code), *columns],
        }
    )
    bench.window.resize(width, 500)
    bot.addWidget(bench.window)
    bot.waitExposed(bench.window)
    return bench


def editor(bench: CardBench) -> AutocompleteEditor:
    found = bench.card().editor
    assert isinstance(found, AutocompleteEditor)
    return found


def heads(bench: CardBench) -> MatchHeads:
    found = bench.window.findChild(MatchHeads)
    assert isinstance(found, MatchHeads)
    return found


def rows(bench: CardBench) -> list[str]:
    matches = editor(bench).box.list.matches
    return [str(matches.data(matches.index(at))) for at in range(matches.rowCount())]


def test_a_drop_down_with_columns_lists_them_under_their_heads(qtbot: QtBot) -> None:
    bench = opened(qtbot, "drop-down")
    bench.card().focus_first()
    assert not heads(bench).isVisible()

    bench.press(Qt.Key.Key_Down)

    qtbot.waitUntil(heads(bench).isVisible)
    assert rows(bench) == [
        "Ward: North 3 · Kind: Surgery",
        "Ward: South 1 · Kind: Trauma",
        "Ward: South 2",
    ]
    assert audit_window(bench.window) == []


def test_the_words_of_any_column_are_searched_and_the_answer_is_chosen_by_keys(
    qtbot: QtBot,
) -> None:
    bench = opened(qtbot, "autocomplete")
    bench.card().focus_first()

    bench.type("traum")
    assert rows(bench) == ["Ward: South 1 · Kind: Trauma"]
    bench.press(Qt.Key.Key_Return)

    assert [one.code for one in bench.values()] == ["s1"]
    assert not heads(bench).isVisible()


def test_cells_stand_beside_each_other_and_in_one_line_where_it_is_narrow(qtbot: QtBot) -> None:
    bench = opened(qtbot, "drop-down")
    bench.card().focus_first()
    bench.press(Qt.Key.Key_Down)
    shown = editor(bench).box.list
    columns = MatchColumns(("Ward", "Kind"), (2, 1), lambda _key: ())

    wide = columns.boxes(shown.rect())

    assert [box.width() for box in wide] == sorted((box.width() for box in wide), reverse=True)
    assert wide[0].right() < wide[1].left() <= shown.rect().right()
    assert columns.boxes(shown.rect().adjusted(0, 0, -shown.width() + 60, 0)) == []


def test_rows_with_a_mark_have_their_columns_at_the_right(qtbot: QtBot) -> None:
    bench = opened(qtbot, "radio-button")
    found = bench.card().editor
    assert isinstance(found, ChoiceEditor)

    assert [row.item.note for row in found.group.rows()] == ["Surgery", "Trauma", ""]
    assert audit_window(bench.window) == []
