"""Print one completed form of a case for the staff, where the site allows it.

Off until a site says so: whether this record is part of the legal record is the hospital's to
decide, and what is printed can be asked for by a court (45 CFR 164.512(e)). Each form prints by
itself, so that a young person's answers and a caregiver's never share a page (JMIR 2022/2/e34085).
Safety plans are not printed here: they leave as the person chose, in a packet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.errors import KnownError
from desktop.forms.answers import NoAnswerReason
from desktop.forms.findings import Alert
from desktop.forms.wording import LocalText
from desktop.messages import sentence
from desktop.packets.accounting import local_moment
from desktop.packets.record_paper import Pairs, RecordPaper
from desktop.records.alert import HandOff
from desktop.records.audit_event import AuditAction
from desktop.records.display import display_name
from desktop.records.form_record import FormRecord
from desktop.records.ids import RecordId
from desktop.records.kinds import FORM
from desktop.records.roles import Permission
from desktop.records.taken_back import TakenBack
from desktop.services.alert_words import AlertWords, alert_title, alert_words
from desktop.services.alerts import open_alerts
from desktop.services.answer_words import message_words
from desktop.services.case_facts import case_facts
from desktop.services.case_paper import case_paper
from desktop.services.confidential_status import statuses_of
from desktop.services.draft_session import record_session
from desktop.services.episode_records import episode_of, forms_of, needs_note_of, one_of
from desktop.services.form_notices import printed_notice, signed_words
from desktop.services.further_plans import is_plan_record
from desktop.services.hand_offs import hand_offs_of
from desktop.services.outings import outings_of
from desktop.services.own_caseload import need_case
from desktop.services.ports import EpisodeRef, RenderedPacket, Revision
from desktop.services.site_settings import prints_records
from desktop.services.staff_names import staff_name
from desktop.services.told_first import Release, told_first
from desktop.services.visit_lines import AnswerLine, ReviewedForm, lines_of
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class PrintableRecord:
    """A completed form that can be printed for the staff."""

    record_id: RecordId
    title: LocalText
    revision: int
    at: datetime


def printable_records(work: Work, ref: EpisodeRef) -> tuple[PrintableRecord, ...]:
    """The completed forms of a case but its plans, and the sheet of the case last, where anything
    could stand on it; nothing where the site prints no records."""
    if not prints_records(work):
        return ()
    found = []
    for form in forms_of(work, ref):
        if is_plan_record(work, form.value):
            continue
        try:
            title = work.library.by_ref(form.value.instrument).title
        except KnownError:
            continue  # not installed: it could not be read from the paper's questions
        at = form.value.completed_at or form.at
        found.append(PrintableRecord(form.record_id, title, form.number, at))
    noted = episode_of(work, ref).value.report or statuses_of(work, ref) or outings_of(work, ref)
    if found or noted or needs_note_of(work, ref):
        found.append(_case_sheet(work, ref))
    return tuple(found)


def _case_sheet(work: Work, ref: EpisodeRef) -> PrintableRecord:
    """It is made from what stands now, so its time is now; its id is the case's."""
    title, episode = message_words("case-sheet.title"), episode_of(work, ref)
    return PrintableRecord(RecordId(ref.episode_id), title, episode.number, work.clock.now())


def print_record(
    work: Work, ref: EpisodeRef, record_id: RecordId, queue: str, language: str
) -> str:
    """Print the newest revision in ``language``; the job's id. The job's name tells nothing.

    KnownErrors ``record-print.off``, ``record-print.plan``, ``packet.text-differs``,
    ``print.refused``, ``print.no-printing-system``.
    """
    need_case(work, Permission.READ_CASES, ref)
    if not prints_records(work):
        raise KnownError("record-print.off")
    work.session.rollback.need_quiet()
    made = _rendered(work, _paper(work, ref, record_id, language))
    leaving = Release(AuditAction.RECORD_PRINTED, record_id, made.sha256, ref.person_id)
    with told_first(work, leaving):
        return work.printers.print_pdf(queue, made.pdf, f"Papers {made.sha256[:4].upper()}")


