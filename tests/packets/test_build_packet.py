"""What goes into a packet, in which order, and what never does."""

from dataclasses import replace

import pytest

from desktop.errors import KnownError
from desktop.forms.answers import Answered, Coding, NoAnswer, NoAnswerReason, Unanswered
from desktop.packets.build import MOST_CARD_LINES, MOST_RESOURCES, build_packet
from desktop.packets.packet import (
    AppointmentsSection,
    LetterSection,
    Packet,
    PlanSection,
    ResourcesSection,
    Step,
    StepsSection,
)
from desktop.packets.request import PacketRequest
from desktop.records.packet_record import PacketPart, PaperSize
from tests.support.packet_requests import letter, listing, matches, packet_request

PRIVATE_WORDS = (
    "Robin",
    "Placeholder",
    "Mockingbird",
    "hospital",
    "violence",
    "violencia",
    "shot",
    "injur",
    "herid",
    "wound",
    "trauma",
)


def section(packet: Packet, kind: type) -> object:
    (found,) = [one for one in packet.sections if isinstance(one, kind)]
    return found


def without(request: PacketRequest, *parts: PacketPart) -> PacketRequest:
    return replace(request, parts=request.parts - set(parts))


def test_sections_come_in_reading_order_with_the_steps_first() -> None:
    packet = build_packet(packet_request())

    assert [type(one) for one in packet.sections] == [
        StepsSection,
        AppointmentsSection,
        ResourcesSection,
        PlanSection,
        LetterSection,
    ]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_cover_and_the_title_say_nothing_about_anybody(language: str) -> None:
    packet = build_packet(packet_request(language))

    outside = " ".join((*packet.cover.texts(), packet.title, packet.footer)).lower()

    assert packet.title == {"en": "For you", "es": "Para usted"}[language]
    assert not any(word.lower() in outside for word in PRIVATE_WORDS)


def test_two_people_get_the_same_cover() -> None:
    one, other = packet_request(), replace(packet_request(), contact_name="Theo Placeholder")

    assert build_packet(one).cover == build_packet(other).cover


def test_the_hospital_is_named_in_the_letter_only() -> None:
    with_letter = build_packet(packet_request())
    without_letter = build_packet(without(packet_request(), PacketPart.LETTER))

    assert any("Mockingbird General" in text for text in with_letter.texts())
    assert not any("Mockingbird General" in text for text in without_letter.texts())


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Call Rosa tomorrow. 860-555-0119", Step("Call Rosa tomorrow.", "860-555-0119")),
        ("Call Rosa: (860) 555-0119.", Step("Call Rosa", "(860)\u00a0555-0119")),
        ("Call 860-555-0119 at noon.", Step("Call 860-555-0119 at noon.", "860-555-0119")),
        ("Call or text 988 at any hour.", Step("Call or text 988 at any hour.", "988")),
        ("Ask for room 9880.", Step("Ask for room 9880.")),
        ("Rest\tuntil\nMonday.", Step("Rest until Monday.")),
    ],
)
def test_a_number_in_a_step_is_also_printed_large(typed: str, expected: Step) -> None:
    packet = build_packet(replace(packet_request(), steps=(typed,)))

    steps = section(packet, StepsSection)

    assert isinstance(steps, StepsSection)
    assert steps.steps == (expected,)


@pytest.mark.parametrize(
    ("count", "heading"), [(1, "My next step"), (2, "My next 2 steps"), (3, "My next 3 steps")]
)
def test_the_heading_counts_the_steps(count: int, heading: str) -> None:
    request = packet_request()

    packet = build_packet(replace(request, steps=request.steps[:count]))

    assert heading in packet.texts()


def test_more_than_three_steps_are_refused() -> None:
    with pytest.raises(KnownError) as refused:
        build_packet(replace(packet_request(), steps=("One.",) * 4))

    assert refused.value.message_id == "packet.too-many-steps"


def test_without_steps_the_first_page_says_who_to_call() -> None:
    packet = build_packet(without(packet_request(), PacketPart.STEPS))

    steps = section(packet, StepsSection)

    assert isinstance(steps, StepsSection)
    assert (steps.heading, steps.steps) == ("Who to call", ())
    assert [line.number for line in steps.hotlines] == ["988", "211"]


@pytest.mark.parametrize(
    ("language", "when"),
    [("en", "Monday, March 16, 2026, 10:00\u00a0AM"), ("es", "Lunes 16 de marzo de 2026, 10:00")],
)
def test_appointments_have_local_long_dates_in_the_persons_language(
    language: str, when: str
) -> None:
    dates = section(build_packet(packet_request(language)), AppointmentsSection)

    assert isinstance(dates, AppointmentsSection)
    assert dates.appointments[0].when.startswith(when)


def test_appointments_come_soonest_first() -> None:
    request = packet_request()

    turned = replace(request, appointments=tuple(reversed(request.appointments)))

    assert build_packet(turned).sections == build_packet(request).sections


def test_at_most_six_places_are_printed() -> None:
    packet = build_packet(replace(packet_request(), matches=matches(9)))

    places = section(packet, ResourcesSection)

    assert isinstance(places, ResourcesSection)
    assert len(places.entries) == MOST_RESOURCES


@pytest.mark.parametrize(("language", "words"), [("en", "Call first"), ("es", "Llame primero")])
def test_only_stale_places_say_call_first(language: str, words: str) -> None:
    places = section(build_packet(packet_request(language)), ResourcesSection)

    assert isinstance(places, ResourcesSection)
    said = [one.call_first.startswith(words) for one in places.entries]
    assert said == [False, True, False, False, False, True]


