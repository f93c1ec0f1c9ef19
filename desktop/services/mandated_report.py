"""Keep the times of a mandated report with the case, also after it was closed: the duty goes on."""

from dataclasses import replace
from datetime import datetime

from desktop.errors import KnownError
from desktop.records.audit_event import AuditAction
from desktop.records.episode import Episode
from desktop.records.ids import RecordId
from desktop.records.kinds import EPISODE
from desktop.records.mandated_report import MandatedReport, ReportStage
from desktop.records.roles import Permission
from desktop.services.add_case import CLOCK_SLACK
from desktop.services.episode_records import episode_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef, Revision
from desktop.services.work import Work


def note_cause(work: Work, ref: EpisodeRef, at: datetime | None = None) -> MandatedReport:
    """Start the first clock; ``at`` None means now. KnownErrors ``report.begun``,
    ``report.in-future``."""
    revision = _open(work, ref)
    before = revision.value.report
    if before is not None and before.stage is not ReportStage.DONE:
        raise KnownError("report.begun")
    report = MandatedReport(_moment(work, at), work.session.me.staff_id)
    return _keep(work, ref, revision, report, AuditAction.REPORT_CAUSE_NOTED)


def note_told(work: Work, ref: EpisodeRef, at: datetime | None = None) -> MandatedReport:
    """The oral report was made: the second clock starts. KnownErrors ``report.not-begun``,
    ``report.not-next``, ``report.too-early``, ``report.in-future``."""
    revision = _open(work, ref)
    report = _begun(revision).told(_moment(work, at), work.session.me.staff_id)
    return _keep(work, ref, revision, report, AuditAction.REPORT_TOLD)


def note_written(work: Work, ref: EpisodeRef, at: datetime | None = None) -> MandatedReport:
    """The written report was sent; nothing is owed any more. KnownErrors as ``note_told``."""
    revision = _open(work, ref)
    report = _begun(revision).written(_moment(work, at), work.session.me.staff_id)
    return _keep(work, ref, revision, report, AuditAction.REPORT_WRITTEN)


def take_step_back(work: Work, ref: EpisodeRef) -> MandatedReport | None:
    """Undo the last step that was noted; the revision before keeps it. KnownError
    ``report.not-begun``."""
    revision = _open(work, ref)
    report = _begun(revision).step_back()
    _save(work, ref, revision, report)
    stage = report.stage.value if report else ""
    work.audit(AuditAction.REPORT_STEP_BACK, ref.episode_id, stage)
    return report


def _open(work: Work, ref: EpisodeRef) -> Revision[Episode]:
    need_case(work, Permission.WRITE_CASES, ref)
    return episode_of(work, ref)


def _begun(revision: Revision[Episode]) -> MandatedReport:
    if revision.value.report is None:
        raise KnownError("report.not-begun")
    return revision.value.report


def _moment(work: Work, at: datetime | None) -> datetime:
    now = work.clock.now()
    if at is not None and at > now + CLOCK_SLACK:
        raise KnownError("report.in-future")
    return at or now


def _keep(
    work: Work,
    ref: EpisodeRef,
    revision: Revision[Episode],
    report: MandatedReport,
    action: AuditAction,
) -> MandatedReport:
    _save(work, ref, revision, report)
    work.audit(action, ref.episode_id)
    return report


def _save(
    work: Work, ref: EpisodeRef, revision: Revision[Episode], report: MandatedReport | None
) -> None:
    episode = replace(revision.value, report=report)
    record_id = RecordId(ref.episode_id)
    work.session.records.save(EPISODE, ref.person_id, record_id, episode, base=revision.number)
