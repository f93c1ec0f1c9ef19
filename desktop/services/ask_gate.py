"""The consent gate with what this case and this site add to it; for use cases that let go."""

from desktop.records.consent import Category, ConsentType, Purpose
from desktop.records.consent_gate import GateAnswer, GateRules, may
from desktop.services.consent_document import text_name
from desktop.services.episode_records import guardians_of
from desktop.services.kept_consents import consents_of
from desktop.services.local_day import local_day
from desktop.services.ports import EpisodeRef
from desktop.services.work import Work

OLD_TEXTS_HOLD = "old-consent-texts-hold"
"""Site setting: "off" closes the gate on a yes to an earlier version of a text at once; else it
holds until its last day and the person is asked again meanwhile."""


def ask_gate(
    work: Work, ref: EpisodeRef, recipient: str, purpose: Purpose, category: Category
) -> GateAnswer:
    """Whether this may go there today; the caller has checked who asks."""
    consents, rules = consents_of(work, ref), gate_rules(work, ref)
    return may(consents, recipient, purpose, category, local_day(work), rules)


def gate_rules(work: Work, ref: EpisodeRef) -> GateRules:
    """Guardians who may not consent, and whether an earlier text still holds."""
    barred = frozenset(
        one.guardian_id for one in guardians_of(work, ref) if one.may_not is not None
    )
    if work.session.site.settings().get(OLD_TEXTS_HOLD) != "off":
        return GateRules(barred)
    kinds = (ConsentType.RELEASE, ConsentType.PART2)
    return GateRules(
        barred, frozenset(work.library.instrument(text_name(one)).ref for one in kinds)
    )
