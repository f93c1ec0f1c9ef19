"""The composer for eyes, fingers, keyboard and screen reader, in every look."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.packet.packet_states import OpenPanel
from desktop.views.shell.regions import focus_next_region
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.services.bench import Bench
from tests.support.qt_audit import audit_window
from tests.views.packet.cases import assessed, planned
from tests.views.packet.table import FULL_PX, PacketTable, open_composer

TALL_PX = (1366, 4000)
"""Room for everything at 200 %, so that what is scrolled away is looked at too."""
LOOKS = ((LIGHT, 1.0), (DARK, 2.0))


@pytest.mark.parametrize(("tokens", "scale"), LOOKS, ids=["light", "dark, 200 %"])
def test_the_composer_has_no_flaw_in_any_look(
    qtbot: QtBot, qapp: QApplication, bench: Bench, tokens: Tokens, scale: float
) -> None:
    apply_theme(qapp, Theme(tokens, scale))

    table = open_composer(qtbot, bench, planned(bench), size=room(scale))

    assert table.view.width() == 1366
    assert not audit_window(table.view)


@pytest.mark.parametrize(
    ("panel", "scale"),
    [(panel, scale) for panel in OpenPanel if panel is not OpenPanel.PARTS for scale in (1.0, 2.0)],
)
def test_no_panel_has_a_flaw(
    qtbot: QtBot, qapp: QApplication, bench: Bench, panel: OpenPanel, scale: float
) -> None:
    apply_theme(qapp, Theme(LIGHT, scale))
    table = open_composer(qtbot, bench, assessed(bench), size=room(scale))

    opened(table, panel)

    assert table.view.width() == 1366
    assert not audit_window(table.view)


def room(scale: float) -> tuple[int, int]:
    """The window for a text size."""
    return FULL_PX if scale == 1.0 else TALL_PX


def opened(table: PacketTable, panel: OpenPanel) -> None:
    """Open a panel by its button."""
    buttons = {
        OpenPanel.STEPS: "packet-change-steps",
        OpenPanel.APPOINTMENTS: "packet-change-appointments",
        OpenPanel.PLACES: "packet-change-resources",
        OpenPanel.PRINT: "packet-print-here",
    }
    table.press(buttons[panel])
    assert table.state.panel is panel


def test_f6_goes_through_the_regions_and_esc_leaves_a_panel(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    seen = set()
    for _region in range(4):
        focus_next_region(table.view)
        seen.add(table.focus())
    regions = {"banner-back", "packet-parts-steps", "packet-language-en", "packet-print-here"}
    assert seen == regions

    opened(table, OpenPanel.PLACES)
    table.key(Qt.Key.Key_Escape)

    assert table.state.panel is OpenPanel.PARTS
    assert table.focus() == "packet-parts-resources"


def test_a_narrow_window_puts_the_pages_below(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench), size=(1000, 760))
    parts, pages = table.view.parts, table.view.preview

    below = pages.mapTo(table.view, pages.rect().topLeft()).y()

    assert below > parts.mapTo(table.view, parts.rect().bottomLeft()).y()
    assert table.view.width() == 1000
