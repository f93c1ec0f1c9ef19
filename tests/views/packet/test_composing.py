"""Composing a packet: each change is in the pages, which are read back from their own PDF."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.messages import sentence
from desktop.records.packet_record import PacketPart, PaperSize
from desktop.views.widgets.row_list import RowList
from tests.services.bench import ROSA, TOMAS, Bench
from tests.support.losing_paper import LosingPaper
from tests.support.qt_audit import tab_chain
from tests.views.packet.cases import (
    PLAN_WORDS,
    assessed,
    consented,
    planned,
    planned_on_card,
    wants_no_papers,
)
from tests.views.packet.table import open_composer

LETTER_ROW = "letter-1"


def test_the_proposal_is_shown_with_the_page_of_each_part(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench))

    assert table.navigator.title == table.state.draft.alias
    assert table.focus() == "packet-parts-steps"
    assert table.item("packet-parts", "steps").right == "Page 2"
    assert "call first" in table.item("packet-parts", "resources").second
    assert table.item("packet-parts", "wallet-card").is_checked
    assert table.view.preview.index == 1
    assert len(table.pages.images) == table.pages.preview.rendered.pages
    assert table.view.parts.grade_chip.text().startswith("Reads at grade")


def test_a_part_that_is_taken_out_leaves_the_pages(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    heading = sentence("paper.resources.heading")
    assert heading in table.text

    table.toggle(PacketPart.RESOURCES)

    assert heading not in table.text
    assert table.item("packet-parts", "resources").second == "Not chosen"


def test_undo_brings_a_part_back(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    before = table.text
    table.toggle(PacketPart.RESOURCES)

    table.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert table.text == before
    assert not table.state.can_undo


def test_space_toggles_and_page_down_turns_without_a_mouse(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    table.key(Qt.Key.Key_Down)
    table.key(Qt.Key.Key_Down)
    assert table.focus() == "packet-parts-resources"

    table.key(Qt.Key.Key_Space)

    assert PacketPart.RESOURCES not in table.state.choices.parts
    table.view.preview.canvas.setFocus()
    table.key(Qt.Key.Key_Home)
    assert table.view.preview.index == 0
    table.key(Qt.Key.Key_PageDown)
    assert table.view.preview.index == 1
    assert table.view.actions_bar.send in tab_chain(table.view)


def test_a_step_that_is_written_is_in_the_pages(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    table.key(Qt.Key.Key_Return)
    assert table.focus() == "packet-step-1"

    table.type("packet-step-1", "Call Rosa tomorrow. 555-0119")

    assert "Call Rosa tomorrow." in table.text
    table.press("packet-steps-done")
    assert table.focus() == "packet-parts-steps"


def test_another_language_turns_our_sentences_and_names_typed_ones(
    qtbot: QtBot, bench: Bench
) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    table.press("packet-change-steps")
    table.type("packet-step-1", "Ask Rosa about the room.")

    table.press("packet-language-es")

    assert sentence(f"paper.steps.heading.{len(table.state.choices.steps)}", "es") in table.text
    assert sentence("step.housing-help", "en") not in table.text
    assert table.state.foreign_steps == frozenset({0})
    assert "another language" in table.item("packet-parts", "steps").second
    table.press("packet-language-en")
    assert not table.state.foreign_steps


def test_large_print_takes_more_room(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    pages = table.pages.preview.rendered.pages

    table.press("packet-size-large")

    assert table.state.choices.size is PaperSize.LARGE
    assert table.pages.preview.rendered.pages >= pages
    assert table.pages.preview.packet.size is PaperSize.LARGE


def test_a_date_is_added_and_removed_and_brought_back(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    table.press("packet-change-appointments")
    table.type("packet-date-what", "Clinic 3, bandage change")
    table.press("packet-date-add")
    assert not table.state.choices.appointments
    table.type("packet-date-day", "2026-03-16")
    table.type("packet-date", "10:00")

    table.press("packet-date-add")

    assert "Clinic 3, bandage change" in table.text
    table.press("packet-date-remove-1")
    assert "Clinic 3" not in table.text
    table.press("packet-undo")
    assert "Clinic 3, bandage change" in table.text


def test_who_to_call_is_printed(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    table.press("packet-change-appointments")
    table.type("packet-contact-name", "Rosa Sample")

    table.type("packet-contact-phone", "860-555-0119")

    assert "860-555-0119" in table.text


def test_a_place_is_left_out_by_its_box(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    place = table.state.draft.services[0]
    table.press("packet-change-resources")

    table.press(f"packet-place-{place.service_id}")

    assert place.name not in table.text
    stale = next(one for one in table.state.draft.services if one.call_first)
    chip = table.item("packet-place", stale.service_id).chip
    assert chip is not None
    assert chip.text == "Call first"


def test_without_an_assessment_there_is_still_a_packet(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, bench.new_case())

    assert "988" in table.text
    assert "assessment" in table.item("packet-parts", "resources").second
    keys = [row.item.key for row in table.find("packet-parts", RowList).rows()]
    assert PacketPart.SAFETY_PLAN not in keys


def test_the_safety_plan_is_opt_in_and_says_who_prints_it(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, planned(bench))
    assert PLAN_WORDS in table.text
    assert table.item("packet-parts", "safety-plan").second.startswith("Prints here only")
    assert "stays out" in table.view.actions_bar.note_label.text()

    table.toggle(PacketPart.SAFETY_PLAN)

    assert PLAN_WORDS not in table.text
    assert not table.view.actions_bar.note_label.text()


def test_the_desk_may_print_a_plan_only_as_the_person_agreed(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, planned(bench, desk_may_print="yes"))

    assert table.item("packet-parts", "safety-plan").second.startswith("The desk may print it")


def test_a_letter_is_locked_with_its_reason_and_leads_to_the_consent(
    qtbot: QtBot, bench: Bench
) -> None:
    ref = assessed(bench)
    table = open_composer(qtbot, bench, ref)
    letter = table.state.draft.letters[0]
    item = table.item("packet-parts", LETTER_ROW)
    assert item.is_closed
    assert item.second == sentence(letter.gate.reason_id)

    table.press("packet-ask-1")

    assert table.navigator.opened == [("consents", ref)]
    assert PacketPart.LETTER not in table.state.choices.parts


def test_a_letter_with_consent_goes_in(qtbot: QtBot, bench: Bench) -> None:
    ref = assessed(bench)
    recipient = consented(bench, ref)
    table = open_composer(qtbot, bench, ref)
    assert recipient not in table.text

    table.toggle(LETTER_ROW)

    assert recipient in table.text
    assert table.item("packet-parts", LETTER_ROW).is_checked
    assert table.find("packet-ask-2", QWidget).isVisible()


def test_what_was_chosen_outlives_the_screen_and_the_person_at_it(
    qtbot: QtBot, bench: Bench
) -> None:
    bench.share_cases()
    ref = assessed(bench)
    first = open_composer(qtbot, bench, ref)
    first.toggle(PacketPart.WALLET_CARD)
    first.rest()
    saved = first.navigator.saved_state

    second = open_composer(qtbot, bench, ref, who=TOMAS)

    assert saved == "saved"
    assert PacketPart.WALLET_CARD not in second.state.choices.parts
    assert PacketPart.STEPS in second.state.choices.parts


def test_a_sentence_being_typed_is_not_saved_yet(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    table.press("packet-change-steps")

    qtbot.keyClicks(table.find("packet-step-1", QWidget), "x")
    at_once = table.navigator.is_unsaved
    table.screen.flush()

    assert at_once
    assert not table.navigator.is_unsaved


def test_after_sending_the_next_packet_begins_with_a_proposal(qtbot: QtBot, bench: Bench) -> None:
    ref = assessed(bench)
    table = open_composer(qtbot, bench, ref)
    table.toggle(PacketPart.WALLET_CARD)
    table.press("packet-send")
    table.rest()

    again = open_composer(qtbot, bench, ref)

    assert PacketPart.WALLET_CARD in again.state.choices.parts


def test_pages_that_do_not_say_what_they_should_are_neither_shown_nor_sent(
    qtbot: QtBot, bench: Bench
) -> None:
    bench.paper = LosingPaper(bench.paper)
    ref = assessed(bench)

    table = open_composer(qtbot, bench, ref)

    assert table.sees("packet-preview-problem")
    assert table.view.preview.problem.text_label.text() == sentence("packet.text-differs")
    assert table.view.actions_bar.send.closed_reason
    assert not bench.work_as(ROSA).session.packets.statuses()


def test_a_plan_for_the_card_says_where_it_stands(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, planned_on_card(bench))
    row = table.item("packet-parts", "safety-plan")

    assert row.is_checked
    assert row.second == "On the card, as chosen. Prints here only"
    assert row.right == table.item("packet-parts", "wallet-card").right
    assert "Aunt Fern" in table.text

    table.toggle(PacketPart.SAFETY_PLAN)

    assert "Aunt Fern" not in table.text


def test_a_wish_for_no_papers_is_told_before_any_is_made(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, wants_no_papers(bench))

    assert table.navigator.messages[-1].text.startswith("The person asked for no papers.")


def test_no_number_of_pages_is_offered_before_they_are_made(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    panel = table.view.printing

    panel.show_state(replace(table.state, pages=None, is_making=True))

    assert panel.print_button.text() == "Print"
    assert panel.lead.text() == "The pages are being made. Then they can be printed."
    panel.show_state(table.state)
    assert panel.print_button.text() == f"Print {table.pages.preview.rendered.pages} pages"


def test_a_place_is_told_by_its_number_first(qtbot: QtBot, bench: Bench) -> None:
    table = open_composer(qtbot, bench, assessed(bench))
    table.press("packet-change-resources")

    second = table.find("packet-place", RowList).rows()[0].item.second

    assert second.startswith("860-555-")
    assert not second.rstrip().endswith("·")