def _paper(work: Work, ref: EpisodeRef, record_id: RecordId, language: str) -> RecordPaper:
    if record_id == RecordId(ref.episode_id):
        return case_paper(work, ref, case_facts(work, ref), language)
    form = one_of(work, FORM, ref, record_id)
    if is_plan_record(work, form.value):
        raise KnownError("record-print.plan")
    return record_paper(work, ref, form, language)


def record_paper(
    work: Work, ref: EpisodeRef, form: Revision[FormRecord], language: str
) -> RecordPaper:
    """What stands on the paper: never a legal name, and no word of why it was not safe to ask."""
    session = record_session(work, ref, form.value)
    acts = hand_offs_of(work, ref.person_id, form.value)
    reviewed = ReviewedForm(form.record_id, session, None, acts, (), form.value.taken_back)
    words = alert_words(work)
    untold = open_alerts(session.alerts, acts)
    parts: dict[str, list[tuple[str, str]]] = {}
    for line in lines_of(reviewed):
        heading = line.section.in_language(language)
        pair = (line.question.in_language(language), _answer(line, language))
        parts.setdefault(heading, []).append(pair)
    title = session.questionnaire.title.in_language(language)
    return RecordPaper(
        language=language,
        title=title,
        warning=sentence("record-paper.warning", language),
        facts=_facts(work, ref, form, language),
        parts=tuple((heading, tuple(pairs)) for heading, pairs in parts.items()),
        told_heading=sentence("record-paper.told", language),
        told=(
            *(_told(words, one, language) for one in acts),
            *(_untold(words, one, language) for one in untold),
            *(_taken_back(words, one, language) for one in form.value.taken_back),
        ),
        notes=tuple(
            filter(
                None,
                (
                    *signed_words(form.value.signatures, language),
                    printed_notice(work, session.questionnaire),
                ),
            )
        ),
        footer=sentence("record-paper.footer", language, page="{page}", pages="{pages}"),
    )


def _rendered(work: Work, paper: RecordPaper) -> RenderedPacket:
    made = work.paper.render_record(paper)
    if not made.text_matches:
        raise KnownError("packet.text-differs")
    return made


def _facts(work: Work, ref: EpisodeRef, form: Revision[FormRecord], language: str) -> Pairs:
    record = form.value
    rows = (
        ("case", display_name(episode_of(work, ref).value)),
        ("version", record.instrument.version),
        ("revision", str(form.number)),
        ("completed", local_moment(record.completed_at or form.at)),
        ("by", staff_name(work, record.author)),
        ("changed", record.amendment_reason),
    )
    return tuple(
        (sentence(f"record-paper.{name}", language), " ".join(value.split()))
        for name, value in rows
        if value.strip()
    )


def _answer(line: AnswerLine, language: str) -> str:
    if line.reason is NoAnswerReason.NOT_SAFE:
        return sentence("no-answer.not-answered", language)
    if line.is_unchecked:
        return sentence("site-alert.unchecked", language)
    return line.answer_text.in_language(language) or "-"


def _told(words: Mapping[str, AlertWords], act: HandOff, language: str) -> str:
    alert = alert_title(words, act.alert_code).in_language(language)
    key = "record-paper.told-line" if act.closes else "record-paper.no-one-line"
    return sentence(
        key,
        language,
        alert=alert,
        who=act.told,
        how=sentence(f"told-by.{act.how.value}", language),
        at=local_moment(act.told_at),
    )


def _untold(words: Mapping[str, AlertWords], alert: Alert, language: str) -> str:
    title = alert_title(words, alert.code).in_language(language)
    return sentence("record-paper.no-one-told", language, alert=title)


def _taken_back(words: Mapping[str, AlertWords], one: TakenBack, language: str) -> str:
    title = alert_title(words, one.alert_code).in_language(language)
    since, until = local_moment(one.since), local_moment(one.until)
    return sentence("record-paper.taken-back", language, alert=title, since=since, until=until)
