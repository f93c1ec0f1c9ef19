"""The frozen paper of a consent: made when it is given, shown and printed as it is."""

from dataclasses import replace

from desktop.errors import KnownError
from desktop.packets.consent_paper import consent_paper, digest_of
from desktop.records.audit_event import AuditAction
from desktop.records.consent import Consent, ConsentType, CopyGiven, CopyNote
from desktop.records.consent_paper import FrozenPaper
from desktop.records.ids import RecordId
from desktop.records.kinds import CONSENT_PAPER, PART2_CONSENT_PAPER, RecordKind
from desktop.records.roles import Permission
from desktop.services.episode_records import all_of
from desktop.services.kept_consents import keep_consent, kept_consent
from desktop.services.name_on_paper import CONSENT_COPY, need_paper_allowed
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def freeze(work: Work, ref: EpisodeRef, consent: Consent) -> Consent:
    """Keep the paper of a consent that is being given; the consent with the paper's digest.

    KnownError ``consent.paper-differs`` when the text cannot be read back from it.
    """
    paper = consent_paper(consent)
    rendered = work.paper.render_consent(paper)
    if not {paper.title, *paper.paragraphs}.isdisjoint(rendered.missing):
        raise KnownError("consent.paper-differs")
    frozen = FrozenPaper(consent.consent_id, ref.episode_id, rendered.pdf, rendered.sha256)
    paper_id = RecordId(work.ids.new_id())
    work.session.records.save(_kind(consent), ref.person_id, paper_id, frozen, base=0)
    return replace(consent, paper_sha256=rendered.sha256)


def read_consent_paper(work: Work, ref: EpisodeRef, consent_id: RecordId) -> bytes:
    """The PDF as it was frozen; KnownErrors ``consent.no-paper``, ``consent.paper-changed``."""
    need_case(work, Permission.READ_CASES, ref)
    consent = kept_consent(work, ref, consent_id).value
    pdf = _frozen(work, ref, consent)
    work.audit(AuditAction.CONSENT_PAPER_READ, consent_id, consent.paper_sha256)
    return pdf


def print_consent_copy(
    work: Work,
    ref: EpisodeRef,
    consent_id: RecordId,
    queue: str,
    *,
    name_confirmed: bool = False,
) -> Consent:
    """Print the frozen paper for the person; the copy is noted. The job's name tells nothing.

    KnownErrors ``consent.no-paper``, ``print.refused``, ``print.no-printing-system``,
    ``confidential.name-on-paper``: it bears the name as signed, and that was not confirmed.
    """
    need_case(work, Permission.WRITE_CASES, ref)
    need_paper_allowed(work, ref, CONSENT_COPY, is_confirmed=name_confirmed)
    work.session.rollback.need_quiet()
    consent = kept_consent(work, ref, consent_id).value
    pdf = _frozen(work, ref, consent)
    work.printers.print_pdf(queue, pdf, f"Papers {consent.paper_sha256[:4].upper()}")
    return note_copy(work, ref, consent_id, CopyGiven.ON_PAPER)


def note_copy(work: Work, ref: EpisodeRef, consent_id: RecordId, how: CopyGiven) -> Consent:
    """Note what became of the person's copy (45 CFR 164.508(c)(4)); a later note counts."""
    need_case(work, Permission.WRITE_CASES, ref)
    revision = kept_consent(work, ref, consent_id)
    noted = replace(revision.value, copy=CopyNote(how, work.clock.now()))
    keep_consent(work, ref, noted, base=revision.number)
    work.audit(AuditAction.CONSENT_COPY_NOTED, consent_id, how.value)
    return noted


def _frozen(work: Work, ref: EpisodeRef, consent: Consent) -> bytes:
    for paper in all_of(work, _kind(consent), ref):
        if paper.value.consent_id == consent.consent_id:
            if digest_of(paper.value.pdf) != consent.paper_sha256:
                raise KnownError("consent.paper-changed")
            return paper.value.pdf
    raise KnownError("consent.no-paper")


def _kind(consent: Consent) -> RecordKind[FrozenPaper]:
    return PART2_CONSENT_PAPER if consent.type is ConsentType.PART2 else CONSENT_PAPER
