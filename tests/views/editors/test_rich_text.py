"""Only a few marks of a form's rich text are shown; anything that could run or load, never."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from desktop.forms.wording import Styling
from desktop.views.editors.rich_text import MOST_CHARACTERS, line_html, rich_html, sanitised
from desktop.views.widgets.rich_block import RichBlock, SilentDocument


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p>a <b>b</b></p>", "<p>a <b>b</b></p>"),
        ("<div><strong>x</strong><br/>y</div>", "<p><b>x</b><br>y</p>"),
        ("<ul><li>one</li></ul>", "<ul><li>one</li></ul>"),
        ("<h1>Big</h1>", "<h4>Big</h4>"),
        ("<span style='font-weight: bold; color: red'>x</span>", "<b>x</b>"),
        ("<i class='p'>x</i>", "<i>x</i>"),
        ("1 &lt; 2 &amp; 3", "1 &lt; 2 &amp; 3"),
        (
            "<a href='https://one.example'>more</a>",
            "more (https://one.example)",
        ),
        ("<a href='javascript:x()'>more</a>", "more"),
        ("<img src='https://one.example/x.png' alt='A hand'>", "[A hand]"),
        ("<img src='https://one.example/x.png'>", ""),
    ],
)
def test_marks_are_kept_and_nothing_else_of_a_tag(source: str, shown: str) -> None:
    assert sanitised(source) == shown


@pytest.mark.parametrize(
    "source",
    [
        "<script>x()</script> words",
        "<b onclick='x()'>words</b>",
        "<iframe src='https://one.example'></iframe>",
        "<object data='x'></object>",
        "<style>b { color: red }</style>",
        "<link rel='stylesheet' href='https://one.example'>",
        "<button>press</button>",
        "<form><input></form>",
        "<svg><use href='x'/></svg>",
        "<b>not closed",
        "<b><i>crossed</b></i>",
        "</b>",
        "<!DOCTYPE html><b>x</b>",
        "<?php x ?>",
        "<b>" * 60 + "</b>" * 60,
        "x" * (MOST_CHARACTERS + 1),
    ],
)
def test_what_is_not_allowed_leaves_the_plain_words(source: str) -> None:
    assert sanitised(source) == ""


@given(st.text(alphabet="<>/b isonclk=\"'!-&;script", max_size=80))
def test_no_text_brings_a_tag_through_that_is_not_listed(source: str) -> None:
    tags = set(re.findall(r"<[^>]*>", sanitised(source)))

    assert tags <= {"<b>", "</b>", "<s>", "</s>", "<i>", "</i>", "<p>", "</p>", "<br>"}


def test_xhtml_wins_over_markdown_and_both_over_style() -> None:
    every = Styling("<b>x</b>", "*y*", "font-style: italic")

    assert rich_html(every, "z") == "<b>x</b>"
    assert "<i>y</i>" in rich_html(Styling("", "*y*", "font-weight: bold"), "z")
    assert rich_html(Styling("", "", "font-weight: bold; color: red"), "a < b") == "<b>a &lt; b</b>"
    assert rich_html(Styling("", "", "color: red"), "z") == ""


def test_markdown_lists_tables_and_bold_are_shown(qapp: object) -> None:
    shown = rich_html(
        Styling("", "# Head\n\n- one\n- **two**\n\n| a | b |\n|---|---|\n| c | d |"), ""
    )

    for mark in ("Head", "<ul>", "<b>two</b>", "<table"):
        assert mark in shown


def test_markdown_with_tags_leaves_the_plain_words(qapp: object) -> None:
    assert rich_html(Styling("", "some <script>x</script> text"), "plain") == ""


def test_a_document_loads_nothing(qapp: object) -> None:
    document = SilentDocument()
    document.setHtml("<img src='file:///etc/hostname'>")

    document.setTextWidth(100)

    assert document.resource(2, QUrl("file:///etc/hostname")) is None


def test_what_is_drawn_has_the_colour_of_the_theme(qapp: object) -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    block = RichBlock("<b>WWWW</b>", QFont(), 200)

    painter = QPainter(image)
    block.draw(painter, 0, 0, QColor("#0000ff"))
    painter.end()

    inks = {image.pixelColor(x, y).name() for x in range(100) for y in range(30)}
    assert "#0000ff" in inks
    assert "#000000" not in inks
    assert 0 < block.height < 100


@pytest.mark.parametrize(
    ("styling", "shown"),
    [
        (Styling(xhtml="<i class='x'>A</i> HTML <b>prefix:</b>"), "<i>A</i> HTML <b>prefix:</b>"),
        (Styling(xhtml="<div><p>A</p></div>"), "A"),
        (Styling(css="font-weight: bold"), "<b>A:</b>"),
        (Styling(xhtml="<i>A</i><script>run()</script>"), ""),
        (Styling(), ""),
    ],
)
def test_a_prefix_keeps_the_marks_that_fit_a_line(styling: Styling, shown: str) -> None:
    assert line_html(styling, "A:") == shown
