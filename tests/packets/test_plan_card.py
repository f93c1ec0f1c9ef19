"""The people of a plan on the wallet card: short names, and what reaches them."""

import pytest

from desktop.packets.build import MOST_CARD_LINES, build_packet
from desktop.packets.packet import PhoneLine
from desktop.packets.plan_card import LONGEST_CARD_NAME, LONGEST_CARD_REACH, card_line
from desktop.records.packet_record import PacketPart
from tests.packets.test_build_packet import without
from tests.support.packet_requests import packet_request_with_people

PEOPLE = (PhoneLine("Aunt Fern", "860-555-0136"), PhoneLine("Coach Birch", "860-555-0137"))


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("Aunt Fern", "Aunt Fern"),
        ("My cousin Fern. I listen to her.", "My cousin Fern"),
        ("Mi prima Fern, la de la panadería de la esquina", "Mi prima Fern"),
        ("Dr. P. Example", "Dr. P. Example"),
        ("The woman who lives next to my mother", "The woman who lives next…"),
        ("F" * 60, "F" * (LONGEST_CARD_NAME - 1) + "…"),
    ],
)
def test_a_name_is_cut_to_its_first_words(who: str, name: str) -> None:
    assert card_line(who, "").label == name


@pytest.mark.parametrize(
    ("how", "number"),
    [
        ("860-555-0136", "860-555-0136"),
        ("Call her at 860-555-0136, not after nine", "860-555-0136"),
        ("555 0142", "555\u00a00142"),
        ("at the bakery", "at\u00a0the\u00a0bakery"),
        ("ask for her at the desk of the library on the second floor", ""),
        ("", ""),
    ],
)
def test_the_number_is_found_in_the_words_or_short_words_stay(how: str, number: str) -> None:
    assert card_line("Aunt Fern", how).number == number
    assert len(number) <= LONGEST_CARD_REACH


def test_people_of_the_plan_come_first_on_the_card_and_help_at_any_hour_stays_on_it() -> None:
    card = build_packet(packet_request_with_people(PEOPLE)).card

    assert card is not None
    assert card.lines[:2] == PEOPLE
    assert "988" in [line.number for line in card.lines]
    assert len(card.lines) == MOST_CARD_LINES


def test_a_plan_for_the_card_is_on_it_even_when_the_card_was_not_chosen() -> None:
    card = build_packet(without(packet_request_with_people(PEOPLE), PacketPart.WALLET_CARD)).card

    assert card is not None
    assert card.lines == PEOPLE


def test_people_of_a_plan_that_was_left_out_are_not_on_the_card() -> None:
    card = build_packet(without(packet_request_with_people(PEOPLE), PacketPart.SAFETY_PLAN)).card

    assert card is not None
    assert not {line.label for line in card.lines} & {line.label for line in PEOPLE}
