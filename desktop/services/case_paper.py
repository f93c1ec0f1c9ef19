"""The sheet of a case for the staff: a report's clock, the needs, its end, and "no information".

Off-site visits stand on it with times and who went; a debrief never does, it is of no case.

It prints by itself, so that it shares no page with what a young person or a caregiver said
(JMIR 2022/2/e34085), and only where the site prints records at all.
"""

from desktop.messages import sentence
from desktop.packets.accounting import local_moment
from desktop.packets.record_paper import RecordPaper
from desktop.records.display import display_name
from desktop.services.case_facts import (
    CaseFacts,
    Lines,
    end_lines,
    need_lines,
    referral_lines,
    report_lines,
)
from desktop.services.compensation import claim_of
from desktop.services.confidential_steps import confidential_lines
from desktop.services.episode_records import episode_of
from desktop.services.outing_events import outing_sheet_lines
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work


def case_paper(work: Work, ref: EpisodeRef, facts: CaseFacts, language: str) -> RecordPaper:
    """What stands on the sheet now; never a legal name."""
    now = work.clock.now()
    none = ((sentence("needs.none", language), "-"),)
    parts = (
        (sentence("report.title", language), report_lines(facts, now, language)),
        (sentence("confidential.title", language), confidential_lines(work, ref, language)),
        (sentence("needs.title", language), need_lines(facts, language) or none),
        (sentence("refer.title", language), referral_lines(facts, language)),
        (sentence("compensation.title", language), _claim_lines(work, ref, language)),
        (sentence("outing.sheets", language), outing_sheet_lines(work, ref, language)),
        (sentence("case-sheet.end", language), end_lines(facts, language)),
    )
    return RecordPaper(
        language=language,
        title=sentence("case-sheet.title", language),
        warning=sentence("record-paper.warning", language),
        facts=(
            (sentence("record-paper.case", language), display_name(episode_of(work, ref).value)),
            (sentence("case-sheet.as-of", language), local_moment(now)),
        ),
        parts=tuple((heading, lines) for heading, lines in parts if lines),
        told_heading="",
        told=(),
        notes=(sentence("case-sheet.codes", language),) if facts.needs else (),
        footer=sentence("record-paper.footer", language, page="{page}", pages="{pages}"),
    )


def _claim_lines(work: Work, ref: EpisodeRef, language: str) -> Lines:
    kept = claim_of(work, ref)
    if kept is None:
        return ()
    state = sentence(f"compensation-state.{kept.value.state.value}", language)
    return ((state, kept.value.on.isoformat()),)
