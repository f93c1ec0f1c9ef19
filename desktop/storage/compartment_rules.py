"""Which role may hold which compartment's key, and who may hand it on."""

from desktop.records.kinds import Compartment
from desktop.records.roles import Role
from desktop.storage.crypto.certificates import ROOT
from desktop.storage.crypto.grants import Grant
from desktop.storage.crypto.trust_book import TrustBook
from desktop.storage.crypto.trust_rules import TrustRules

FIRST_EPOCH = 1
KEY_PAIRS = (Compartment.PKT, Compartment.AUD)
"""Compartments that everybody can seal to and only their holders open."""
FOUNDED = (Compartment.ID, Compartment.CLIN, Compartment.PKT, Compartment.AUD)
"""Compartments whose first key is made at set-up; that of P2 is made for its first named user."""
BY_NAME = frozenset({Compartment.P2})
"""Compartments that need, besides the role, an administrator's naming of the person."""

HOLDERS = {
    Compartment.ID: frozenset({Role.SPECIALIST, Role.NURSE_MANAGER}),
    Compartment.CLIN: frozenset({Role.SPECIALIST, Role.NURSE_MANAGER}),
    Compartment.PKT: frozenset({Role.PACKET_DESK}),
    Compartment.AUD: frozenset({Role.PRIVACY_OFFICER}),
    Compartment.P2: frozenset({Role.SPECIALIST, Role.NURSE_MANAGER}),
}
"""Minimum necessary (45 CFR 164.502(b)): an administrator holds nothing."""

GRANTERS = {
    Compartment.ID: frozenset({Role.NURSE_MANAGER}),
    Compartment.CLIN: frozenset({Role.NURSE_MANAGER}),
    Compartment.PKT: frozenset({Role.PACKET_DESK}),
    Compartment.AUD: frozenset({Role.PRIVACY_OFFICER}),
    Compartment.P2: frozenset({Role.SPECIALIST, Role.NURSE_MANAGER}),
}
"""Holders who may wrap the key for a newcomer and renew it; the hospital root may always."""

TRUST_RULES = TrustRules(
    makers={each.value: frozenset(GRANTERS[each]) for each in Compartment},
    holders={each.value: frozenset(HOLDERS[each]) for each in Compartment},
    founded=frozenset(each.value for each in FOUNDED),
    by_name=frozenset(each.value for each in BY_NAME),
)


def may_hold(trust: TrustBook, person_id: str, compartment: Compartment) -> bool:
    """Whether that person's role, and naming where it needs one, allows the key now."""
    if not trust.is_active(person_id) or person_id == ROOT:
        return False
    if compartment in BY_NAME and (person_id, compartment.value) not in trust.named:
        return False
    return trust.person(person_id).role in HOLDERS[compartment]


def may_grant(trust: TrustBook, person_id: str, compartment: Compartment) -> bool:
    """Whether that person may hand on what they hold."""
    may = may_hold(trust, person_id, compartment)
    return may and trust.person(person_id).role in GRANTERS[compartment]


def is_grant_allowed(grant: Grant, trust: TrustBook) -> bool:
    """Whether giver and receiver of a verified grant have roles that may give and hold it.

    Who gave may have left since: the key itself is checked against its epoch when it is opened.
    """
    if grant.compartment not in list(Compartment):
        return False
    compartment = Compartment(grant.compartment)
    is_giver = grant.holder_id == ROOT or (
        trust.person(grant.holder_id).role in GRANTERS[compartment]
    )
    is_receiver = grant.person_id == ROOT or may_hold(trust, grant.person_id, compartment)
    return is_giver and is_receiver and _is_known(grant, trust)


def _is_known(grant: Grant, trust: TrustBook) -> bool:
    """The first key of a founded compartment, or one that a statement of the trust log names."""
    is_first = grant.epoch == FIRST_EPOCH and Compartment(grant.compartment) in FOUNDED
    return is_first or (grant.compartment, grant.epoch) in trust.epochs
