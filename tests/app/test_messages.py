"""The sentences: complete in both languages, each used, each with what its caller gives."""

import string
from enum import StrEnum
from fnmatch import fnmatchcase

import pytest

from desktop.errors import BugError, KnownError
from desktop.forms.answers import NoAnswerReason
from desktop.messages import LANGUAGES, catalogue, explain, sentence
from desktop.records.alert import ToldBy
from desktop.records.attempt import AttemptMode, AttemptOutcome
from desktop.records.close_group import CloseGroup
from desktop.records.confidential_status import AskedBy, LiftedWhy
from desktop.records.consent import Category, ConsentType, Purpose
from desktop.records.episode import CaseSource, CloseReason
from desktop.records.event_facts import EventSetting, PoliceReport
from desktop.records.missed import MissedWhy
from desktop.records.need import NeedState
from desktop.records.no_plan import NoPlanReason
from desktop.records.pathway import Pathway
from desktop.records.person import ContactKind
from desktop.records.referral import ClosedReason, SentHow, Urgency
from desktop.records.room import CapacityBy, CapacityReason, CapacityResult, Presence
from desktop.records.visit import ReviewState
from desktop.services.discard_draft import DiscardReason
from desktop.services.person_steps import StepKind, StepState
from desktop.services.refuse_packet import PacketRefusal
from desktop.views.needs.referral_acts import ReferralAct
from tests.app.message_ids import calls, mentioned

FAMILIES: dict[str, type[StrEnum]] = {
    "attempt-mode": AttemptMode,
    "attempt-outcome": AttemptOutcome,
    "asked-by": AskedBy,
    "lifted-why": LiftedWhy,
    "capacity-by": CapacityBy,
    "capacity-reason": CapacityReason,
    "case-source": CaseSource,
    "category": Category,
    "close-group": CloseGroup,
    "close-meaning": CloseReason,
    "close-reason": CloseReason,
    "consent-purpose": Purpose,
    "consent-short": Category,
    "contact-kind": ContactKind,
    "discard-reason": DiscardReason,
    "event-setting": EventSetting,
    "missed-why": MissedWhy,
    "need-state": NeedState,
    "need-state-long": NeedState,
    "no-answer": NoAnswerReason,
    "no-plan-reason": NoPlanReason,
    "no-plan-today": NoPlanReason,
    "packet-refusal": PacketRefusal,
    "paper.purpose": Purpose,
    "person.capacity": CapacityResult,
    "pathway": Pathway,
    "police-report": PoliceReport,
    "presence": Presence,
    "purpose": Purpose,
    "refer.act": ReferralAct,
    "refer.how": SentHow,
    "refer.how-in": SentHow,
    "refer.reason": ClosedReason,
    "refer.urgency": Urgency,
    "step-state": StepState,
    "step-title": StepKind,
    "timeline.capacity": CapacityResult,
    "timeline.closed": CloseReason,
    "timeline.visit": ReviewState,
    "told-by": ToldBy,
}
"""Sentences of closed sets: one for every member."""

SAID_BY_NO_SCREEN = frozenset(
    {
        "capacity",
        "consent-mode",
        "consent-state",
        "consent-type",
        "review-state",
        "role",
    }
)
"""Closed sets whose words are kept complete though the screens word these facts in sentences."""


def placeholders(message_id: str, language: str) -> set[str]:
    """The names in braces."""
    text = catalogue(language)[message_id]
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_sentences() -> None:
    english, spanish = (set(catalogue(language)) for language in LANGUAGES)

    assert english ^ spanish == set()


def test_both_languages_have_the_same_placeholders() -> None:
    unlike = [one for one in catalogue("en") if placeholders(one, "en") != placeholders(one, "es")]

    assert unlike == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty_or_shouts(language: str) -> None:
    wrong = [
        message_id
        for message_id, text in catalogue(language).items()
        if not text.strip() or "!" in text or "¡" in text
    ]

    assert wrong == []


def test_every_id_that_the_source_writes_out_has_a_sentence() -> None:
    known = catalogue("en")

    missing = [
        f"{call.where} {call.message_id}"
        for call in calls()
        if not any(fnmatchcase(one, call.message_id) for one in known)
    ]

    assert missing == []


def test_every_call_gives_what_its_sentence_needs() -> None:
    known = catalogue("en")

    short = [
        f"{call.where} {call.message_id}"
        for call in calls()
        if call.message_id in known
        and not call.is_open
        and not placeholders(call.message_id, "en") <= call.params
    ]

    assert short == []


def test_every_sentence_is_used() -> None:
    words, worked_out = mentioned()

    unused = [
        one
        for one in catalogue("en")
        if one not in words
        and one.rpartition(".")[0] not in SAID_BY_NO_SCREEN
        and not any(fnmatchcase(one, each) for each in worked_out)
    ]

    assert unused == []


@pytest.mark.parametrize("family", FAMILIES)
def test_every_member_of_a_closed_set_has_its_sentence(family: str) -> None:
    missing = [one.value for one in FAMILIES[family] if f"{family}.{one}" not in catalogue("en")]

    assert missing == []


def test_consent_lines_exist_for_what_is_kept_and_what_is_not() -> None:
    lines = [
        f"consent-line.{one.value}.{answer}"
        for one in (ConsentType.PARTICIPATION, ConsentType.CONTACT)
        for answer in ("yes", "no")
    ]

    assert [one for one in lines if one not in catalogue("es")] == []


def test_a_known_error_is_explained_in_the_language_asked_for() -> None:
    error = KnownError("cli.cannot-read", file="a.json")

    assert explain(error).startswith("a.json cannot be read")
    assert explain(error, "es") != explain(error)
    assert "a.json" in explain(error, "es")


@pytest.mark.parametrize(
    ("message_id", "language", "params"),
    [("no.such-id", "en", {}), ("cli.cannot-read", "en", {}), ("cli.withheld", "fr", {})],
)
def test_an_unknown_id_parameter_or_language_is_our_mistake(
    message_id: str, language: str, params: dict[str, str]
) -> None:
    with pytest.raises(BugError):
        sentence(message_id, language, **params)
