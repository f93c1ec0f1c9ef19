"""What stands beside the forms of a case: a mandated report's clock, the noted needs, the end.

Times only, no narrative, and no answer that named a need: what a young person or a caregiver said
stays with their own form. The ICD-10-CM codes are suggestions for a coder and say so.
"""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.messages import sentence
from desktop.packets.accounting import local_moment
from desktop.records.episode import CloseReason
from desktop.records.event_facts import NOTHING_SAID, EventFacts
from desktop.records.ids import StaffId
from desktop.records.mandated_report import MandatedReport
from desktop.records.missed import MissedWhy
from desktop.records.need_codes import TABLE_YEAR, code_hint
from desktop.services.cases import report_hours
from desktop.services.episode_records import episode_of
from desktop.services.local_day import local_day
from desktop.services.named_needs import NamedNeed, case_needs
from desktop.services.ports import EpisodeRef
from desktop.services.read_referrals import ReferralCard, referral_cards
from desktop.services.referral_words import need_names, referral_title, stands_words
from desktop.services.staff_names import staff_name
from desktop.services.work import Work

Lines = tuple[tuple[str, str], ...]
"""What it is about, and what stands of it."""


@dataclass(frozen=True, slots=True)
class ReportStep:
    """One step that was noted: ``name`` is cause-at, told-at or written-at."""

    name: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """``due_at`` is when what is owed next is late, None when nothing is owed."""

    steps: tuple[ReportStep, ...]
    stage: str
    due_at: datetime | None
    needs: tuple[NamedNeed, ...]
    unreadable: int
    closed_at: datetime | None = None
    close_reason: CloseReason | None = None
    missed_why: MissedWhy | None = None
    referrals: tuple[ReferralCard, ...] = ()
    today: date | None = None
    event: EventFacts = NOTHING_SAID
    """For the screen of whoever reviews; on no paper."""

    @property
    def is_empty(self) -> bool:
        """Whether nobody noted a report or asked a partner, and no form named a need."""
        known = (self.steps, self.needs, self.unreadable, self.referrals)
        return not any(known)

    @property
    def has_something_to_show(self) -> bool:
        """Whether a reviewer finds anything here: the end and the event count on the screen."""
        is_over = self.close_reason is not None
        return not self.is_empty or is_over or self.event != NOTHING_SAID


NO_FACTS = CaseFacts((), "", None, (), 0)
"""Of a case of which nothing is known."""


def case_facts(work: Work, ref: EpisodeRef) -> CaseFacts:
    """Read both; whoever shows them was let in by the caller."""
    episode = episode_of(work, ref).value
    report = episode.report
    found = case_needs(work, ref)
    due_at = report.due_at(report_hours(work)) if report is not None else None
    return CaseFacts(
        _steps(work, report),
        report.stage.value if report is not None else "",
        due_at,
        found.needs,
        found.unreadable,
        episode.closed_at,
        episode.close_reason,
        episode.missed_why,
        referral_cards(work, ref),
        local_day(work),
        episode.event,
    )


def end_lines(facts: CaseFacts, language: str) -> Lines:
    """How the case ended and when, and what stood in the way of contact; empty while it is open."""
    if facts.close_reason is None or facts.closed_at is None:
        return ()
    words = sentence(f"close-reason.{facts.close_reason.value}", language)
    lines = [(words, local_moment(facts.closed_at))]
    if facts.missed_why is not None:
        why = sentence(f"missed-why.{facts.missed_why.value}", language)
        lines.append((sentence("missed.question", language), why))
    return tuple(lines)


def event_lines(facts: CaseFacts, language: str) -> Lines:
    """Where it happened and the hospital's report, as far as they are noted."""
    lines = []
    if facts.event.setting is not None:
        where = sentence(f"event-setting.{facts.event.setting.value}", language)
        lines.append((sentence("event.setting", language), where))
    if facts.event.police_report is not None:
        what = sentence(f"police-report.{facts.event.police_report.value}", language)
        lines.append((sentence("event.police", language), what))
    return tuple(lines)


def report_lines(facts: CaseFacts, now: datetime, language: str) -> Lines:
    """Each step with its time and who noted it, then what is owed until when."""
    lines = [
        (
            sentence(f"case-sheet.{step.name}", language),
            sentence("case-sheet.noted", language, time=local_moment(step.at), who=step.by),
        )
        for step in facts.steps
    ]
    if facts.due_at is not None:
        late = "late" if facts.due_at <= now else "due"
        words = sentence(f"case-sheet.{late}", language, time=local_moment(facts.due_at))
        lines.append((sentence(f"case-sheet.owed.{facts.stage}", language), words))
    return tuple(lines)


def referral_lines(facts: CaseFacts, language: str) -> Lines:
    """Whom each referral asks for what, and where it stands."""
    if facts.today is None:
        return ()
    return tuple(
        (
            referral_title(one, language),
            "\n".join(
                (
                    need_names(one.referral.needs, language),
                    stands_words(one, facts.today, language),
                )
            ),
        )
        for one in facts.referrals
    )


def need_lines(facts: CaseFacts, language: str) -> Lines:
    """Each need with where it stands, its place, and the suggestion for the coder."""
    lines = [(_need_title(need, language), _need_words(need, language)) for need in facts.needs]
    if facts.unreadable:
        title = sentence("needs.title", language)
        words = sentence("needs.unreadable", language, count=facts.unreadable)
        lines.append((title, words))
    return tuple(lines)


def _need_title(need: NamedNeed, language: str) -> str:
    title = sentence(f"need.{need.category}", language)
    if need.priority is None:
        return title
    return sentence("needs.placed", language, place=need.priority, need=title)


def _need_words(need: NamedNeed, language: str) -> str:
    words = [sentence(f"need-state.{need.state.value}", language)]
    if need.matters_most:
        words.append(sentence("needs.matters-most", language))
    if need.was_named_again:
        words.append(sentence("needs.named-again", language))
    hint = code_hint(need.category)
    if hint is not None:
        year = TABLE_YEAR
        words.append(sentence("needs.code", language, code=hint.code, title=hint.title, year=year))
    return "\n".join(words)


def _steps(work: Work, report: MandatedReport | None) -> tuple[ReportStep, ...]:
    if report is None:
        return ()
    noted = (
        ("cause-at", report.cause_at, report.cause_by),
        ("told-at", report.told_at, report.told_by),
        ("written-at", report.written_at, report.written_by),
    )
    return tuple(ReportStep(name, at, _name(work, by)) for name, at, by in noted if at is not None)


def _name(work: Work, by: StaffId | None) -> str:
    return staff_name(work, by) if by is not None else ""
