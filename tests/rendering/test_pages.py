"""Pages as pixels, text read back, and what is not readable."""

import pytest

from desktop.errors import BugError, KnownError
from desktop.packets.build import build_packet
from desktop.rendering.fonts import is_drawable
from desktop.rendering.paper import ReportlabPaper
from desktop.rendering.paper_style import BODY_BOTTOM
from desktop.rendering.read_back import missing_pieces
from tests.support.packet_requests import packet_request


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return ReportlabPaper().render(build_packet(packet_request())).pdf


@pytest.mark.parametrize(("dpi", "width", "height"), [(72, 612, 792), (150, 1275, 1650)])
def test_a_page_becomes_white_paper_with_ink_on_it(
    pdf: bytes, dpi: int, width: int, height: int
) -> None:
    image = ReportlabPaper().page_image(pdf, 1, dpi)

    assert (image.width_px, image.height_px) == (width, height)
    assert len(image.pixels) == width * height * 4
    assert image.pixels[:4] == b"\xff\xff\xff\xff"
    assert set(image.pixels[3::4]) == {255}
    assert min(image.pixels) < 64


def test_odd_widths_have_no_padding_at_the_ends_of_rows(pdf: bytes) -> None:
    image = ReportlabPaper().page_image(pdf, 0, 77)

    assert len(image.pixels) == image.width_px * image.height_px * 4


@pytest.mark.parametrize("index", [-1, 7])
def test_a_page_that_does_not_exist_is_a_bug(pdf: bytes, index: int) -> None:
    with pytest.raises(BugError):
        ReportlabPaper().page_image(pdf, index, 72)


def test_what_is_no_pdf_is_refused_in_words() -> None:
    paper = ReportlabPaper()

    for ask in (lambda: paper.page_image(b"nothing", 0, 72), lambda: paper.page_texts(b"")):
        with pytest.raises(KnownError) as refused:
            ask()
        assert refused.value.message_id == "packet.pdf-not-readable"


def test_a_piece_that_is_not_on_the_paper_is_named(pdf: bytes) -> None:
    missing = missing_pieces(("My next 3 steps", "Not printed", "My plan"), pdf, BODY_BOTTOM)

    assert missing == ("Not printed",)


def test_pieces_in_another_order_are_missing(pdf: bytes) -> None:
    assert missing_pieces(("My plan", "My next 3 steps"), pdf, BODY_BOTTOM) == ("My next 3 steps",)


def test_a_piece_twice_on_the_list_must_be_twice_on_the_paper(pdf: bytes) -> None:
    assert missing_pieces(("My plan", "My plan"), pdf, BODY_BOTTOM) == ("My plan",)


def test_footers_are_not_content(pdf: bytes) -> None:
    assert missing_pieces(("Page 2 of 7",), pdf, BODY_BOTTOM) == ("Page 2 of 7",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("áéíóúüñ ¿¡ÁÉÍÓÚÜÑ", True), ("“quoted” – 50 %", True), ("\u00a0\n", True), ("你", False)],
)
def test_the_font_draws_english_and_spanish(text: str, expected: bool) -> None:
    assert is_drawable(text) is expected
