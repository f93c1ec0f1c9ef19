"""The plan: own words, what makes them concrete, the card, how it is given, the review date."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.forms.answers import Answered, Coding, PartialDate
from desktop.packets.packet import PhoneLine
from desktop.records.form_record import FormKind
from desktop.services.episode_records import form_of
from desktop.services.open_form import open_form
from desktop.views.interview.display_card import DisplayCard
from desktop.views.safety_plan.plan_side import PlanSide
from desktop.views.safety_plan.wallet_card import WalletCard
from desktop.views.theme.apply import apply_theme
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Tokens
from tests.services.bench import ROSA, Bench
from tests.services.filling import fill
from tests.support.qt_audit import audit_window
from tests.views.interview.desk import InterviewDesk, open_desk

PLAN = FormKind.SAFETY_PLAN
TALL = (1278, 6_000)
NARROW_CARD_PX = 252


def write(desk: InterviewDesk, key: str, text: str) -> None:
    """Type into a question."""
    line = desk.find(f"answer-{key}")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    desk.bot.keyClicks(line, text)
    desk.controller.flush()
    desk.follow()


def group_of(desk: InterviewDesk, key: str) -> DisplayCard:
    """The head of a group."""
    head = desk.find(f"text-{key}")
    assert isinstance(head, DisplayCard)
    return head


def test_the_meter_fills_as_a_line_becomes_concrete(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, kind=PLAN, at="person-1.who")

    write(desk, "person-1.who", "My aunt Fern")
    write(desk, "person-1.how-to-reach", "at home")
    vague = [part.is_filled for part in group_of(desk, "person-1").state.meter]
    write(desk, "person-1.how-to-reach", ", 555-0136")

    assert vague == [True, False, False, False]
    assert [part.is_filled for part in group_of(desk, "person-1").state.meter][:2] == [True, True]


def test_the_hint_names_the_next_useful_detail(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, kind=PLAN, at="person-1.who")
    before = group_of(desk, "person-1").state.hint

    write(desk, "person-1.who", "My aunt Fern")

    assert before == ""
    assert group_of(desk, "person-1").state.hint == "A number makes it work at 2 in the morning."


def test_the_card_follows_what_is_typed(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, kind=PLAN, at="person-1.who")

    write(desk, "person-1.who", "Aunt Fern")
    write(desk, "person-1.how-to-reach", "555-0136")

    card = desk.find("plan-card")
    assert isinstance(card, WalletCard)
    assert card.accessibleName() == "Numbers: Aunt Fern 555-0136"


def test_how_it_is_given_is_one_answer_on_the_side_and_on_the_page(
    qtbot: QtBot, bench: Bench
) -> None:
    desk = open_desk(qtbot, bench, kind=PLAN)
    had_desk = desk.has("plan-desk")

    desk.press("plan-paper-card")
    desk.press("plan-desk-no")
    desk.press("interview-sections-check-in")
    desk.until_saved()

    kept = desk.answers(PLAN)["check-in.desk-may-print"]
    assert not had_desk
    assert desk.is_checked("answer-check-in.paper-card")
    assert isinstance(kept, Answered)
    assert isinstance(kept.values[0], Coding)
    assert kept.values[0].code == "no"


def test_the_review_date_is_required_and_kept_with_the_record(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, kind=PLAN)
    desk.press("plan-paper-no-paper")
    desk.press("interview-sections-check-in")
    desk.press("interview-next")
    refused = desk.navigator.messages[-1].text

    write_date = desk.find("plan-review")
    assert isinstance(write_date, QLineEdit)
    qtbot.keyClicks(write_date, "2026-03-16")
    desk.press("interview-next")
    desk.until(lambda: "person" in desk.navigator.log)

    form = form_of(desk.work, desk.ref, PLAN)
    assert refused.startswith("1 question needs")
    assert form is not None
    assert form.value.review_due is not None
    assert form.value.review_due.isoformat() == "2026-03-16"


def test_a_plan_resumes_with_its_words(qtbot: QtBot, bench: Bench) -> None:
    work, ref = bench.work_as(ROSA), bench.new_case()
    fill(work, open_form(work, ref, PLAN))

    desk = open_desk(qtbot, bench, kind=PLAN, ref=ref)

    side = desk.view.side
    assert isinstance(side, PlanSide)
    date = desk.answers(PLAN)["check-in.review-date"]
    assert isinstance(date, Answered)
    assert isinstance(date.values[0], PartialDate)
    assert side.review.line.text() == date.values[0].text


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("at", ["person-1.who", "check-in.review-date"])
def test_nothing_is_cut_nameless_or_out_of_order(
    qtbot: QtBot, qapp: QApplication, bench: Bench, tokens: Tokens, scale: float, at: str
) -> None:
    apply_theme(qapp, Theme(tokens, scale))

    desk = open_desk(qtbot, bench, ref=bench.new_case(language="es"), kind=PLAN, at=at, size=TALL)

    assert audit_window(desk.view) == []


def test_a_number_on_the_card_is_never_broken(qtbot: QtBot) -> None:
    card = WalletCard()
    qtbot.addWidget(card)
    card.show_card("Numbers", (PhoneLine("Fern"),))
    without_number = card.heightForWidth(NARROW_CARD_PX)

    card.show_card("Numbers", (PhoneLine("Fern", "860-555-0136"),))

    assert card.heightForWidth(NARROW_CARD_PX) == without_number


def test_the_card_is_shown_as_it_will_be_printed(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, kind=PLAN, at="person-1.who")

    write(desk, "person-1.who", "My cousin Fern, the one with the bakery")
    write(desk, "person-1.how-to-reach", "after six at 860-555-0136")

    card = desk.find("plan-card")
    assert isinstance(card, WalletCard)
    assert card.accessibleName() == "Numbers: My cousin Fern 860-555-0136"


def test_there_is_no_card_where_the_person_wants_something_else(qtbot: QtBot, bench: Bench) -> None:
    desk = open_desk(qtbot, bench, kind=PLAN)
    before = desk.has("plan-card")

    desk.press("plan-paper-full-page")
    with_page = desk.has("plan-card")
    desk.press("plan-paper-card")

    assert [before, with_page, desk.has("plan-card")] == [True, False, True]
