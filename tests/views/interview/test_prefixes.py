"""The prefix of a question: its marks, a long one, that of a heading, and what is heard of it."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.forms import extensions as ext
from desktop.views.interview.sections import sections_of
from desktop.views.interview.two_column_text import TwoColumnText
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.forms.form_makers import Json, form, group, item, spanish
from tests.services.bench import Bench
from tests.support.qt_audit import audit_window
from tests.views.interview.form_desk import FormDesk, open_any_form

ITALIC: Json = {"url": ext.RENDERING_XHTML, "valueString": "<i>A</i> <b>note:</b>"}
HOSTILE: Json = {"url": ext.RENDERING_XHTML, "valueString": "A <script>run()</script>"}


def opened(bot: QtBot, bench: Bench, *items: Json) -> FormDesk:
    return open_any_form(bot, bench, form(group("page", *items)), size=(1278, 2_000))


def head(desk: FormDesk, name: str) -> TwoColumnText:
    found = desk.find(name)
    assert isinstance(found, TwoColumnText)
    return found


def drawn(label: TwoColumnText) -> QImage:
    return label.grab().toImage()


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_marks_of_a_prefix_are_drawn_before_the_words(
    qtbot: QtBot, bench: Bench, qapp: QApplication, tokens: Tokens, scale: float
) -> None:
    apply_theme(qapp, Theme(tokens, scale))
    marked = item("a", "string", prefix="A note:", text="Same", _prefix={"extension": [ITALIC]})
    desk = opened(qtbot, bench, marked, item("b", "string", prefix="A note:", text="Same"))

    assert drawn(head(desk, "head-a")) != drawn(head(desk, "head-b"))
    assert head(desk, "head-a").accessibleName() == "A note: Same"
    assert audit_window(desk.view) == []


def test_what_could_run_leaves_the_plain_prefix(qtbot: QtBot, bench: Bench) -> None:
    bad = item("a", "string", prefix="A:", text="Same", _prefix={"extension": [HOSTILE]})
    desk = opened(qtbot, bench, bad, item("b", "string", prefix="A:", text="Same"))

    assert drawn(head(desk, "head-a")) == drawn(head(desk, "head-b"))


def test_a_long_prefix_is_whole(qtbot: QtBot, bench: Bench) -> None:
    long = "Part one of the first chapter of questions about the nights of the last two weeks:"
    desk = opened(qtbot, bench, item("a", "string", prefix=long), item("b", "string", prefix="1."))

    assert head(desk, "head-a").height() > head(desk, "head-b").height()
    assert head(desk, "head-a").accessibleName() == f"{long} Text of a"


def test_headings_and_words_show_theirs_too(qtbot: QtBot, bench: Bench) -> None:
    inner = group("g", item("a", "string"), prefix="II.", text="Nights")
    desk = opened(qtbot, bench, inner, item("d", "display", prefix="*", text="As you like"))

    assert head(desk, "words-g").accessibleName() == "II. Nights"
    assert head(desk, "words-d").accessibleName() == "* As you like"


def test_the_title_of_a_page_begins_with_its_prefix_in_both_languages(
    qtbot: QtBot, bench: Bench
) -> None:
    nights = group("g", item("a", "string"), prefix="2.", text="Nights", _text=spanish("Noches"))

    [section] = sections_of(form(nights))
    desk = open_any_form(qtbot, bench, form(nights))

    assert section.title.in_language("es") == "2. Noches"
    assert desk.view.head.title.text() == "2. Nights"
    assert desk.view.sections.list.rows()[0].item.title == "2. Nights"
