"""Packets on paper: everything is there, embedded, the same each time, and neutral outside."""

import subprocess
import sys
from dataclasses import replace

import pypdfium2
import pytest
from pypdfium2 import raw

from desktop.messages import sentence
from desktop.packets.build import build_packet
from desktop.packets.packet import Packet
from desktop.packets.request import PacketRequest
from desktop.records.packet_record import PacketPart, PaperSize
from desktop.rendering.packet_pdf import packet_pdf
from desktop.rendering.paper import ReportlabPaper
from desktop.rendering.paper_style import BODY_WIDTH
from desktop.rendering.read_back import page_texts
from desktop.rendering.wallet_cards import WalletCards
from desktop.services.ports import Paper
from tests.support.packet_requests import PLAN, matches, packet_request

ACCENTED = "El niño pidió café, pingüinos y más corazón: ¿adónde iría él después? ¡Así, mañana! "
LONG_ANSWER = (ACCENTED * 70)[:5000]
BOTH = pytest.mark.parametrize("language", ["en", "es"])
SIZES = pytest.mark.parametrize("size", list(PaperSize))


@pytest.fixture
def paper() -> Paper:
    return ReportlabPaper()


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("-", "")


def with_plan(request: PacketRequest, answer: str) -> Packet:
    lines = (*PLAN[request.language], ("Anything else?", answer))
    return build_packet(replace(request, plan_lines=lines))


@BOTH
@SIZES
def test_every_piece_is_read_back_from_the_paper(
    paper: Paper, language: str, size: PaperSize
) -> None:
    packet = build_packet(packet_request(language, size))

    rendered = paper.render(packet)

    assert rendered.missing == ()
    whole = squeezed("".join(paper.page_texts(rendered.pdf)))
    assert all(squeezed(piece) in whole for piece in packet.texts())


@SIZES
def test_the_notice_of_a_form_and_that_it_was_signed_stand_below_the_plan(
    paper: Paper, size: PaperSize
) -> None:
    notice = "\u00a9 2026 Invented Press\u2122 \u2013 \u201cprint this whole\u201d. " * 12
    notes = ("Signed on March 14, 2026", notice)
    packet = build_packet(replace(packet_request("en", size), plan_form_notes=notes))

    rendered = paper.render(packet)

    assert rendered.text_matches
    pages = paper.page_texts(rendered.pdf)
    page = next(each for each in pages if "Signed on March 14" in each)
    assert page.index("Signed on March 14") < page.index("Invented Press")
    assert squeezed(notice) in squeezed("".join(pages))


@BOTH
@SIZES
def test_an_answer_of_five_thousand_letters_is_printed_whole(
    paper: Paper, language: str, size: PaperSize
) -> None:
    packet = with_plan(packet_request(language, size), LONG_ANSWER)

    rendered = paper.render(packet)

    assert len(LONG_ANSWER) == 5000
    assert rendered.text_matches
    assert rendered.pages > paper.render(build_packet(packet_request(language, size))).pages


@SIZES
def test_a_long_answer_begins_where_the_one_before_ended(paper: Paper, size: PaperSize) -> None:
    request = packet_request("es", size)
    lines = (("¿Adónde?", "Con mi tía."), ("¿Qué más?", LONG_ANSWER))

    texts = paper.page_texts(paper.render(build_packet(replace(request, plan_lines=lines))).pdf)

    page = next(text for text in texts if "¿Adónde?" in text)
    assert "¿Qué más? El niño pidió café" in page


@SIZES
def test_an_answer_without_a_single_space_is_not_cut(paper: Paper, size: PaperSize) -> None:
    rendered = paper.render(with_plan(packet_request("es", size), "ñandú" * 1000))

    assert rendered.text_matches


