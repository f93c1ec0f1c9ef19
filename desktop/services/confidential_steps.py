"""Each step of "no information" in a case, and what paper and screens say of it."""

from dataclasses import dataclass
from datetime import datetime

from desktop.messages import sentence
from desktop.packets.accounting import local_moment
from desktop.records.confidential_status import ConfidentialStatus
from desktop.records.ids import StaffId
from desktop.records.kinds import CONFIDENTIAL_STATUS
from desktop.services.confidential_status import statuses_of
from desktop.services.ports import EpisodeRef
from desktop.services.staff_names import staff_name
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class ConfidentialStep:
    """``name`` is set, reviewed or lifted; ``word_id`` the message of who asked, or of why it was
    lifted, "" for a review."""

    name: str
    at: datetime
    by: StaffId
    word_id: str


def confidential_steps(work: Work, ref: EpisodeRef) -> tuple[ConfidentialStep, ...]:
    """Everything that was done, oldest first: each revision adds one step to the one before."""
    found = [
        _step(revision.value)
        for status in statuses_of(work, ref)
        for revision in work.session.records.history(CONFIDENTIAL_STATUS, status.status_id)
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda step: step.at))


def confidential_lines(work: Work, ref: EpisodeRef, language: str) -> tuple[tuple[str, str], ...]:
    """What was done, and when by whom with who asked or why; empty where it was never set."""
    return tuple(
        (
            sentence(f"confidential-step.{step.name}", language),
            "\n".join(
                filter(
                    None,
                    (
                        sentence(
                            "case-sheet.noted",
                            language,
                            time=local_moment(step.at),
                            who=staff_name(work, step.by),
                        ),
                        _word(step, language),
                    ),
                )
            ),
        )
        for step in confidential_steps(work, ref)
    )


def _word(step: ConfidentialStep, language: str) -> str:
    if not step.word_id:
        return ""
    words = sentence(step.word_id, language)
    return sentence(f"confidential-word.{step.name}", language, words=words)


def _step(status: ConfidentialStatus) -> ConfidentialStep:
    if status.lifted_at is not None:
        why = status.lifted_why.value if status.lifted_why else "not-needed"
        by = status.lifted_by or status.set_by
        return ConfidentialStep("lifted", status.lifted_at, by, f"lifted-why.{why}")
    if status.reviewed_at is not None:
        by = status.reviewed_by or status.set_by
        return ConfidentialStep("reviewed", status.reviewed_at, by, "")
    asked = f"asked-by.{status.asked_by.value}"
    return ConfidentialStep("set", status.since, status.set_by, asked)
