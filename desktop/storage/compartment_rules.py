"""Which role may hold which compartment's key, and who may hand it on."""

from desktop.records.kinds import Compartment
from desktop.records.roles import Role
from desktop.storage.crypto.certificates import ROOT, TrustBook
from desktop.storage.crypto.grants import Grant

FIRST_EPOCH = 1
KEY_PAIRS = (Compartment.PKT, Compartment.AUD)
"""Compartments that everybody can seal to and only their holders open."""

HOLDERS = {
    Compartment.ID: frozenset({Role.SPECIALIST, Role.NURSE_MANAGER}),
    Compartment.CLIN: frozenset({Role.SPECIALIST, Role.NURSE_MANAGER}),
    Compartment.PKT: frozenset({Role.PACKET_DESK}),
    Compartment.AUD: frozenset({Role.PRIVACY_OFFICER}),
}
"""Minimum necessary (45 CFR 164.502(b)): an administrator holds nothing."""

GRANTERS = {
    Compartment.ID: frozenset({Role.NURSE_MANAGER}),
    Compartment.CLIN: frozenset({Role.NURSE_MANAGER}),
    Compartment.PKT: frozenset({Role.PACKET_DESK}),
    Compartment.AUD: frozenset({Role.PRIVACY_OFFICER}),
}
"""Holders who may wrap the key for a newcomer; the hospital root may always."""


def is_grant_allowed(grant: Grant, trust: TrustBook) -> bool:
    """Whether giver and receiver of a verified grant have roles that may give and hold it."""
    if grant.compartment not in list(Compartment):
        return False
    compartment = Compartment(grant.compartment)
    may_give = grant.holder_id == ROOT or (
        trust.person(grant.holder_id).role in GRANTERS[compartment]
    )
    may_hold = grant.person_id == ROOT or (
        trust.person(grant.person_id).role in HOLDERS[compartment]
    )
    return may_give and may_hold
