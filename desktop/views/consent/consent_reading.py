"""Reads what the consent screen shows: runs on the storage worker, through the use cases."""

from dataclasses import dataclass, replace
from datetime import date

from desktop.directory.partners import Partner
from desktop.errors import KnownError
from desktop.forms.questionnaire import LocalText, Questionnaire
from desktop.messages import LANGUAGES, sentence
from desktop.packets.paper_words import long_date
from desktop.records.consent import (
    RELEASE_CATEGORIES,
    SCOPED_TYPES,
    Category,
    Consent,
    ConsentScope,
    ConsentType,
    Purpose,
)
from desktop.services.consent_document import (
    ConsentDocument,
    consent_document,
    default_scope,
    part2_scope,
)
from desktop.services.consents import NOT_ASKED, ConsentCard, ConsentPage, read_consents
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import PersonPage, read_person
from desktop.services.work import Work
from desktop.views.consent.consent_states import ConsentText, ScopeLines
from desktop.views.editors.language_mode import FIRST, SECOND

STRONG_ROLES = frozenset({"scope", "no-harm"})
"""What is asked for, and that a no changes nothing, stand out."""


@dataclass(frozen=True, slots=True)
class OpenedConsents:
    """The consents of a case with what the banner needs."""

    page: ConsentPage
    person: PersonPage


@dataclass(frozen=True, slots=True)
class AskedText:
    """A consent ready to be asked: the document and how it stands on the screen."""

    document: ConsentDocument
    text: ConsentText
    can_take: bool
    """Whether this store may take a signature on it: a hospital approves its texts first, and a
    text says all it must."""


def open_consents(
    work: Work, ref: EpisodeRef, recipient: str, purpose: Purpose | None
) -> OpenedConsents:
    """The consent page; whom another screen wants asked is added when it is no partner."""
    person = read_person(work, ref)
    return OpenedConsents(wanted_page(work, ref, recipient, purpose), person)


def wanted_page(
    work: Work, ref: EpisodeRef, recipient: str, purpose: Purpose | None
) -> ConsentPage:
    """The consents, with a card for ``recipient`` in any case."""
    page = read_consents(work, ref)
    if not recipient or purpose is None or any(c.recipient == recipient for c in page.cards):
        return page
    card = ConsentCard(ConsentType.RELEASE, recipient, purpose, NOT_ASKED, None)
    return replace(page, cards=(*page.cards, card))


def first_index(page: ConsentPage, recipient: str) -> int:
    """The card of ``recipient``, else the first that was not asked, else the first."""
    for at, card in enumerate(page.cards):
        if recipient and card.recipient == recipient:
            return at
    return next((at for at, card in enumerate(page.cards) if _is_next(card)), 0)


def next_index(page: ConsentPage, chosen: int) -> int:
    """The next card that was not asked yet, round the end; else ``chosen``."""
    order = (*range(chosen + 1, len(page.cards)), *range(chosen))
    return next((at for at in order if _is_next(page.cards[at])), chosen)


def _is_next(card: ConsentCard) -> bool:
    return card.state == NOT_ASKED and not card.is_optional


def asked_text(
    work: Work,
    ref: EpisodeRef,
    card: ConsentCard,
    purpose: Purpose | None,
    scope: ConsentScope | None,
    language: str,
) -> AskedText:
    """The text to ask with; a release without ``scope`` starts with the site's default."""
    if card.consent_type in SCOPED_TYPES and scope is None:
        partner = Partner(card.recipient, purpose.value if purpose else "")
        is_release = card.consent_type is ConsentType.RELEASE
        scope = (default_scope if is_release else part2_scope)(work, partner)
    document = consent_document(work, ref, card.consent_type, scope, language)
    form = work.library.by_ref(document.text_ref)
    text = ConsentText(
        document.title,
        document.paragraphs,
        _strong(form),
        document.text_ref.version,
        language,
        _lines(work, card.consent_type, scope, document.valid_until),
        (language, *(one for one in (FIRST, SECOND) if one != language)),
    )
    is_approved = document.approved or work.session.site.is_demo
    return AskedText(document, text, is_approved and not document.missing)


def kept_text(work: Work, consent: Consent) -> ConsentText:
    """The text of an answered consent exactly as it was shown, in the language it was shown in."""
    title, *paragraphs = consent.document_text.split("\n\n")
    language = consent.language
    return ConsentText(
        LocalText(title, {language: title}),
        tuple(LocalText(one, {language: one}) for one in paragraphs),
        _strong_as_then(work, consent),
        consent.text_ref.version,
        language,
        _lines(work, consent.type, consent.scope, consent.valid_until),
        (language,),
    )


def _strong(form: Questionnaire) -> frozenset[int]:
    items = enumerate(form.items)
    return frozenset(at for at, item in items if item.marks.paragraph_role in STRONG_ROLES)


def _strong_as_then(work: Work, consent: Consent) -> frozenset[int]:
    try:
        return _strong(work.library.by_ref(consent.text_ref))
    except KnownError:
        # An earlier version that is no longer installed: the words are kept, their weight is not.
        return frozenset()


def _lines(
    work: Work, consent_type: ConsentType, scope: ConsentScope | None, until: date | None
) -> ScopeLines:
    yes: dict[str, dict[str, str]] = {}
    no: dict[str, dict[str, str]] = {}
    who: dict[str, dict[str, str]] = {}
    day: dict[str, dict[str, str]] = {}
    for one in LANGUAGES:
        day[one] = {"day": long_date(until, one) if until else ""}
        if scope is None:
            hospital = work.session.site.hospital_name
            who[one] = {"who": sentence("consent-line.team", one, hospital=hospital)}
            yes[one] = {"what": sentence(f"consent-line.{consent_type.value}.yes", one)}
            no[one] = {"what": sentence(f"consent-line.{consent_type.value}.no", one)}
        else:
            purpose = sentence(f"consent-purpose.{scope.purpose.value}", one)
            who[one] = {"who": scope.recipient, "purpose": purpose}
            yes[one] = {"what": category_words(scope.categories, one)}
            no[one] = {"what": category_words(RELEASE_CATEGORIES - scope.categories, one)}
    in_records = {one: {"day": until.isoformat() if until else ""} for one in LANGUAGES}
    has_rest = scope is None or bool(RELEASE_CATEGORIES - scope.categories)
    return ScopeLines(
        _in_both("consent-line.with-purpose" if scope else "consent-line.with", who),
        _in_both("consent-line.yes", yes),
        _in_both("consent-line.no" if has_rest else "consent-line.no-nothing", no),
        _in_both("consent-line.until", day),
        _in_both("consent-line.until", in_records),
    )


def category_words(categories: frozenset[Category], language: str) -> str:
    """Kinds of facts in few words, in their fixed order."""
    names = [
        sentence(f"consent-short.{one.value}", language) for one in Category if one in categories
    ]
    return ", ".join(names)


def _in_both(message_id: str, words: dict[str, dict[str, str]]) -> LocalText:
    texts = {one: sentence(message_id, one, **words[one]) for one in LANGUAGES}
    return LocalText(texts[FIRST], texts)
