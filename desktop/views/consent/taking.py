"""Takes what was given on the screen to the use case: runs on the storage worker."""

from desktop.records.consent import Consent
from desktop.records.signature import Signature
from desktop.services.consent_document import ConsentDocument
from desktop.services.ports import EpisodeRef
from desktop.services.sign_consent import sign_consent
from desktop.services.work import Work
from desktop.views.consent.consent_states import SignAttempt


def take_consent(
    work: Work, ref: EpisodeRef, document: ConsentDocument, attempt: SignAttempt
) -> Consent:
    """Keep the yes with strokes, time and workstation; KnownErrors of ``sign_consent``."""
    signature = None
    if attempt.strokes:
        workstation = work.session.site.workstation_name
        signature = Signature(attempt.strokes, work.clock.now(), workstation)
    return sign_consent(
        work,
        ref,
        document,
        mode=attempt.mode,
        printed_name=attempt.printed_name,
        signature=signature,
        witness=attempt.witness,
        second_witness=attempt.second_witness,
        person_name=attempt.person_name,
        minor=attempt.minor,
        representative_authority=attempt.authority,
    )
