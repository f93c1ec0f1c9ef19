"""The one gate for print-for-partner, export and referral."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from desktop.forms.questionnaire import InstrumentRef
from desktop.records.consent import (
    Category,
    Consent,
    ConsentStatus,
    ConsentType,
    Purpose,
)
from desktop.records.ids import RecordId


@dataclass(frozen=True, slots=True)
class GateAnswer:
    """Yes or no of the consent gate, and why: ``reason_id`` is a message id."""

    allowed: bool
    reason_id: str
    consent_id: RecordId | None = None
    needs_part2_notice: bool = False
    """What goes out must carry the notice of 42 CFR 2.32(a)."""


@dataclass(frozen=True, slots=True)
class GateRules:
    """What the gate must know beside the consents of a case.

    ``barred`` are the guardians who may not consent. ``texts`` are the texts that a yes may stand
    on; None while the site lets earlier versions hold until their last day.
    """

    barred: frozenset[RecordId] = frozenset()
    texts: frozenset[InstrumentRef] | None = None


NO_RULES = GateRules()

_CLOSEST_FIRST = (
    "consent-gate.guardian-may-not",
    "consent-gate.withdrawn",
    "consent-gate.declined-since",
    "consent-gate.expired",
    "consent-gate.not-yet",
    "consent-gate.no-end-date",
    "consent-gate.text-changed",
    "consent-gate.not-written",
    "consent-gate.category-not-covered",
    "consent-gate.purpose-not-covered",
    "consent-gate.declined",
    "consent-gate.asked-later",
    "consent-gate.never-asked",
)


def may(
    consents: Iterable[Consent],
    recipient: str,
    purpose: Purpose,
    category: Category,
    on: date,
    rules: GateRules = NO_RULES,
) -> GateAnswer:
    """Whether this may go to this recipient for this purpose on this local day, and why not.

    Yes only when a granted, unexpired, written consent names this recipient, this purpose and
    this category (45 CFR 164.508(b)(2), (c); 28 CFR 94.115(b)), and no later withdrawal or refusal
    for the same recipient, purpose and category followed it. Records of a treatment program need
    a Part 2 consent, which covers nothing else (42 CFR 2.31, 2.33). What a guardian gave who may
    not consent covers nothing (28 CFR 94.115). No answer reads as no; the reason is the
    nearest miss, so that the user learns what to ask for.
    """
    wanted = type_for(category)
    about = [
        consent
        for consent in consents
        if consent.type is wanted
        and consent.scope is not None
        and consent.scope.recipient == recipient
    ]
    last_no = max(
        (at for c in about if (at := _said_no_at(c, purpose, category)) is not None), default=None
    )
    reasons: set[str] = set()
    for consent in about:
        reason = _why_not(consent, purpose, category, on, last_no, rules)
        if reason is None:
            is_part2 = wanted is ConsentType.PART2
            return GateAnswer(True, "consent-gate.covered", consent.consent_id, is_part2)
        reasons.add(reason)
    for reason in _CLOSEST_FIRST:
        if reason in reasons:
            return GateAnswer(False, reason)
    return GateAnswer(False, "consent-gate.never-asked")


def type_for(category: Category) -> ConsentType:
    """The consent that can cover this kind of fact."""
    is_part2 = category is Category.TREATMENT_RECORDS
    return ConsentType.PART2 if is_part2 else ConsentType.RELEASE


def _said_no_at(consent: Consent, purpose: Purpose, category: Category) -> datetime | None:
    """When this consent became a no for this purpose and category."""
    scope = consent.scope
    if scope is None or scope.purpose is not purpose or category not in scope.categories:
        return None
    if consent.status is ConsentStatus.WITHDRAWN:
        return consent.withdrawn_at
    return consent.asked_at if consent.status is ConsentStatus.DECLINED else None


def _why_not(
    consent: Consent,
    purpose: Purpose,
    category: Category,
    on: date,
    last_no: datetime | None,
    rules: GateRules,
) -> str | None:
    scope = consent.scope
    if scope is None or consent.status is ConsentStatus.ASK_LATER:
        return "consent-gate.asked-later"
    if consent.status is ConsentStatus.DECLINED:
        return "consent-gate.declined"
    if scope.purpose is not purpose:
        return "consent-gate.purpose-not-covered"
    if category not in scope.categories:
        return "consent-gate.category-not-covered"
    if consent.status is ConsentStatus.WITHDRAWN:
        return "consent-gate.withdrawn"
    if last_no is not None and consent.asked_at <= last_no:
        return "consent-gate.declined-since"
    return _why_not_valid(consent, scope.expires_on, on, rules)


def _why_not_valid(
    consent: Consent, expires_on: date | None, on: date, rules: GateRules
) -> str | None:
    """What is wrong with a yes that names the right things."""
    if consent.opens_nothing:
        return "consent-gate.not-written"
    if consent.guardian is not None and consent.guardian in rules.barred:
        return "consent-gate.guardian-may-not"
    if expires_on is None:
        return "consent-gate.no-end-date"
    if on > expires_on:
        return "consent-gate.expired"
    if on < consent.asked_at.astimezone().date():
        return "consent-gate.not-yet"
    if rules.texts is not None and consent.text_ref not in rules.texts:
        return "consent-gate.text-changed"
    return None
