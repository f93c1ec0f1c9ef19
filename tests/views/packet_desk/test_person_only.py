"""A packet of somebody of whom no caller is told: the desk hands it to the person only."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.records.confidential_status import AskedBy
from desktop.services.confidential_status import set_no_information
from desktop.views.shell.translations import Translations
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.services.bench import ROSA, Bench
from tests.support.qt_audit import audit_window, settle
from tests.views.packet.table import FULL_PX
from tests.views.packet_desk.open_desk import DeskTable, open_desk, sent


def printed(
    bot: QtBot, bench: Bench, size: tuple[int, int] = FULL_PX, *, is_quiet: bool = True
) -> DeskTable:
    """A desk that printed a packet and is asked whether it was handed over."""
    ref = bench.new_case()
    if is_quiet:
        set_no_information(bench.work_as(ROSA), ref, AskedBy.PERSON)
    packet_id = sent(bench, ref=ref)
    table = open_desk(bot, bench, size=size)
    table.press("desk-print")
    table.press(f"desk-printed-{packet_id}")
    table.press("desk-hand-over")
    return table


def words_of(table: DeskTable) -> str:
    """What the question says."""
    labels = table.view.handing.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def test_the_question_says_into_whose_hands_it_goes(qtbot: QtBot, bench: Bench) -> None:
    assert "Hand it to the person only" in words_of(printed(qtbot, bench))


def test_of_anybody_else_it_says_nothing(qtbot: QtBot, bench: Bench) -> None:
    assert "person only" not in words_of(printed(qtbot, bench, is_quiet=False))


def test_one_after_the_other_each_says_its_own(qtbot: QtBot, bench: Bench) -> None:
    table = printed(qtbot, bench)
    table.press("desk-hand-over-do")
    other = sent(bench)
    table.press("desk-refresh")
    table.press(f"desk-ready-{other}")
    table.press("desk-print")
    table.press(f"desk-printed-{other}")
    table.press("desk-hand-over")

    assert "person only" not in words_of(table)


def test_the_list_says_it_before_it_is_printed(qtbot: QtBot, bench: Bench) -> None:
    quiet, other = bench.new_case(), bench.new_case()
    set_no_information(bench.work_as(ROSA), quiet, AskedBy.POLICE)
    wanted, usual = sent(bench, ref=quiet), sent(bench, ref=other)

    rows = {row.item.key: row.item for row in open_desk(qtbot, bench).view.ready.rows.rows()}

    assert "to the person only" in rows[wanted].words()
    assert "to the person only" not in rows[usual].words()


@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 2.0)])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_question_has_no_flaw_in_any_look(
    qtbot: QtBot, qapp: QApplication, bench: Bench, tokens: Tokens, scale: float, language: str
) -> None:
    translations = Translations(qapp)
    translations.use(language)
    apply_theme(qapp, Theme(tokens, scale))
    table = printed(qtbot, bench, FULL_PX if scale == 1.0 else (1366, 4000))

    settle(table.view)
    flaws, words = audit_window(table.view), words_of(table)
    translations.use("en")
    translations.remove()
    assert not flaws
    assert ("person only" if language == "en" else "solo a la persona") in words
