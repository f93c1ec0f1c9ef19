"""Every class of widget that is a screen or a part of one by its name, read from the source."""

import ast
from functools import cache
from pathlib import Path

import desktop.views

VIEWS = Path(desktop.views.__file__).parent
PARTS_OF_SCREENS = (
    "View",
    "Page",
    "Panel",
    "Card",
    "Box",
    "Area",
    "Form",
    "Editor",
    "Window",
    "Thread",
    "Chips",
    "Note",
    "Bar",
    "Side",
)
"""How the names of screens, pages, panels and their larger parts end."""
WIDGETS = frozenset({"QWidget", "QFrame", "QScrollArea", "QDialog", "QStackedWidget", "QSplitter"})
BUILDING_BLOCKS = ("widgets", "theme", "walkthrough", "editors", "layouts")
"""Folders of what screens are made of: every screen shows them."""


@cache
def screen_classes() -> frozenset[str]:
    """Names of all classes of ``desktop.views`` that are a screen or a part of one.

    A class that others are derived from is none: its children are shown.
    """
    found = _classes()
    bases = {name: each for per_file in found.values() for name, each in per_file.items()}
    parents = {base for each in bases.values() for base in each}
    ours = {name for file, per_file in found.items() if _is_screen(file) for name in per_file}
    return frozenset(
        name
        for name in ours - parents
        if name.endswith(PARTS_OF_SCREENS) and not name.startswith("_") and _is_widget(name, bases)
    )


def _classes() -> dict[Path, dict[str, tuple[str, ...]]]:
    """The names of the base classes of each class, by file and by its own name."""
    return {file: _of_file(file) for file in VIEWS.rglob("*.py")}


def _of_file(file: Path) -> dict[str, tuple[str, ...]]:
    body = ast.parse(file.read_text(encoding="utf-8")).body
    return {
        node.name: tuple(base.id for base in node.bases if isinstance(base, ast.Name))
        for node in body
        if isinstance(node, ast.ClassDef)
    }


def _is_screen(file: Path) -> bool:
    return not set(file.relative_to(VIEWS).parts) & set(BUILDING_BLOCKS)


def _is_widget(name: str, bases: dict[str, tuple[str, ...]]) -> bool:
    found = bases.get(name, ())
    return bool(WIDGETS & set(found)) or any(_is_widget(base, bases) for base in found)