def test_each_place_says_when_it_was_last_checked() -> None:
    one = replace(matches(1)[0], listing=listing(1, assured_on=None))

    places = section(build_packet(replace(packet_request(), matches=(one,))), ResourcesSection)

    assert isinstance(places, ResourcesSection)
    assert [entry.checked for entry in places.entries] == ["Not checked yet"]


@pytest.mark.parametrize(
    "answer",
    [
        NoAnswer(NoAnswerReason.NOT_SAFE),
        NoAnswer(NoAnswerReason.DECLINED),
        NoAnswer(NoAnswerReason.UNABLE),
        NoAnswer(NoAnswerReason.LATER),
        Unanswered(),
        "",
        " \n ",
    ],
)
def test_a_question_without_an_answer_never_reaches_paper(answer: NoAnswer | Unanswered) -> None:
    lines = (("Who scares you?", answer), ("Who can I call?", "My aunt."))

    packet = build_packet(replace(packet_request(), plan_lines=lines))

    assert "Who scares you?" not in packet.texts()
    assert "Who can I call?" in packet.texts()


def test_answers_of_the_form_become_words() -> None:
    lines = (
        ("Where?", Answered((Coding("library", display="The library"), "My aunt's"))),
        ("Plan for storage?", Answered((True,))),
    )

    plan = section(build_packet(replace(packet_request(), plan_lines=lines)), PlanSection)

    assert isinstance(plan, PlanSection)
    assert plan.answers == (
        ("Where?", ("The library", "My aunt's")),
        ("Plan for storage?", ("Yes",)),
    )


def test_the_plan_is_printed_only_when_chosen() -> None:
    packet = build_packet(without(packet_request(), PacketPart.SAFETY_PLAN))

    assert not any("aunt" in text for text in packet.texts())


def test_a_letter_that_consent_does_not_cover_is_refused() -> None:
    with pytest.raises(KnownError) as refused:
        build_packet(replace(packet_request(), letter=letter(allowed=False)))

    assert refused.value.message_id == "packet.letter-refused"


def test_a_letter_alone_is_the_partners_paper_and_has_no_page_for_the_person() -> None:
    alone = replace(packet_request(), parts=frozenset({PacketPart.LETTER}), further_plans=())

    packet = build_packet(alone)

    assert [type(one) for one in packet.sections] == [LetterSection]
    assert packet.cover.texts()
    assert "Mockingbird General" in " ".join(packet.texts())


def test_a_letter_that_was_not_chosen_is_not_printed() -> None:
    request = replace(packet_request(), letter=letter(allowed=False))

    packet = build_packet(without(request, PacketPart.LETTER))

    assert not any("Northside Peers" in text for text in packet.texts())


def test_without_places_in_the_packet_the_wallet_card_has_none() -> None:
    request = packet_request()
    without = replace(request, parts=request.parts - {PacketPart.RESOURCES})
    with_places, card = build_packet(request).card, build_packet(without).card

    numbers = {line.number for line in card.lines} if card is not None else set()
    places = {line.number for line in with_places.lines} - numbers if with_places else set()

    assert places
    assert "988" in numbers
    assert not places & numbers


def test_the_wallet_card_has_a_neutral_title_and_no_private_services() -> None:
    private = replace(
        matches(1)[0],
        listing=listing(7, categories=frozenset({"intimate-partner-violence"})),
    )

    card = build_packet(replace(packet_request(), matches=(private, *matches()))).card

    assert card is not None
    assert card.title == "Numbers"
    assert len(card.lines) == MOST_CARD_LINES
    assert "860-555-0107" not in card.card_texts()


LONG_NAME = "The long name of a place that helps"


@pytest.mark.parametrize(
    ("organization", "numbers"), [("Lantern House", ["860-555-0107"]), (LONG_NAME, [])]
)
def test_a_name_too_long_for_the_card_gives_way_to_the_organizations(
    organization: str, numbers: list[str]
) -> None:
    place = listing(7, name=LONG_NAME, organization=organization)
    request = replace(
        packet_request(), matches=(replace(matches(1)[0], listing=place),), contact_phone=""
    )

    packet = build_packet(replace(request, hotlines=request.hotlines[:1]))

    assert packet.card is not None
    assert [line.number for line in packet.card.lines] == ["988", *numbers]
    assert LONG_NAME not in packet.card.card_texts()
    assert LONG_NAME in packet.texts()


def test_a_packet_without_anything_in_it_is_refused() -> None:
    with pytest.raises(KnownError) as refused:
        build_packet(replace(packet_request(), parts=frozenset(), hotlines=(), contact_phone=""))

    assert refused.value.message_id == "packet.empty"


def test_the_mark_follows_from_the_content() -> None:
    one, same = build_packet(packet_request()), build_packet(packet_request())
    other = build_packet(replace(packet_request(), contact_name="Theo Placeholder"))

    assert one.mark == same.mark
    assert one.mark != other.mark
    assert len(one.mark) == 4


def test_a_packet_is_not_spelled_out_when_it_is_logged() -> None:
    packet = build_packet(packet_request())

    shown = repr(packet) + repr(packet.sections) + repr(packet.card) + repr(packet_request())

    assert not any(word in shown for word in ("aunt", "Robin", "bandage", "Call Rosa tomorrow"))


@pytest.mark.parametrize("size", list(PaperSize))
def test_the_size_is_kept(size: PaperSize) -> None:
    assert build_packet(packet_request("es", size)).size is size