@pytest.mark.parametrize(
    "answer", ["<b>Not bold</b> & co. &lt;", "<para>", "a - b -\nc", "100 % \\ { } [ ] \" '"]
)
def test_signs_that_mean_something_to_software_are_printed_as_typed(
    paper: Paper, answer: str
) -> None:
    rendered = paper.render(with_plan(packet_request(), answer))

    assert rendered.text_matches
    assert answer.split("\n")[0].split()[0] in " ".join(paper.page_texts(rendered.pdf))


@pytest.mark.parametrize("answer", ["She said \u4f60\u597d", "See you \U0001f600", "Zażółć \u0416"])
def test_a_sign_that_the_font_cannot_draw_is_told_and_not_hidden(paper: Paper, answer: str) -> None:
    rendered = paper.render(with_plan(packet_request(), answer))

    assert rendered.missing == (answer,)
    assert not rendered.text_matches


@BOTH
def test_a_whole_packet_has_the_pages_that_it_should(paper: Paper, language: str) -> None:
    rendered = paper.render(build_packet(packet_request(language)))

    texts = paper.page_texts(rendered.pdf)

    headings = {
        "en": ("For you", "My next 3 steps", "Help near you", "Lantern House 4", "My plan"),
        "es": ("Para usted", "Mis 3 próximos pasos", "Ayuda cerca de usted", "House 4", "Mi plan"),
    }
    assert rendered.pages == len(texts) == 7
    for page, heading in enumerate(headings[language]):
        assert heading in texts[page]
    assert "Northside Peers" in texts[5]
    assert "Northside Peers" not in "".join(texts[:5] + texts[6:])


def test_each_inside_page_has_its_number_and_the_mark(paper: Paper) -> None:
    packet = build_packet(packet_request())

    texts = paper.page_texts(paper.render(packet).pdf)

    assert "Page" not in texts[0]
    for number, text in enumerate(texts[1:], start=2):
        assert f"Page {number} of {len(texts)} · {packet.mark}" in text


def test_the_cover_holds_its_three_lines_and_nothing_else(paper: Paper) -> None:
    packet = build_packet(packet_request())

    cover = paper.page_texts(paper.render(packet).pdf)[0]

    assert cover == " ".join(packet.cover.texts())


@SIZES
def test_the_dates_are_on_the_same_page_as_their_heading(paper: Paper, size: PaperSize) -> None:
    texts = paper.page_texts(paper.render(build_packet(packet_request("en", size))).pdf)

    (page,) = [text for text in texts if "My dates" in text]

    assert "Monday, March 16, 2026" in page


@SIZES
def test_each_place_stays_on_one_page(paper: Paper, size: PaperSize) -> None:
    texts = paper.page_texts(paper.render(build_packet(packet_request("en", size))).pdf)

    for number in range(1, 7):
        (page,) = [text for text in texts if f"Lantern House {number}" in text]
        assert f"{number}2 Invented Street" in page
        assert f"860-555-010{number}" in page


def test_a_short_question_is_never_parted_from_its_answer(paper: Paper) -> None:
    lines = tuple((f"Question {n}?", f"Answer {n}. {ACCENTED * 3}") for n in range(1, 30))
    packet = build_packet(replace(packet_request(), plan_lines=lines))

    texts = paper.page_texts(paper.render(packet).pdf)

    for number in range(1, 30):
        (page,) = [text for text in texts if f"Question {number}?" in text]
        assert f"Answer {number}." in page
        assert page.count("mañana") % 3 == 0


def test_the_longest_question_starts_its_answer_on_its_own_page(paper: Paper) -> None:
    texts = paper.page_texts(paper.render(with_plan(packet_request(), LONG_ANSWER)).pdf)

    (page,) = [text for text in texts if "Anything else?" in text]

    assert "El niño" in page.split("Anything else?")[1]


@BOTH
@SIZES
def test_every_font_is_embedded(paper: Paper, language: str, size: PaperSize) -> None:
    pdf = paper.render(build_packet(packet_request(language, size))).pdf

    fonts = set()
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                fonts.add(bool(raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(thing))))

    assert fonts == {True}
    assert b"Helvetica" not in pdf
    assert b"Times" not in pdf
    assert pdf.count(b"/Type /FontDescriptor") == pdf.count(b"/FontFile2")


