"""Whether a listing is fresh enough to send someone there without calling first."""

from datetime import date

from desktop.directory.listing import Listing

LIMIT_DAYS = 90
"""Default age of a check, in days, up to which a listing counts as fresh; a site setting."""


def call_first(listing: Listing, today: date, limit_days: int = LIMIT_DAYS) -> bool:
    """True when the person should call before going.

    So it is when nobody ever checked the listing, when the check is more than ``limit_days`` old
    or lies in the future (a wrong clock or a wrong entry), or when the listing carries an alert.
    """
    if listing.assured_on is None or listing.alert:
        return True
    age_days = (today - listing.assured_on).days
    return not 0 <= age_days <= limit_days
