"""The plans beside the general one on the screens: apart, private, concrete, in a packet."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.records.form_record import FormKind
from desktop.records.packet_record import FURTHER_PLANS, PacketPart
from desktop.services.note_room import note_room
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import read_person
from desktop.services.start_loaded_form import start_loaded_form
from desktop.views.interview.display_card import DisplayCard
from desktop.views.packet.packet_controller import PacketController
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ROSA, Bench
from tests.services.test_further_plans import HARD, HOME, made_plan
from tests.support.qt_audit import audit_window
from tests.views.interview.desk import InterviewDesk, open_desk
from tests.views.oversight.overseen import open_screen
from tests.views.person.desk import open_person

LOOKS = [("en", LIGHT, 1.0), ("es", DARK, 1.0), ("es", LIGHT, 2.0)]


@pytest.fixture
def plain_again(qapp: QApplication) -> Iterator[None]:
    """Whatever a test looked at, the next one finds the usual look."""
    yield
    apply_theme(qapp, Theme(LIGHT, 1.0))


def open_plan(
    bot: QtBot, bench: Bench, part: PacketPart, *, private: bool, language: str = "en"
) -> InterviewDesk:
    """A plan begun for a new case."""
    work, ref = bench.work_as(ROSA), bench.new_case()
    note_room(work, ref, frozenset(), private)
    (offer,) = [one for one in read_person(work, ref).offered if one.own == part]
    form = start_loaded_form(work, ref, offer.content_hash)
    return open_desk(
        bot,
        bench,
        ref=ref,
        kind=FormKind.LOADED,
        record_id=form.draft.record_id,
        language=language,
    )


def group_of(desk: InterviewDesk, key: str) -> DisplayCard:
    """The head of a group."""
    head = desk.find(f"text-{key}")
    assert isinstance(head, DisplayCard)
    return head


def test_the_plans_stand_in_a_panel_of_their_own(qtbot: QtBot, bench: Bench) -> None:
    ref = bench.new_case()
    made_plan(bench, ref, HARD, "no-paper")

    desk = open_person(qtbot, bench, ref)

    plans = [row.item for row in desk.find("person-own-plans", RowList).rows()]
    others = [row.item.title for row in desk.find("person-own-forms", RowList).rows()]
    assert [one.title for one in plans] == [
        "Plan for hard times",
        "Plan to stay out of it",
        "Plan for safety at home",
    ]
    assert plans[0].right == "Next 2026-03-20"
    assert not {one.title for one in plans} & set(others)


def test_family_is_no_name_and_the_hint_is_gentle(qtbot: QtBot, bench: Bench) -> None:
    desk = open_plan(qtbot, bench, HARD, private=True)
    desk.press("interview-sections-people")
    line = desk.find("answer-person-1.who")
    assert isinstance(line, QLineEdit)

    qtbot.keyClicks(line, "my family")
    desk.controller.flush()
    vague = group_of(desk, "person-1").state
    qtbot.keyClicks(line, ", cousin Sam")
    desk.controller.flush()

    assert [part.is_filled for part in vague.meter] == [False] * 4
    assert vague.hint == "A name makes it clear whom to call."
    assert group_of(desk, "person-1").state.meter[0].is_filled


@pytest.mark.parametrize("part", [one for one in FURTHER_PLANS if one is not HARD])
def test_a_plan_about_others_opens_in_private_only(
    qtbot: QtBot, bench: Bench, part: PacketPart
) -> None:
    closed = open_plan(qtbot, bench, part, private=False)
    open_now = open_plan(qtbot, bench, part, private=True)

    first = "staying.signs" if part is HOME else "leaving.safe-place"
    assert not closed.has(f"question-{first}")
    assert open_now.has(f"question-{first}")


def test_the_plan_for_home_is_put_into_a_packet_by_a_press(qtbot: QtBot, bench: Bench) -> None:
    ref = bench.new_case()
    made_plan(bench, ref, HOME, "full-page")
    desk = open_screen(qtbot, bench, lambda context: PacketController(context, ref), ROSA)
    row = desk.find("packet-parts", RowList).row(HOME)
    assert not row.item.is_checked
    assert row.item.second == "Never put in by itself. Ask the person first"

    desk.press(f"packet-parts-{HOME}")

    desk.until(lambda: desk.find("packet-parts", RowList).row(HOME).item.right.startswith("Page "))
    row = desk.find("packet-parts", RowList).row(HOME)
    assert row.item.is_checked
    assert row.item.second == "Prints here only, not at the desk"


def all_plans(bench: Bench) -> EpisodeRef:
    """A case with each of the plans, kept in three ways."""
    ref = bench.new_case()
    note_room(bench.work_as(ROSA), ref, frozenset(), private_now=True)
    for part, paper in zip(FURTHER_PLANS, ("full-page", "card", "no-paper"), strict=True):
        made_plan(bench, ref, part, paper)
    return ref


@pytest.mark.usefixtures("plain_again")
def test_the_screens_hold_in_every_look(qapp: QApplication, qtbot: QtBot, bench: Bench) -> None:
    ref = all_plans(bench)
    problems: list[str] = []
    for language, tokens, scale in LOOKS:
        apply_theme(qapp, Theme(tokens, scale))
        person = open_person(qtbot, bench, ref, language=language)
        problems += audit_window(person.view)
        composer = open_screen(
            qtbot, bench, lambda context: PacketController(context, ref), ROSA, language=language
        )
        problems += audit_window(composer.view)
        for one in (person, composer):
            one.view.hide()

    assert problems == []
