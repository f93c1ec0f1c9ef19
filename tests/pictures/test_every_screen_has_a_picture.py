"""No screen, page or panel is left out of the pictures that people look at before a release."""

from collections import Counter

from desktop.views.shell.place import Desk
from tests.pictures.scenes import SCENES
from tests.pictures.screen_classes import screen_classes

SHOWN_NOWHERE: dict[str, str] = {}
"""Classes without a picture, with the reason of each. There are none."""


def shown() -> frozenset[str]:
    """What some scene promises to show; drawing the pictures holds each to its word."""
    return frozenset(name for scene in SCENES for name in scene.shows)


def test_every_screen_class_is_in_some_picture() -> None:
    missing = screen_classes() - shown() - set(SHOWN_NOWHERE)

    assert missing == set(), "name each in ``shows`` of a scene that leads to it"


def test_every_class_left_out_is_a_screen_class_without_a_picture() -> None:
    assert set(SHOWN_NOWHERE) <= screen_classes() - shown()


def test_the_list_of_classes_finds_the_screen_of_each_desk() -> None:
    """A place that the shell can open has a class of its own in the list."""
    found = "".join(sorted(screen_classes())).lower()
    odd = {
        Desk.FORM: "interviewview",
        Desk.CONSENTS: "consentview",
        Desk.PACKETS: "packetdeskview",
        Desk.LENT: "lentpersonview",
    }

    missing = [desk for desk in Desk if odd.get(desk, f"{desk.value}view") not in found]

    assert missing == []


def test_no_two_pictures_have_one_name() -> None:
    names = Counter(scene.title for scene in SCENES)

    assert [name for name, count in names.items() if count > 1] == []
