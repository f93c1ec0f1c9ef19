"""The paper of a consent: the text as it was shown, who gave it, how and when."""

import hashlib
from dataclasses import dataclass, field

from desktop.messages import sentence
from desktop.packets.accounting import paper_moment
from desktop.packets.paper_words import one_line
from desktop.records.consent import Consent
from desktop.records.signature import Point


@dataclass(frozen=True, slots=True)
class ConsentPaper:
    """One page or more. ``footer`` holds ``{page}`` and ``{pages}`` to be filled for each page.

    ``facts`` are label and value; ``strokes`` the ink, empty for a spoken yes.
    """

    language: str
    title: str
    paragraphs: tuple[str, ...] = field(repr=False)
    facts: tuple[tuple[str, str], ...] = field(repr=False)
    signature_label: str
    strokes: tuple[tuple[Point, ...], ...] = field(repr=False)
    footer: str

    def texts(self) -> tuple[str, ...]:
        """Every piece of text in reading order, footers left out."""
        pieces = [self.title, *self.paragraphs]
        pieces += [self.signature_label] if self.strokes else []
        for label, value in self.facts:
            pieces += [label, value]
        return tuple(pieces)


def consent_paper(consent: Consent) -> ConsentPaper:
    """The paper of a given consent, in the language in which it was shown.

    Signature, date, printed name and a representative's authority stand under the text (45 CFR
    164.508(c)(1)(vi); 42 CFR 2.31(a)(1), (8), (9)); version and digest of the text in the footer
    tie the page to exactly what was signed (C.G.S. 1-274: to whom a signature is attributed,
    cga.ct.gov/current/pub/chap_015.htm).
    """
    language = consent.language
    title, *paragraphs = consent.document_text.split("\n\n")
    ink = consent.signature.strokes if consent.signature else ()
    return ConsentPaper(
        language=language,
        title=title,
        paragraphs=tuple(paragraphs),
        facts=tuple(_facts(consent)),
        signature_label=sentence("consent-paper.signature", language),
        strokes=ink,
        footer=sentence(
            "consent-paper.footer",
            language,
            version=consent.text_ref.version,
            digest=consent.document_sha256[:12],
            page="{page}",
            pages="{pages}",
        ),
    )


def _facts(consent: Consent) -> list[tuple[str, str]]:
    language = consent.language
    rows = [
        ("name", consent.printed_name),
        ("authority", consent.representative_authority),
        ("person", consent.person_name),
        ("assent", _code("consent-paper.assent", consent.assent, language)),
        ("basis", _code("minor-basis", consent.basis, language)),
        ("how", _code("consent-mode", consent.mode, language)),
        ("when", paper_moment(consent.asked_at)),
        ("witness", consent.witness),
        ("second-witness", consent.second_witness),
        ("where", consent.signature.workstation if consent.signature else ""),
    ]
    return [
        (sentence(f"consent-paper.{name}", language), one_line(value))
        for name, value in rows
        if one_line(value)
    ]


def _code(prefix: str, code: str | None, language: str) -> str:
    return sentence(f"{prefix}.{code}", language) if code else ""


def digest_of(pdf: bytes) -> str:
    """SHA-256 of a frozen paper, in hex."""
    return hashlib.sha256(pdf).hexdigest()
