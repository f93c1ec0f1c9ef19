"""Drives every scene to its picture: English and Spanish, light and dark, and at 200 % text.

Run by ``dev.py screenshots --every --out DIR``; no part of the suite, which never collects it.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.settings import Settings, SettingsFile
from desktop.views.packet.packet_view import PacketView
from desktop.views.theme.switcher import ThemeMode
from tests.journeys.english_words import english_in
from tests.pictures.filled_site import fill_site
from tests.pictures.scene import Scene
from tests.pictures.scenes import SCENES
from tests.services.bench import Bench
from tests.support.journey import Traveller, make_journey_station, open_traveller
from tests.support.store_fixture import KeptStore, keep_store
from tests.support.window_parts import Workstation

FOLDER = "FIRSTLIGHT_PICTURES"


class Look(NamedTuple):
    """Colours and text size of one picture."""

    name: str
    mode: ThemeMode
    scale: float


LIGHT = Look("light", ThemeMode.LIGHT, 1.0)
DARK = Look("dark", ThemeMode.DARK, 1.0)
LARGE = Look("light-200", ThemeMode.LIGHT, 2.0)
LOOKS = {"en": (LIGHT, DARK, LARGE), "es": (LIGHT, DARK, LARGE)}


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Hands that give up early: a scene that leads nowhere is a mistake of the scene."""
    return QtBot(request)


@pytest.fixture(scope="module")
def folder() -> Path:
    """Where the pictures go."""
    found = Path(os.environ[FOLDER])
    found.mkdir(parents=True, exist_ok=True)
    return found


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> KeptStore:
    """The store of a site at work, filled once."""
    station = make_journey_station(tmp_path_factory.mktemp("site"), is_demo=True)
    fill_site(station)
    station.leave_bench()
    return keep_store(station.made)


@pytest.fixture(scope="module")
def first_day(tmp_path_factory: pytest.TempPathFactory) -> KeptStore:
    """The store of a site that has just been set up."""
    station = make_journey_station(tmp_path_factory.mktemp("first-day"), is_demo=True)
    station.leave_bench()
    return keep_store(station.made)


@pytest.fixture
def site(
    kept: KeptStore, first_day: KeptStore, scene: Scene, tmp_path: Path
) -> Iterator[Workstation]:
    """A workstation of that site."""
    made = (first_day if scene.is_first_day else kept).copy_to(tmp_path / "store")
    station = Workstation(tmp_path, Bench(made.sign_in, made.clock, True, made.ids), made)
    yield station
    station.close()


@pytest.mark.parametrize("language", LOOKS)
@pytest.mark.parametrize(
    ("number", "scene"),
    list(enumerate(SCENES, start=1)),
    ids=[scene.title for scene in SCENES],
)
def test_a_scene_is_drawn(
    site: Workstation,
    qtbot: QtBot,
    qapp: QApplication,
    folder: Path,
    number: int,
    scene: Scene,
    language: str,
) -> None:
    SettingsFile(site.root / "settings").write(Settings(language=language))
    at = open_traveller(site, qtbot, qapp)

    scene.way(at)
    may_be_english = language == "en" or scene.is_english
    english = [] if may_be_english else english_in(at.opened.shown_words())

    missing = set(scene.shows)
    themes = at.opened.parts.themes
    least = themes.scale  # in the person's own hands it is never small
    for look in LOOKS[language]:
        themes.set_look(look.mode, max(look.scale, least))
        at.opened.until_idle()
        wait_until_still(at)
        missing -= shown_classes(at.opened.window)
        name = f"{number:03d}-{scene.title}-{language}-{look.name}.png"
        assert at.opened.window.grab().save(str(folder / name))
    assert (missing, english) == (set(), [])


def shown_classes(window: QWidget) -> set[str]:
    """The names of the classes of everything that is visible."""
    shown = [each for each in window.findChildren(QWidget) if each.isVisible()]
    return {type(each).__name__ for each in (window, *shown)}


def wait_until_still(at: Traveller) -> None:
    """Another text size is laid out in several turns of the event loop: wait for the last.

    The pages of a packet are drawn anew for it, beside the event loop.
    """
    packets = at.opened.window.findChildren(PacketView)
    at.opened.until(lambda: not any(one.is_making for one in packets if one.isVisible()))
    seen: list[list[QRect]] = [[]]

    def is_still() -> bool:
        now = [widget.geometry() for widget in at.opened.window.findChildren(QWidget)]
        is_same, seen[0] = now == seen[0], now
        return is_same

    at.opened.until(is_still)
