"""The colours keep their contrast in both themes, and no colour is written anywhere else."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.support.rendered_contrast import contrast_ratio

GROUNDS = (
    "canvas", "surface", "sunken", "hover", "accent_soft", "danger_soft", "warning_soft",
    "success_soft", "private_soft",
)  # fmt: skip
INKS = ("text", "text_muted", "accent", "danger", "warning", "success", "private")
VIEWS = Path(__file__).resolve().parents[2] / "desktop" / "views"


def _ratio(tokens: Tokens, ink: str, ground: str) -> float:
    return contrast_ratio(QColor(getattr(tokens, ink)), QColor(getattr(tokens, ground)))


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_text_is_readable_on_every_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert _ratio(tokens, ink, ground) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("edge", ["border", "focus"])
def test_edges_and_the_focus_ring_are_seen(tokens: Tokens, edge: str, ground: str) -> None:
    assert _ratio(tokens, edge, ground) >= 3.0


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on_accent", "accent"),
        ("surface", "success"),
        ("surface", "danger"),
        ("ink", "paper"),
        ("ink_muted", "paper"),
    ],
)
def test_marks_on_filled_grounds_are_readable(tokens: Tokens, ink: str, ground: str) -> None:
    assert _ratio(tokens, ink, ground) >= 4.5


def test_paper_is_light_in_the_dark_theme() -> None:
    assert (DARK.paper, DARK.ink) == (LIGHT.paper, LIGHT.ink)


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert round(contrast_ratio(QColor("#000000"), QColor("#ffffff")), 2) == 21.0


def test_no_view_writes_a_colour_outside_the_tokens() -> None:
    colour = re.compile(r"#[0-9a-fA-F]{6}\b|QColor\(\s*\d")

    offenders = [
        str(path.relative_to(VIEWS))
        for path in VIEWS.rglob("*.py")
        if path.name != "tokens.py" and colour.search(path.read_text(encoding="utf-8"))
    ]

    assert offenders == []
