"""The ways to reach in the panel of name and contacts: added one at a time, edited, taken off."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.records.contact_acts import ContactAct, safe_acts
from desktop.records.person import ContactKind, ContactPath
from desktop.services.identity import read_identity
from desktop.services.ports import EpisodeRef
from desktop.views.person.person_controller import PersonController
from desktop.views.person.person_reader import identity_lines
from desktop.views.theme.icons import Icon
from tests.services.bench import ROSA, Bench
from tests.views.person.desk import Desk, open_person
from tests.views.person.test_person_tasks import all_words, known


@pytest.fixture
def ref(bench: Bench) -> EpisodeRef:
    """A new case."""
    return bench.new_case()


def edited(qtbot: QtBot, bench: Bench, ref: EpisodeRef, language: str = "en") -> Desk:
    """The panel of name and contacts."""
    desk = open_person(qtbot, bench, ref, language=language)
    desk.press("person-identity-show")
    desk.press("person-identity-edit")
    return desk


def kept_ways(bench: Bench, ref: EpisodeRef) -> tuple[ContactPath, ...]:
    """What the store holds."""
    return read_identity(bench.work_as(ROSA), ref).contacts


def test_nothing_is_asked_until_a_way_is_added(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = edited(qtbot, bench, ref)

    assert "No way to reach is noted yet." in all_words(desk)
    assert desk.words("identity-add") == "Add a way to reach"
    assert not desk.sees("identity-add-kind")


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_handle_and_a_mailing_address_say_what_is_safe(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, language: str
) -> None:
    desk = edited(qtbot, bench, ref, language)
    desk.press("identity-add")
    desk.press("identity-add-kind-social-handle")
    assert desk.focus() == "identity-social-service"
    desk.type("identity-social-service", "Chirper")
    desk.type("identity-social-number", "maple.invented")
    desk.press("identity-social-safe-write")
    desk.press("identity-add")
    desk.press("identity-add-kind-mailing-address")
    desk.type("identity-address-number", "1 Nowhere Street, Example 00000")
    desk.press("identity-address-safe-mail")
    desk.press("identity-address-times-offer-0")
    assert sentence("contact.envelope-help", language) in all_words(desk)
    desk.press("person-do")

    social, address = kept_ways(bench, ref)
    assert (social.kind, social.service, social.value) == (
        ContactKind.SOCIAL,
        "Chirper",
        "maple.invented",
    )
    assert safe_acts(social) == (ContactAct.WRITE,)
    assert safe_acts(address) == (ContactAct.MAIL,)
    assert address.best_times == sentence("contact.times.mornings", language)
    shown = all_words(desk)
    assert "Chirper, maple.invented" in shown
    assert sentence("contact.envelope", language) in shown


def test_ways_that_are_safe_come_first_and_the_others_say_do_not_use(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    known(bench, ref)
    identity = read_identity(bench.work_as(ROSA), ref)

    lines = identity_lines(replace(identity, contacts=identity.contacts[::-1]), "en")

    safe, unsafe = lines[-2:]
    assert (safe.text, safe.icon) == ("555-0177", Icon.PHONE)
    assert (unsafe.text, unsafe.icon) == ("oscar@invented.example", Icon.BAN)
    assert unsafe.second == "E-mail. Nothing is marked as safe: do not use it"


def test_usual_times_join_what_was_typed_and_are_said_once(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    known(bench, ref)
    desk = edited(qtbot, bench, ref)
    desk.press("identity-own-edit")

    for offer in (1, 3, 1):
        desk.press(f"identity-own-times-offer-{offer}")
    desk.press("person-do")

    assert kept_ways(bench, ref)[0].best_times == "late, afternoons, weekends"


def test_two_of_a_kind_stand_beside_each_other(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    known(bench, ref)
    desk = edited(qtbot, bench, ref)
    desk.press("identity-add")
    desk.press("identity-add-kind-own-phone")
    desk.type("identity-own-2-number", "555-0188")
    desk.press("person-do")

    assert [path.value for path in kept_ways(bench, ref)] == [
        "555-0177",
        "oscar@invented.example",
        "555-0188",
    ]


def test_a_way_taken_off_comes_back_until_it_is_saved(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    known(bench, ref)
    desk = edited(qtbot, bench, ref)
    desk.press("identity-own-remove")
    assert "This goes when you save." in all_words(desk)
    assert desk.words("identity-own-remove") == "Bring back"
    assert not desk.sees("identity-own-edit")
    desk.press("identity-own-remove")
    assert "555-0177" in all_words(desk)

    desk.press("identity-mail-remove")
    desk.press("person-do")

    assert [path.kind for path in kept_ways(bench, ref)] == [ContactKind.OWN_PHONE]


def test_taking_a_way_off_counts_as_begun(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    known(bench, ref)
    desk = edited(qtbot, bench, ref)
    desk.press("identity-own-remove")
    controller = desk.controller
    assert isinstance(controller, PersonController)

    assert controller.view.is_begun


def test_a_new_way_that_stayed_empty_is_left_out(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = edited(qtbot, bench, ref)
    desk.press("identity-add")
    desk.press("identity-add-kind-email")
    desk.press("person-do")

    assert desk.errors() == []
    assert kept_ways(bench, ref) == ()


def test_done_folds_a_way_only_when_it_can_be_kept(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    known(bench, ref)
    desk = edited(qtbot, bench, ref)
    desk.press("identity-own-edit")
    desk.type("identity-own-number", " ")
    desk.press("identity-own-edit")
    assert desk.errors() == ["Type the number."]
    assert desk.focus() == "identity-own-number"

    desk.type("identity-own-number", "555-0199")
    desk.press("identity-own-edit")

    assert not desk.sees("identity-own-number")
    assert desk.focus() == "identity-own-edit"
    assert "555-0199" in all_words(desk)


def test_a_wrong_entry_in_a_folded_way_opens_it_and_loses_nothing(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = edited(qtbot, bench, ref)
    desk.press("identity-add")
    desk.press("identity-add-kind-trusted-person")
    desk.type("identity-trusted-owner", "Aunt Fern")
    desk.press("person-do")
    assert desk.errors() == ["Type the number."]

    desk.type("identity-trusted-number", "555-0136")
    desk.press("person-do")

    (path,) = kept_ways(bench, ref)
    assert (path.owner, path.value) == ("Aunt Fern", "555-0136")


def test_the_keyboard_alone_adds_a_way(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = edited(qtbot, bench, ref)
    desk.find("identity-add", QAbstractButton).setFocus()
    desk.key(Qt.Key.Key_Space)
    assert desk.focus() == "identity-add-kind-own-phone"
    desk.key(Qt.Key.Key_Space)
    assert desk.focus() == "identity-own-number"
    desk.type("identity-own-number", "555-0150")
    desk.key(Qt.Key.Key_Return)

    assert [path.value for path in kept_ways(bench, ref)] == ["555-0150"]


def test_each_button_says_which_way_it_is_about(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    known(bench, ref)
    desk = edited(qtbot, bench, ref)
    desk.press("identity-mail-remove")

    names = {
        name: desk.find(name, QAbstractButton).accessibleName()
        for name in ("identity-own-edit", "identity-own-remove", "identity-mail-remove")
    }
    assert names == {
        "identity-own-edit": "Edit: Own phone",
        "identity-own-remove": "Remove: Own phone",
        "identity-mail-remove": "Bring back: E-mail",
    }
