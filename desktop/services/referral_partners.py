"""Who can be asked for help with some needs: the community partners, and places that serve them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from desktop.directory.freshness import LIMIT_DAYS
from desktop.directory.matching import match
from desktop.services.age import age_of
from desktop.services.episode_records import episode_of
from desktop.services.local_day import local_day
from desktop.services.packet_sources import ALSO
from desktop.services.ports import EpisodeRef
from desktop.services.referral_gate import ReferralGate, purpose_for, referral_gate
from desktop.services.site_settings import site_number
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class PartnerChoice:
    """An organisation, or one service of it (``service_id`` of HSDS 3.0).

    ``name`` is what it is called in the language asked for; ``gate`` is what the person's consent
    says today of telling it these needs; ``phone`` is "" where none is known.
    """

    to_org: str
    service_id: str
    name: str
    gate: ReferralGate
    phone: str = field(default="", repr=False)
    call_first: bool = False

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.to_org}\n{self.service_id}"


def partners_for(
    work: Work, ref: EpisodeRef, needs: Sequence[str], language: str
) -> tuple[PartnerChoice, ...]:
    """The community partners, who take any need, then the directory's services for these needs.

    Services in the order of ``directory.matching``; the caller checked who asks.
    """
    ask = partial(_choice, work, ref)
    choices = [ask(one.name, "", one.name, tuple(needs)) for one in work.library.partners()]
    limit = site_number(work, "listing-limit-days", LIMIT_DAYS)
    spoken = episode_of(work, ref).value.language
    listings = work.library.directory().listings
    wanted = {one for need in needs for one in (need, *ALSO.get(need, ()))}
    found = match(listings, wanted, spoken, age_of(work, ref), local_day(work), limit)
    for one in found:
        listing = one.listing
        choice = ask(
            listing.organization, listing.service_id, listing.name_in(language), tuple(needs)
        )
        phone = listing.phones[0].number if listing.phones else ""
        choices.append(replace(choice, phone=phone, call_first=one.call_first))
    return tuple(choices)


def _choice(
    work: Work, ref: EpisodeRef, to_org: str, service_id: str, name: str, needs: tuple[str, ...]
) -> PartnerChoice:
    purpose = purpose_for(work, ref, to_org)
    gate = referral_gate(work, ref, to_org, purpose, needs)
    return PartnerChoice(to_org, service_id, name, gate)
