"""Where consents are kept: those about a treatment program apart, for the people named."""

from desktop.errors import KnownError
from desktop.records.consent import Consent, ConsentType
from desktop.records.ids import RecordId
from desktop.records.kinds import CONSENT, PART2_CONSENT, RecordKind
from desktop.services.episode_records import all_of, one_of
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.work import Work


def consent_kind(consent_type: ConsentType) -> RecordKind[Consent]:
    """That somebody is asked about treatment records already says that they are in treatment
    (42 CFR 2.13(c)(2)), so these consents are sealed for whoever is named for such records."""
    return PART2_CONSENT if consent_type is ConsentType.PART2 else CONSENT


def consents_of(work: Work, ref: EpisodeRef) -> tuple[Consent, ...]:
    """All consents that the signed-in person may know of, in the order in which they were asked."""
    found = [revision.value for revision in all_of(work, CONSENT, ref)]
    found += _part2_consents(work, ref)
    return tuple(sorted(found, key=lambda consent: consent.asked_at))


def kept_consent(work: Work, ref: EpisodeRef, consent_id: RecordId) -> Revision[Consent]:
    """One consent of this case; KnownError ``store.no-such-record``."""
    is_part2 = any(one.consent_id == consent_id for one in _part2_consents(work, ref))
    return one_of(work, PART2_CONSENT if is_part2 else CONSENT, ref, consent_id)


def keep_consent(work: Work, ref: EpisodeRef, consent: Consent, *, base: int) -> None:
    """Keep a new consent (``base`` 0) or the next revision of one."""
    kind = consent_kind(consent.type)
    work.session.records.save(kind, ref.person_id, consent.consent_id, consent, base=base)


def _part2_consents(work: Work, ref: EpisodeRef) -> list[Consent]:
    if not work.session.records.count(PART2_CONSENT, ref.person_id):
        return []
    try:
        return [revision.value for revision in all_of(work, PART2_CONSENT, ref)]
    except KnownError as error:
        if error.message_id != "store.no-key":
            raise
        return []
