"""Which instrument for whom: read at the desk of forms and in the help, in both languages."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.messages import LANGUAGES
from desktop.services.known_guide import fact_lines, route_lines
from desktop.views.forms.breakable import BREAK_HERE
from desktop.views.forms.known_guide import KnownGuide
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from desktop.views.widgets.picker import Picker
from tests.forms.known.shipped_registry import known, shipped
from tests.services.bench import Bench
from tests.support.qt_audit import audit_window
from tests.views.forms.desk import open_forms, shown, view_of


def pick(guide: QWidget, key: str) -> str:
    """Everything that is shown after an instrument was picked."""
    picker = guide.findChild(Picker, "known-guide-pick")
    assert picker is not None
    picker.setCurrentIndex(picker.findData(key))
    picker.activated.emit(picker.currentIndex())
    labels = guide.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if not one.isHidden()).replace(BREAK_HERE, "")


@pytest.mark.parametrize(
    ("language", "title", "below", "adults"),
    [
        ("en", "Which instrument for whom", "Below 8 years", "18 years or older"),
        ("es", "Qué instrumento para quién", "Menos de 8 años", "18 años o más"),
    ],
)
def test_the_desk_of_forms_leads_to_it_and_esc_leads_back(
    qtbot: QtBot, bench: Bench, language: str, title: str, below: str, adults: str
) -> None:
    desk = open_forms(qtbot, bench, language=language)
    desk.press("forms-guide")
    words = shown(desk)

    assert all(each in words for each in (title, below, adults))
    assert desk.focus() == "known-guide-pick"
    desk.key(Qt.Key.Key_Escape)
    assert below not in shown(desk)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", [one.key for one in shipped().instruments])
def test_every_instrument_says_for_whom_its_rights_and_its_sources(key: str, language: str) -> None:
    one = known(key)
    words = "\n".join(f"{line.words}\n{line.sources}" for line in fact_lines(one, language))

    assert one.who.in_language(language) in words
    assert one.rights.terms.in_language(language) in words
    for source in (*one.sources, *(each.source for each in one.cut_offs)):
        assert source in words
    if one.ages is None:
        assert ("Not confirmed" if language == "en" else "Sin confirmar") in words
    assert "{" not in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_age_is_suggested_something_with_the_sources_of_its_instruments(
    language: str,
) -> None:
    registry = shipped()
    lines = route_lines(registry, language)
    ages = [one for one in registry.routes if (one.from_age, one.to_age) != (None, None)]

    assert len(lines) == len(registry.routes) + 1
    for low, high in pairwise(ages):
        assert low.to_age is not None
        assert high.from_age == low.to_age + 1
    for route, line in zip(registry.routes, lines, strict=False):
        for key in route.keys:
            one = known(key)
            assert one.bedside
            assert (one.ages.source if one.ages else one.sources[0]) in line.sources


def test_no_age_is_suggested_an_instrument_that_is_not_for_it() -> None:
    for route in shipped().routes:
        for key in route.keys:
            gate = known(key).ages
            if gate is None or route.to_age is None:
                continue
            is_too_old = gate.from_age is not None and gate.from_age > route.to_age
            assert not is_too_old or key == "asq", (route, key)


def test_past_month_instruments_are_named_for_after_a_month() -> None:
    line = route_lines(shipped(), "en")[-1]

    assert line.words.startswith("PC-PTSD-5, PCL-5: ")
    assert "https://www.ptsd.va.gov" in line.sources


def test_picking_another_shows_its_facts_in_place_of_the_first(
    qtbot: QtBot,
) -> None:
    guide = KnownGuide("en")
    qtbot.addWidget(guide)
    guide.show_registry(shipped())
    first, second = pick(guide, "phq-9"), pick(guide, "danger-assessment")

    assert "10 or more" in first
    assert "hand the person to an advocate" in second
    assert "10 or more" not in second


def test_looking_at_an_instrument_leaves_nothing_to_save(qtbot: QtBot, bench: Bench) -> None:
    desk = open_forms(qtbot, bench)
    desk.press("forms-guide")

    assert "10 or more" in pick(view_of(desk), "phq-9")
    assert not view_of(desk).is_begun


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_can_be_read_and_reached(
    qapp: QApplication, qtbot: QtBot, bench: Bench, scale: float, tokens: Tokens, language: str
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    try:
        desk = open_forms(qtbot, bench, language=language)
        desk.press("forms-guide")
        pick(desk.view, "pc-ptsd-5")
        desk.rest()

        assert audit_window(desk.view) == []
    finally:
        apply_theme(qapp, Theme(LIGHT, 1.0))
