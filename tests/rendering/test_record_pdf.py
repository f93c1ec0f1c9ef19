"""The paper of a record for the staff: air below its title, and no page for a line or two."""

import pytest

from desktop.packets.record_paper import RecordPaper
from desktop.rendering.read_back import page_texts
from desktop.rendering.record_pdf import record_pdf


def record(questions: int) -> RecordPaper:
    """A form with as many questions, each with a short answer."""
    return RecordPaper(
        language="en",
        title="Bedside core",
        warning="For the staff.",
        facts=(("Case", "Holly 01"), ("By", "Rosa Sample")),
        parts=(("Safety now", tuple((f"Question {n}?", f"Answer {n}") for n in range(questions))),),
        told_heading="Told",
        told=(),
        notes=(),
        footer="Page {page} of {pages}",
    )


@pytest.mark.parametrize("questions", range(12, 48))
def test_no_page_holds_a_line_or_two_alone(questions: int) -> None:
    pages = page_texts(record_pdf(record(questions)))

    assert len(pages) == 1 or pages[-1].count("Answer") > 1
    assert "".join(pages).count("Answer") == questions


def test_the_same_record_gives_the_same_bytes() -> None:
    assert record_pdf(record(17)) == record_pdf(record(17))
