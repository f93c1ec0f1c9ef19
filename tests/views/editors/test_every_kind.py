"""Every item type with every control is answered by keyboard and by a screen reader's action."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.editors.language_mode import LanguageMode
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.support.qt_audit import audit_window
from tests.views.editors.bench import CardBench
from tests.views.editors.kinds import KINDS, Kind

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def opened(bot: QtBot, kind: Kind) -> CardBench:
    bench = CardBench(kind.item)
    bot.addWidget(bench.window)
    bench.window.activateWindow()
    bot.waitExposed(bench.window)
    return bench


@every_kind
def test_it_is_empty_until_it_is_answered(qtbot: QtBot, kind: Kind) -> None:
    bench = opened(qtbot, kind)

    bench.card().focus_first()
    bench.card().flush()

    assert bench.told == []


@every_kind
def test_the_keyboard_answers_it(qtbot: QtBot, kind: Kind) -> None:
    bench = opened(qtbot, kind)

    kind.by_keys(bench)

    assert bench.values() == kind.values
    assert [type(value) for value in bench.values()] == [type(value) for value in kind.values]


@every_kind
def test_a_screen_reader_answers_it(qtbot: QtBot, kind: Kind) -> None:
    bench = opened(qtbot, kind)

    kind.by_reader(bench)

    assert bench.values() == kind.values


@every_kind
@pytest.mark.parametrize(
    ("tokens", "scale", "mode"),
    [(LIGHT, 1.0, LanguageMode.ENGLISH), (DARK, 2.0, LanguageMode.BOTH)],
    ids=["light", "dark, 200 %, both languages"],
)
def test_its_controls_are_named_whole_large_and_in_order(
    qtbot: QtBot, kind: Kind, tokens: Tokens, scale: float, mode: LanguageMode
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, Theme(tokens, scale))
    bench = opened(qtbot, kind)
    kind.by_keys(bench)
    bench.show(mode)
    bench.window.resize(900, bench.window.sizeHint().height())
    bench.card().set_layout(800, is_stacked=scale > 1)

    assert bench.values() == kind.values
    assert audit_window(bench.window) == []
