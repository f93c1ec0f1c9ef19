"""What was asked and answered, consent by consent and partner by partner."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.records.audit_event import AuditAction
from desktop.records.consent import Consent, ConsentStatus, ConsentType, Purpose
from desktop.records.display import display_name
from desktop.records.kinds import PART2_NOTE
from desktop.records.minor import Guardian, is_minor
from desktop.records.roles import Permission
from desktop.services.age import age_of
from desktop.services.ask_gate import gate_rules
from desktop.services.consent_document import is_approved, text_name
from desktop.services.episode_records import episode_of, guardians_of
from desktop.services.guardians import site_allows_alone
from desktop.services.kept_consents import consents_of
from desktop.services.local_day import local_day
from desktop.services.own_caseload import need_case
from desktop.services.part2_notes import is_named
from desktop.services.ports import EpisodeRef
from desktop.services.site_settings import TELEPHONE_WITNESSES, site_number, site_offers
from desktop.services.work import Work

NOT_ASKED = "not-asked"


OPTIONAL_TYPES = frozenset({ConsentType.PART2, ConsentType.PHOTOGRAPHS, ConsentType.RESEARCH})
"""Asked when there is a reason to; a visit is whole without them."""


class AskAgain(StrEnum):
    """Why a yes is asked for anew; each has a sentence ``consent-again.<value>``."""

    TEXT_CHANGED = "text-changed"
    """The hospital approved other words since."""
    OF_AGE = "of-age"
    """A guardian gave it, and the person is 18 now."""
    GUARDIAN_MAY_NOT = "guardian-may-not"
    """It was given by a guardian who may not consent: it holds no longer."""


@dataclass(frozen=True, slots=True)
class ConsentCard:
    """One thing to ask: its newest answer, or ``not-asked``. ``recipient`` is for releases."""

    consent_type: ConsentType
    recipient: str
    purpose: Purpose | None
    state: str
    consent: Consent | None
    has_expired: bool = False
    ask_again: AskAgain | None = None

    @property
    def is_given(self) -> bool:
        """Whether it was given and still holds."""
        is_void = self.has_expired or self.ask_again is AskAgain.GUARDIAN_MAY_NOT
        return self.state == ConsentStatus.GRANTED and not is_void

    @property
    def is_optional(self) -> bool:
        """Whether a visit is whole without it."""
        return self.consent_type in OPTIONAL_TYPES


def needed(cards: Iterable[ConsentCard]) -> tuple[ConsentCard, ...]:
    """Those that belong to every visit: what "given of all" counts, wherever it is said."""
    return tuple(card for card in cards if not card.is_optional)


@dataclass(frozen=True, slots=True)
class ConsentPage:
    """All consents of one case: taking part, contact, and one release for each partner."""

    ref: EpisodeRef
    alias: str
    language: str
    cards: tuple[ConsentCard, ...]
    age_years: int | None = None
    guardians: tuple[Guardian, ...] = field(default=(), repr=False)
    phone_witnesses: int = 2
    may_sign_alone: bool = False
    """Whether the hospital's own rule lets a minor take part alone."""

    @property
    def is_minor(self) -> bool:
        """Whether a guardian is needed, as far as the age is known."""
        return is_minor(self.age_years)

    @property
    def given(self) -> int:
        """How many of those that belong to every visit were given and hold."""
        return sum(card.is_given for card in needed(self.cards))

    @property
    def total(self) -> int:
        """How many belong to every visit."""
        return len(needed(self.cards))


def read_consents(work: Work, ref: EpisodeRef) -> ConsentPage:
    """The consent page of a case."""
    access = need_case(work, Permission.READ_CASES, ref)
    episode = episode_of(work, ref).value
    work.audit(AuditAction.CONSENTS_READ, ref.episode_id, access)
    return ConsentPage(
        ref,
        display_name(episode),
        episode.language,
        consent_cards(work, ref),
        age_of(work, ref),
        guardians_of(work, ref),
        site_number(work, "telephone-witnesses", TELEPHONE_WITNESSES),
        site_allows_alone(work),
    )


def consent_cards(work: Work, ref: EpisodeRef) -> tuple[ConsentCard, ...]:
    """A card for each consent that can be asked, and for each that was."""
    consents = consents_of(work, ref)
    partners = {one.name: Purpose(one.purpose) for one in work.library.partners()}
    for consent in consents:
        if consent.scope is not None:
            partners.setdefault(consent.scope.recipient, consent.scope.purpose)
    make = _Cards(work, ref, consents)
    cards = [make.card(ConsentType.PARTICIPATION), make.card(ConsentType.CONTACT)]
    cards += [make.card(ConsentType.RELEASE, *one) for one in partners.items()]
    cards += [
        make.card(ConsentType.PART2, name, purpose)
        for name, purpose in partners.items()
        if make.is_about_part2(name)
    ]
    for one in (ConsentType.PHOTOGRAPHS, ConsentType.RESEARCH):
        card = make.card(one)
        if card.state != NOT_ASKED or site_offers(work, one):
            cards.append(card)
    return tuple(cards)


class _Cards:
    """Makes the cards of one case."""

    def __init__(self, work: Work, ref: EpisodeRef, consents: tuple[Consent, ...]) -> None:
        self._work = work
        self._consents = consents
        self._today = local_day(work)
        self._is_minor = is_minor(age_of(work, ref))
        self._barred = gate_rules(work, ref).barred
        has_notes = work.session.records.count(PART2_NOTE, ref.person_id) > 0
        self._sees_notes = has_notes and is_named(work)

    def is_about_part2(self, recipient: str) -> bool:
        """Once a release to this partner was asked, where there are notes to release; whoever is
        not named for them must not learn that there are any (42 CFR 2.13(c)(2))."""
        kinds = {one.type for one in self._consents if _recipient(one) == recipient}
        wanted = ConsentType.RELEASE if self._sees_notes else ConsentType.PART2
        return not kinds.isdisjoint({wanted, ConsentType.PART2})

    def card(
        self, consent_type: ConsentType, recipient: str = "", purpose: Purpose | None = None
    ) -> ConsentCard:
        """The newest answer about this."""
        newest = None
        for consent in self._consents:
            if consent.type is consent_type and _recipient(consent) == recipient:
                newest = consent
        if newest is None:
            return ConsentCard(consent_type, recipient, purpose, NOT_ASKED, None)
        return ConsentCard(
            consent_type,
            recipient,
            newest.scope.purpose if newest.scope else purpose,
            newest.status.value,
            newest,
            newest.has_expired(self._today),
            self._ask_again(newest),
        )

    def _ask_again(self, consent: Consent) -> AskAgain | None:
        if consent.status is not ConsentStatus.GRANTED:
            return None
        if consent.guardian is not None and consent.guardian in self._barred:
            return AskAgain.GUARDIAN_MAY_NOT
        if consent.guardian is not None and not self._is_minor:
            return AskAgain.OF_AGE
        text = self._work.library.instrument(text_name(consent.type)).ref
        can_ask = self._work.session.site.is_demo or is_approved(self._work, text)
        return AskAgain.TEXT_CHANGED if can_ask and text != consent.text_ref else None


def _recipient(consent: Consent) -> str:
    return consent.scope.recipient if consent.scope else ""
