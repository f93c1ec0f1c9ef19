"""Every message that the records and use cases name has its sentence in both languages."""

import ast
from enum import StrEnum
from pathlib import Path
from string import Formatter

import pytest

import desktop
from desktop.forms.answers import NoAnswerReason
from desktop.forms.carrying import NotCarriedWhy
from desktop.messages import LANGUAGES, catalogue
from desktop.records.alert import ToldBy
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.audit_event import AuditAction
from desktop.records.close_group import CloseGroup
from desktop.records.confidential_status import AskedBy, LiftedWhy
from desktop.records.consent import Category, ConsentMode, ConsentStatus, ConsentType, Purpose
from desktop.records.episode import CaseSource, CloseReason
from desktop.records.event_facts import EventSetting, PoliceReport
from desktop.records.form_record import FormKind
from desktop.records.missed import MissedWhy
from desktop.records.pathway import Pathway
from desktop.records.roles import Role
from desktop.records.room import CapacityBy, CapacityReason, CapacityResult, Presence
from desktop.records.visit import ReviewState
from desktop.services.discard_draft import DiscardReason
from desktop.services.person_steps import StepKind, StepState
from desktop.services.refuse_packet import PacketRefusal

ROOMS = ("records", "services")
PREFIXES = ("consent-gate.", "review.", "packet.", "timeline.", "letter.", "step-summary.")
NAMED: dict[str, type[StrEnum]] = {
    "asked-by": AskedBy,
    "lifted-why": LiftedWhy,
    "carry-why": NotCarriedWhy,
    "attempt-mode": AttemptMode,
    "audit-action": AuditAction,
    "attempt-outcome": AttemptOutcome,
    "capacity": CapacityResult,
    "capacity-by": CapacityBy,
    "capacity-reason": CapacityReason,
    "timeline.capacity": CapacityResult,
    "case-source": CaseSource,
    "category": Category,
    "close-group": CloseGroup,
    "close-meaning": CloseReason,
    "close-reason": CloseReason,
    "timeline.closed": CloseReason,
    "consent-mode": ConsentMode,
    "consent-state": ConsentStatus,
    "consent-type": ConsentType,
    "discard-reason": DiscardReason,
    "event-setting": EventSetting,
    "missed-why": MissedWhy,
    "no-answer": NoAnswerReason,
    "packet-refusal": PacketRefusal,
    "pathway": Pathway,
    "police-report": PoliceReport,
    "presence": Presence,
    "purpose": Purpose,
    "review-state": ReviewState,
    "review.not-in-state": ReviewState,
    "role": Role,
    "step-title": StepKind,
    "step-state": StepState,
    "timeline.visit": ReviewState,
    "told-by": ToldBy,
}


def source_files() -> list[Path]:
    """The modules of the rooms."""
    package = Path(desktop.__file__).parent
    return [path for room in ROOMS for path in sorted((package / room).glob("*.py"))]


def literal_ids() -> set[str]:
    """Ids written out: arguments of KnownError, and texts with a known prefix."""
    found = set()
    for path in source_files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
                if node.func.id == "KnownError":
                    found |= {text for text in texts if isinstance(text, str)}
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and text.startswith(PREFIXES) and " " not in text:
                found.add(text)
    return {one for one in found if not one.endswith(".")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_written_id_has_a_sentence(language: str) -> None:
    missing = literal_ids() - set(catalogue(language))

    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_words(language: str) -> None:
    wanted = {f"{prefix}.{one.value}" for prefix, codes in NAMED.items() for one in codes}
    wanted |= {
        f"timeline.consent.{kind.value}.{status.value}"
        for kind in ConsentType
        for status in ConsentStatus
    }
    wanted |= {
        f"timeline.{kind.value}.{verb}" for kind in FormKind for verb in ("completed", "amended")
    }
    wanted |= {f"step-summary.{kind.value}.not-started" for kind in FormKind}
    wanted |= {
        f"step-summary.form.{state.value}"
        for state in ReviewState
        if state is not ReviewState.DRAFT
    }

    assert not wanted - set(catalogue(language))


def test_both_languages_have_the_same_placeholders() -> None:
    english, *others = (catalogue(language) for language in LANGUAGES)
    ids = literal_ids() & set(english)

    for other in others:
        for message_id in ids:
            assert fields(english[message_id]) == fields(other[message_id]), message_id


def fields(text: str) -> set[str]:
    """The placeholders of a sentence."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}
