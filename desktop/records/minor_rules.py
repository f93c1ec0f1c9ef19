"""Whether a consent of a minor may be given as it is being given."""

from collections.abc import Iterable

from desktop.errors import KnownError
from desktop.records.consent import Category, ConsentMode, ConsentScope, ConsentType
from desktop.records.minor import Assent, Guardian, MinorBasis, MinorSigning

BY_GUARDIAN = frozenset({ConsentMode.REPRESENTATIVE, ConsentMode.VERBAL, ConsentMode.TELEPHONE})
"""How a guardian gives it; signature and mark are the minor's own."""

_COVERED = {
    MinorBasis.MENTAL_HEALTH: Category.MENTAL_HEALTH,
    MinorBasis.SUBSTANCE_USE: Category.SUBSTANCE_USE,
}


def basis_covers(basis: MinorBasis, consent_type: ConsentType, scope: ConsentScope | None) -> bool:
    """Whether a minor may give this consent alone on this basis.

    Who may lawfully have a service without a parent may release what concerns it without one
    (28 CFR 94.115): who the person is and facts about that treatment, no others. Where state law
    lets a minor have substance use treatment alone, the minor alone consents to its records (42 CFR
    2.14, as healthinfolaw.org/node/4017 tells it). The hospital's own rule reaches taking part and
    being contacted.
    """
    if basis is MinorBasis.SITE_POLICY:
        return consent_type in (ConsentType.PARTICIPATION, ConsentType.CONTACT)
    if consent_type is ConsentType.PART2:
        return basis is MinorBasis.SUBSTANCE_USE
    if consent_type is not ConsentType.RELEASE or scope is None:
        return False
    return scope.categories <= {Category.IDENTITY_CONTACT, _COVERED[basis]}


def need_minor_may(
    minor: MinorSigning | None,
    mode: ConsentMode,
    consent_type: ConsentType,
    scope: ConsentScope | None,
    guardians: Iterable[Guardian],
    *,
    site_allows_alone: bool,
) -> None:
    """Refuse what a minor cannot agree to like this; KnownErrors ``minor.*``.

    A guardian's consent goes with the minor's own word, and a no of the minor is a no. An abuser of
    the minor or of the other parent may not consent (28 CFR 94.115).
    """
    if minor is not None and minor.basis is not None:
        _need_alone(minor, mode, consent_type, scope, site_allows_alone=site_allows_alone)
        return
    if minor is None or minor.guardian is None or mode not in BY_GUARDIAN:
        raise KnownError("minor.guardian-missing")
    guardian = next((one for one in guardians if one.guardian_id == minor.guardian), None)
    if guardian is None:
        raise KnownError("minor.guardian-missing")
    if guardian.may_not is not None:
        raise KnownError("minor.guardian-may-not")
    if minor.assent is None:
        raise KnownError("minor.assent-missing")
    if minor.assent is Assent.NO:
        raise KnownError("minor.said-no")


def _need_alone(
    minor: MinorSigning,
    mode: ConsentMode,
    consent_type: ConsentType,
    scope: ConsentScope | None,
    *,
    site_allows_alone: bool,
) -> None:
    if minor.basis is None or mode is ConsentMode.REPRESENTATIVE:
        raise KnownError("minor.signs-alone")
    if minor.basis is MinorBasis.SITE_POLICY and not site_allows_alone:
        raise KnownError("minor.site-does-not-allow")
    if not basis_covers(minor.basis, consent_type, scope):
        raise KnownError("minor.basis-does-not-cover")
    if not minor.basis_found_by.strip():
        raise KnownError("minor.found-by-missing")