@BOTH
def test_the_files_properties_tell_no_more_than_the_cover(paper: Paper, language: str) -> None:
    packet = build_packet(packet_request(language))

    with pypdfium2.PdfDocument(paper.render(packet).pdf) as document:
        properties = document.get_metadata_dict()

    assert properties["Title"] == packet.title
    assert properties["Author"] == properties["Subject"] == properties["Creator"] == ""
    assert properties["Producer"] == properties["Keywords"] == ""


@BOTH
def test_the_document_says_its_language(paper: Paper, language: str) -> None:
    assert (
        f"/Lang ({language})".encode() in paper.render(build_packet(packet_request(language))).pdf
    )


def test_the_same_content_gives_the_same_bytes_in_every_process(paper: Paper) -> None:
    code = (
        "from tests.support.packet_requests import packet_request;"
        "from desktop.packets.build import build_packet;"
        "from desktop.rendering.paper import ReportlabPaper;"
        "print(ReportlabPaper().render(build_packet(packet_request())).sha256)"
    )
    packet = build_packet(packet_request())

    first, again = paper.render(packet), paper.render(packet)
    elsewhere = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert first.pdf == again.pdf
    assert elsewhere.stdout.strip() == first.sha256


def test_every_page_is_us_letter(paper: Paper) -> None:
    with pypdfium2.PdfDocument(paper.render(build_packet(packet_request())).pdf) as document:
        assert {page.get_size() for page in document} == {(612.0, 792.0)}


def test_a_packet_of_one_part_is_small(paper: Paper) -> None:
    request = replace(packet_request(), parts=frozenset({PacketPart.STEPS}), matches=matches(1))

    rendered = paper.render(build_packet(request))

    assert rendered.text_matches
    assert rendered.pages == 2


THIN = 2.0
"""Points; the line below a heading is thicker."""


def lines_across(pdf: bytes, index: int) -> list[float]:
    """The heights (points from the foot of the page) of every thin line over its whole width."""
    found: list[float] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for part in document[index].get_objects():
            left, bottom, right, top = part.get_bounds()
            if right - left > BODY_WIDTH * 0.9 and top - bottom < THIN:
                found.append(bottom)
    return found


@pytest.mark.parametrize("size", PaperSize)
def test_a_line_stands_between_two_places_and_never_at_the_foot_of_a_page(
    size: PaperSize,
) -> None:
    packet = build_packet(
        replace(packet_request("en", size), parts=frozenset({PacketPart.RESOURCES}))
    )
    pdf = packet_pdf(packet)
    lines = 0

    for index, words in enumerate(page_texts(pdf)):
        places = words.count("They speak")
        if not places:
            continue
        thin = lines_across(pdf, index)
        assert len(thin) == places - 1, (index, thin)
        lines += len(thin)
    assert lines > 2


def test_in_large_print_the_card_is_twice_as_high() -> None:
    def tall(size: PaperSize) -> tuple[float, float]:
        parts = frozenset({PacketPart.WALLET_CARD})
        packet = build_packet(replace(packet_request("en", size), parts=parts))
        assert packet.card is not None
        card = WalletCards(packet.card)
        return card.wrap(500, 500)

    assert tall(PaperSize.LARGE)[1] == 2 * tall(PaperSize.NORMAL)[1]
    assert tall(PaperSize.LARGE)[0] == tall(PaperSize.NORMAL)[0]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_large_card_says_to_fold_it(language: str) -> None:
    card = build_packet(packet_request(language, PaperSize.LARGE)).card
    small = build_packet(packet_request(language)).card

    assert card is not None
    assert small is not None
    assert card.note == sentence("paper.card.note-large", language)
    assert card.lines == small.lines
