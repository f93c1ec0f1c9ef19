"""From needs to listings: which services fit a person, the most useful first."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from desktop.directory.freshness import LIMIT_DAYS, call_first
from desktop.directory.listing import Listing, ServiceStatus

HOTLINE_NUMBERS = ("988", "211")
"""Short numbers that are open day and night: 988 Suicide and Crisis Lifeline (47 CFR 52.200) and
211 community information (FCC 00-256). They stand on every packet."""


@dataclass(frozen=True, slots=True)
class Match:
    """A listing that answers at least one need. ``needs`` are the category codes it answers."""

    listing: Listing
    needs: tuple[str, ...]
    call_first: bool


def match(
    listings: Iterable[Listing],
    needs: Collection[str],
    language: str,
    age: int | None,
    today: date,
    limit_days: int = LIMIT_DAYS,
) -> tuple[Match, ...]:
    """Services that run, answer a need and take people of this age (years; None = not known).

    Order: those that speak ``language`` first, then fresh before "call first", then those that
    answer more needs, then by name. Hotlines are left out: they stand on every packet anyway.
    """
    found = [
        Match(listing, answered, call_first(listing, today, limit_days))
        for listing in listings
        if listing.status is ServiceStatus.ACTIVE
        and (answered := tuple(sorted(listing.categories & set(needs))))
        and _fits_age(listing, age)
        and not is_hotline(listing)
    ]
    return tuple(sorted(found, key=lambda one: _rank(one, language)))


def hotlines(listings: Iterable[Listing]) -> tuple[Listing, ...]:
    """The active crisis and information lines, 988 before 211, one listing for each number."""
    by_number: dict[str, Listing] = {}
    for listing in listings:
        if listing.status is ServiceStatus.ACTIVE:
            for phone in listing.phones:
                by_number.setdefault(phone.number.strip(), listing)
    return tuple(by_number[number] for number in HOTLINE_NUMBERS if number in by_number)


def is_hotline(listing: Listing) -> bool:
    """True for a listing with one of the short numbers that stand on every packet."""
    return any(phone.number.strip() in HOTLINE_NUMBERS for phone in listing.phones)


def _rank(one: Match, language: str) -> tuple[bool, bool, int, str, str]:
    listing = one.listing
    return (
        language not in listing.languages,
        one.call_first,
        -len(one.needs),
        listing.name.casefold(),
        listing.service_id,
    )


def _fits_age(listing: Listing, age: int | None) -> bool:
    if age is None:
        return True
    old_enough = listing.minimum_age is None or age >= listing.minimum_age
    young_enough = listing.maximum_age is None or age <= listing.maximum_age
    return old_enough and young_enough
