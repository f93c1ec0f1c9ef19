"""The consent text as it is shown and signed: placeholders filled, in each language."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta

from desktop.directory.partners import Partner
from desktop.errors import BugError, KnownError
from desktop.forms.questionnaire import InstrumentRef, LocalText, Questionnaire
from desktop.messages import sentence
from desktop.packets.paper_words import joined, long_date
from desktop.records.consent import (
    SCOPED_TYPES,
    Category,
    ConsentScope,
    ConsentType,
    Purpose,
)
from desktop.records.consent_elements import Element, ShownText, missing_elements
from desktop.records.consent_gate import type_for
from desktop.records.roles import Permission
from desktop.services.episode_records import episode_of
from desktop.services.local_day import local_day
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.site_settings import (
    CONTACT_DAYS,
    PARTICIPATION_DAYS,
    PHOTOGRAPHS_DAYS,
    RELEASE_DAYS,
    RESEARCH_DAYS,
    site_number,
)
from desktop.services.work import Work

_DAYS = {
    ConsentType.PARTICIPATION: ("participation-days", PARTICIPATION_DAYS),
    ConsentType.CONTACT: ("contact-days", CONTACT_DAYS),
    ConsentType.PHOTOGRAPHS: ("photographs-days", PHOTOGRAPHS_DAYS),
    ConsentType.RESEARCH: ("research-days", RESEARCH_DAYS),
}


_ALWAYS = frozenset({"hospital", "until", "days"})


def text_name(consent_type: ConsentType) -> str:
    """The name of the text of a consent among our own forms."""
    return f"consent-{consent_type.value}"


PLACEHOLDERS = {
    text_name(one): _ALWAYS
    | (frozenset({"partner", "purpose", "categories"}) if one in SCOPED_TYPES else set())
    for one in ConsentType
}
"""By name of the text: what may stand in it in braces."""


@dataclass(frozen=True, slots=True)
class ConsentDocument:
    """A consent as the person sees it. ``signed_text`` is exactly what is signed."""

    type: ConsentType
    title: LocalText
    paragraphs: tuple[LocalText, ...]
    scope: ConsentScope | None
    language: str
    text_ref: InstrumentRef
    signed_text: str = field(repr=False)
    sha256: str
    approved: bool
    valid_until: date | None
    missing: tuple[Element, ...] = ()
    """What the text would have to say before anybody may sign it."""


def default_scope(work: Work, partner: Partner) -> ConsentScope:
    """What is asked for a partner unless the person wants less: who to call, and which needs."""
    asked = frozenset({Category.IDENTITY_CONTACT, Category.NEEDS})
    return _scope(work, partner, asked)


def part2_scope(work: Work, partner: Partner) -> ConsentScope:
    """What is asked for a partner about the records of a treatment program: those and no more."""
    return _scope(work, partner, frozenset({Category.TREATMENT_RECORDS}))


def _scope(work: Work, partner: Partner, categories: frozenset[Category]) -> ConsentScope:
    last_day = local_day(work) + timedelta(days=site_number(work, "release-days", RELEASE_DAYS))
    return ConsentScope(partner.name, Purpose(partner.purpose), categories, last_day)


def consent_document(
    work: Work,
    ref: EpisodeRef,
    consent_type: ConsentType,
    scope: ConsentScope | None,
    language: str,
) -> ConsentDocument:
    """The text to show. KnownErrors ``consent.scope-incomplete``, ``consent.expires-in-past``,
    ``consent.language-missing``."""
    need_case(work, Permission.READ_CASES, ref)
    episode_of(work, ref)
    if (scope is not None) is not (consent_type in SCOPED_TYPES):
        raise BugError("a release has a scope and nothing else has")
    if scope is not None and any(type_for(one) is not consent_type for one in scope.categories):
        raise KnownError("consent.apart")
    return filled_document(
        work, consent_type, scope, language, _valid_until(work, consent_type, scope)
    )


def filled_document(
    work: Work,
    consent_type: ConsentType,
    scope: ConsentScope | None,
    language: str,
    valid_until: date | None,
) -> ConsentDocument:
    """The text with the given last day: the same input gives the same bytes all day long."""
    text = work.library.instrument(text_name(consent_type))
    if language not in text.languages:
        raise KnownError("consent.language-missing")
    words = {one: _words(work, scope, valid_until, one) for one in text.languages}
    title = _filled(text.title, text, words)
    paragraphs = tuple(_filled(item.text, text, words) for item in text.items)
    signed_text = "\n\n".join(one.in_language(language) for one in (title, *paragraphs))
    return ConsentDocument(
        type=consent_type,
        title=title,
        paragraphs=paragraphs,
        scope=scope,
        language=language,
        text_ref=text.ref,
        signed_text=signed_text,
        sha256=hashlib.sha256(signed_text.encode()).hexdigest(),
        approved=is_approved(work, text.ref),
        valid_until=valid_until,
        missing=missing_elements(
            consent_type,
            ShownText(signed_text, _roles(text, language), words[language]),
        ),
    )


def _roles(text: Questionnaire, language: str) -> frozenset[str]:
    """The roles of the paragraphs that say something in this language."""
    return frozenset(
        item.marks.paragraph_role
        for item in text.items
        if item.marks.paragraph_role and item.text.in_language(language).strip()
    )


def is_approved(work: Work, ref: InstrumentRef) -> bool:
    """Whether the site approved exactly this text."""
    return any(
        (one.url, one.version, one.content_hash) == (ref.url, ref.version, ref.content_hash)
        for one in work.session.site.approvals()
    )


def _valid_until(work: Work, consent_type: ConsentType, scope: ConsentScope | None) -> date | None:
    today = local_day(work)
    if scope is None:
        name, default = _DAYS[consent_type]
        return today + timedelta(days=site_number(work, name, default))
    if not scope.is_complete:
        raise KnownError("consent.scope-incomplete")
    if scope.expires_on is not None and scope.expires_on < today:
        raise KnownError("consent.expires-in-past")
    return scope.expires_on


def _words(
    work: Work, scope: ConsentScope | None, valid_until: date | None, language: str
) -> dict[str, str]:
    words = {"hospital": work.session.site.hospital_name}
    if valid_until is not None:
        words["until"] = long_date(valid_until, language)
        words["days"] = str((valid_until - local_day(work)).days)
    if scope is not None:
        in_order = [one for one in Category if one in scope.categories]
        words["partner"] = scope.recipient
        words["purpose"] = sentence(f"purpose.{scope.purpose.value}", language)
        words["categories"] = joined(
            [sentence(f"category.{one.value}", language) for one in in_order], language
        )
    return words


def _filled(text: LocalText, form: Questionnaire, words: dict[str, dict[str, str]]) -> LocalText:
    base, *others = form.languages
    return LocalText(
        _fill(text.base, words[base]),
        {one: _fill(text.in_language(one), words[one]) for one in others},
    )


def _fill(text: str, words: dict[str, str]) -> str:
    """Placeholders one by one: a hospital's or partner's own name may hold braces."""
    pieces = text.split("{")
    filled = pieces[0]
    for piece in pieces[1:]:
        name, brace, rest = piece.partition("}")
        if not brace or name not in words:
            raise BugError("a consent text with a placeholder that nothing fills")
        filled += words[name] + rest
    return filled
