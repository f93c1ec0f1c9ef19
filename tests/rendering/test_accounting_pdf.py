"""The accounting of disclosures on paper: all of it, over many pages, in both languages."""

from datetime import UTC, datetime, timedelta

import pypdfium2
import pytest

from desktop.packets.accounting import Accounting, worded_accounting
from desktop.records.audit_questions import Disclosure
from desktop.rendering.paper import ReportlabPaper

NOW = datetime(2026, 3, 14, 14, 5, tzinfo=UTC)


def accounting(count: int, language: str, unreadable: int = 0) -> Accounting:
    """A report with so many disclosures."""
    found = [
        Disclosure(
            NOW - timedelta(days=40 - each),
            f"House {each} of invented neighbours, second floor, Exampleton",
            "referral-letter",
            "case-management",
        )
        for each in range(count)
    ]
    return worded_accounting(
        found,
        hospital="Example Hospital",
        reference="7K2M-94QX",
        now=NOW,
        unreadable=unreadable,
        language=language,
    )


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("count", [0, 1, 40])
def test_every_word_is_read_back_from_the_paper(language: str, count: int) -> None:
    rendered = ReportlabPaper().render_accounting(accounting(count, language, unreadable=2))

    assert rendered.missing == ()
    assert rendered.pages == (1 if count < 2 else rendered.pages)


@pytest.mark.parametrize(("language", "said"), [("en", "Page {} of {}"), ("es", "Página {} de {}")])
def test_each_page_has_its_number_and_the_heads_of_the_columns(language: str, said: str) -> None:
    report = accounting(40, language)

    rendered = ReportlabPaper().render_accounting(report)

    pages = ReportlabPaper().page_texts(rendered.pdf)
    assert len(pages) == rendered.pages > 2
    for number, text in enumerate(pages, start=1):
        assert said.format(number, len(pages)) in text
        assert number == len(pages) or report.heads[1] in text


def test_every_font_is_embedded_and_the_file_names_nobody() -> None:
    rendered = ReportlabPaper().render_accounting(accounting(3, "en"))

    assert b"/FontFile2" in rendered.pdf
    assert b"/Helvetica" not in rendered.pdf
    document = pypdfium2.PdfDocument(rendered.pdf)
    facts = document.get_metadata_dict(skip_empty=True)
    document.close()
    assert facts["Title"] == "To whom we gave information"
    assert "Author" not in facts


def test_the_same_content_gives_the_same_bytes() -> None:
    first, second = (ReportlabPaper().render_accounting(accounting(2, "es")) for _ in range(2))

    assert first.sha256 == second.sha256
