"""Who can be asked for help with some needs: the community partners, and places that serve them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.directory.freshness import LIMIT_DAYS
from desktop.directory.matching import match
from desktop.records.consent import Purpose
from desktop.services.age import age_of
from desktop.services.episode_records import episode_of
from desktop.services.local_day import local_day
from desktop.services.ports import EpisodeRef
from desktop.services.referral_gate import purpose_for
from desktop.services.site_settings import site_number
from desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class PartnerChoice:
    """An organisation, or one service of it (``service_id`` of HSDS 3.0) that answers ``needs``.

    ``name`` is what it is called in the language asked for; ``phone`` is "" where none is known.
    """

    to_org: str
    service_id: str
    name: str
    purpose: Purpose
    needs: tuple[str, ...]
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
    choices = [
        PartnerChoice(one.name, "", one.name, purpose_for(work, ref, one.name), tuple(needs))
        for one in work.library.partners()
    ]
    limit = site_number(work, "listing-limit-days", LIMIT_DAYS)
    spoken = episode_of(work, ref).value.language
    listings = work.library.directory().listings
    found = match(listings, needs, spoken, age_of(work, ref), local_day(work), limit)
    for one in found:
        listing = one.listing
        phone = listing.phones[0].number if listing.phones else ""
        choices.append(
            PartnerChoice(
                listing.organization,
                listing.service_id,
                listing.name_in(language),
                purpose_for(work, ref, listing.organization),
                one.needs,
                phone,
                one.call_first,
            )
        )
    return tuple(choices)
