"""A unit that is typed in one's own words."""

from decimal import Decimal

from pytestqt.qtbot import QtBot

from desktop.forms.answers import Quantity
from desktop.forms.unit_naming import UCUM
from tests.views.editors.bench import SDC, CardBench
from tests.views.editors.kinds import item, keys, then_focus


def test_a_unit_that_ucum_reads_is_kept_with_its_code(qtbot: QtBot) -> None:
    is_open = {"url": f"{SDC}unitOpen", "valueCode": "optionsOrType"}
    ucum = {"url": f"{SDC}unitSupplementalSystem", "valueCanonical": UCUM}
    bench = CardBench(item("quantity", is_open, ucum))
    qtbot.addWidget(bench.window)
    qtbot.waitExposed(bench.window)

    keys("2")(bench)
    then_focus("answer-q-own-unit", "mg")(bench)

    assert bench.values() == (Quantity(Decimal(2), "mg", UCUM, "mg"),)
