"""What to call the person: kept with the identity, shown only where the legal name is."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.services.identity import read_identity
from desktop.services.ports import EpisodeRef
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


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_name_used_and_usual_pronouns_are_kept_and_shown(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef, language: str
) -> None:
    known(bench, ref)
    desk = edited(qtbot, bench, ref, language)
    desk.type("identity-used", "Rio")
    desk.press("identity-pronouns-offer-2")
    desk.press("person-do")

    kept = read_identity(bench.work_as(ROSA), ref)
    they = sentence("identity.pronouns.they", language)
    assert (kept.name_used, kept.pronouns, kept.legal_name) == ("Rio", they, "Oscar Invented")
    assert {"Rio", they, sentence("identity.used", language)} <= set(all_words(desk).splitlines())


def test_pronouns_of_any_words_can_be_typed_and_a_press_replaces_them(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = edited(qtbot, bench, ref)
    desk.press("identity-pronouns-offer-0")
    desk.press("identity-pronouns-offer-1")
    desk.press("person-do")
    first = read_identity(bench.work_as(ROSA), ref).pronouns
    desk.press("person-identity-edit")
    desk.type("identity-pronouns", "ze / hir")
    desk.press("person-do")

    assert (first, read_identity(bench.work_as(ROSA), ref).pronouns) == ("he / him", "ze / hir")


def test_nobody_has_to_answer(qtbot: QtBot, bench: Bench, ref: EpisodeRef) -> None:
    desk = edited(qtbot, bench, ref)
    desk.press("person-do")

    kept = read_identity(bench.work_as(ROSA), ref)
    assert desk.errors() == []
    assert (kept.name_used, kept.pronouns) == ("", "")


def test_a_name_used_is_hidden_with_the_legal_name(
    qtbot: QtBot, bench: Bench, ref: EpisodeRef
) -> None:
    desk = edited(qtbot, bench, ref)
    desk.type("identity-used", "Rio")
    desk.press("person-do")
    assert "Rio" in all_words(desk)

    desk.press("person-identity-hide")

    assert "Rio" not in all_words(desk)
    assert "Rio" not in desk.view.window().windowTitle()
