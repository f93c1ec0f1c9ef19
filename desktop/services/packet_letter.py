"""A referral letter: only the facts that the person's consent covers today."""

from desktop.errors import KnownError
from desktop.messages import sentence
from desktop.packets.paper_words import joined
from desktop.packets.request import LetterRequest
from desktop.records.audit_event import AuditAction
from desktop.records.consent import Category, Consent, ConsentType, Purpose
from desktop.records.consent_gate import GateAnswer
from desktop.records.contact_acts import ContactAct, safe_acts
from desktop.records.kinds import PERSON_IDENTITY
from desktop.records.person import ContactKind, ContactPath, PersonIdentity
from desktop.services.ask_gate import ask_gate
from desktop.services.kept_consents import consents_of
from desktop.services.local_day import local_day
from desktop.services.packet_sources import PacketSources
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work

OWN_CATEGORY = {
    "mental-health": Category.MENTAL_HEALTH,
    "stress": Category.MENTAL_HEALTH,
    "legal": Category.LEGAL,
    "educational-attainment": Category.SCHOOL,
}
"""Needs that say more than "needs": each goes only where its own category is covered too."""


def letter_gate(work: Work, ref: EpisodeRef, recipient: str) -> GateAnswer:
    """Whether a letter that names the person may go to this partner today."""
    purpose = letter_purpose(work, ref, recipient)
    if purpose is None:
        return GateAnswer(False, "consent-gate.never-asked")
    return ask_gate(work, ref, recipient, purpose, Category.IDENTITY_CONTACT)


def letter_purpose(work: Work, ref: EpisodeRef, recipient: str) -> Purpose | None:
    """Why this partner would be told: as last asked, else what the partner does."""
    for consent in reversed(consents_of(work, ref)):
        if consent.type is not ConsentType.RELEASE or consent.scope is None:
            continue
        if consent.scope.recipient == recipient:
            return consent.scope.purpose
    for partner in work.library.partners():
        if partner.name == recipient:
            return Purpose(partner.purpose)
    return None


def letter_request(
    work: Work, ref: EpisodeRef, sources: PacketSources, recipient: str, language: str
) -> LetterRequest:
    """The letter with its covered facts; KnownError ``packet.letter-refused`` without consent."""
    gate = letter_gate(work, ref, recipient)
    purpose = letter_purpose(work, ref, recipient)
    if not gate.allowed or purpose is None:
        raise KnownError("packet.letter-refused", recipient=recipient)
    consent = next(one for one in consents_of(work, ref) if one.consent_id == gate.consent_id)

    def is_covered(category: Category) -> bool:
        return ask_gate(work, ref, recipient, purpose, category).allowed

    facts = list(_who(work, ref, consent, language))
    if is_covered(Category.NEEDS):
        wanted = [
            sentence(f"need.{need}", language)
            for need in sources.needs
            if need not in OWN_CATEGORY or is_covered(OWN_CATEGORY[need])
        ]
        if wanted:
            facts.append((sentence("letter.needs", language), joined(wanted, language)))
    return LetterRequest(recipient, purpose, local_day(work), tuple(facts), gate)


def _who(
    work: Work, ref: EpisodeRef, consent: Consent, language: str
) -> tuple[tuple[str, str], ...]:
    """Name as signed or kept, and each own way to reach that is marked as safe: a partner calls
    the first number that is safe to call. A trusted person's is theirs, and stays out."""
    work.audit(AuditAction.IDENTITY_READ, ref.person_id, "letter")
    kept = work.session.records.list_newest(PERSON_IDENTITY, ref.person_id)
    identity = kept[0].value if kept else PersonIdentity(ref.person_id)
    name = identity.legal_name or consent.person_name or consent.printed_name
    facts = [(sentence("letter.name", language), name)]
    for kind, (act, label) in _WAYS.items():
        paths = [one for one in identity.contacts if one.kind is kind and act in safe_acts(one)]
        if paths:
            facts.append((sentence(label, language), _way(paths[0], language)))
    return tuple(facts)


_WAYS = {
    ContactKind.OWN_PHONE: (ContactAct.CALL, "letter.phone"),
    ContactKind.EMAIL: (ContactAct.WRITE, "letter.email"),
    ContactKind.SOCIAL: (ContactAct.WRITE, "letter.social"),
    ContactKind.MAILING: (ContactAct.MAIL, "letter.mailing"),
}
"""Own ways that a letter names, with what must be safe on each."""


def _way(path: ContactPath, language: str) -> str:
    value = ", ".join(part for part in (path.service, path.value) if part)
    times = path.best_times.strip()
    return sentence("letter.best-times", language, value=value, times=times) if times else value
