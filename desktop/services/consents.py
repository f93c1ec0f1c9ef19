"""What was asked and answered, consent by consent and partner by partner."""

from dataclasses import dataclass
from datetime import date

from desktop.records.audit_event import AuditAction
from desktop.records.consent import Consent, ConsentStatus, ConsentType, Purpose
from desktop.records.display import display_name
from desktop.records.roles import Permission
from desktop.services.episode_records import consents_of, episode_of
from desktop.services.local_day import local_day
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work

NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class ConsentCard:
    """One thing to ask: its newest answer, or ``not-asked``. ``recipient`` is for releases."""

    consent_type: ConsentType
    recipient: str
    purpose: Purpose | None
    state: str
    consent: Consent | None
    has_expired: bool = False

    @property
    def is_given(self) -> bool:
        """Whether it was given and still holds."""
        return self.state == ConsentStatus.GRANTED and not self.has_expired


@dataclass(frozen=True, slots=True)
class ConsentPage:
    """All consents of one case: taking part, contact, and one release for each partner."""

    ref: EpisodeRef
    alias: str
    language: str
    cards: tuple[ConsentCard, ...]


def read_consents(work: Work, ref: EpisodeRef) -> ConsentPage:
    """The consent page of a case."""
    access = need_case(work, Permission.READ_CASES, ref)
    episode = episode_of(work, ref).value
    work.audit(AuditAction.CONSENTS_READ, ref.episode_id, access)
    return ConsentPage(ref, display_name(episode), episode.language, consent_cards(work, ref))


def consent_cards(work: Work, ref: EpisodeRef) -> tuple[ConsentCard, ...]:
    """A card for each consent that can be asked, and for each that was."""
    consents = consents_of(work, ref)
    today = local_day(work)
    partners = {one.name: Purpose(one.purpose) for one in work.library.partners()}
    for consent in consents:
        if consent.scope is not None:
            partners.setdefault(consent.scope.recipient, consent.scope.purpose)
    cards = [
        _card(consents, ConsentType.PARTICIPATION, "", None, today),
        _card(consents, ConsentType.CONTACT, "", None, today),
    ]
    for name, purpose in partners.items():
        cards.append(_card(consents, ConsentType.RELEASE, name, purpose, today))
    return tuple(cards)


def _card(
    consents: tuple[Consent, ...],
    consent_type: ConsentType,
    recipient: str,
    purpose: Purpose | None,
    today: date,
) -> ConsentCard:
    newest = None
    for consent in consents:
        if consent.type is consent_type and _recipient(consent) == recipient:
            newest = consent
    if newest is None:
        return ConsentCard(consent_type, recipient, purpose, NOT_ASKED, None)
    asked_for = newest.scope.purpose if newest.scope else purpose
    return ConsentCard(
        consent_type,
        recipient,
        asked_for,
        newest.status.value,
        newest,
        newest.has_expired(today),
    )


def _recipient(consent: Consent) -> str:
    return consent.scope.recipient if consent.scope else ""
