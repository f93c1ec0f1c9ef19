"""How long a visit away from the hospital takes, and how long after it nobody worries yet.

Both numbers are ours: home-visit practice asks for an expected time and for an alert, and gives no
figure for either (``records.outing`` names the sources). A site sets its own.
"""

from dataclasses import dataclass
from datetime import timedelta

from desktop.services.site_settings import site_number
from desktop.services.work import Work

OUTING_SETTING = "outing-minutes"
OUTING_MINUTES = 90
"""From the start of a visit until they are expected back, the ways included."""
OUTING_BOUNDS_MIN = (15, 12 * 60)

GRACE_SETTING = "outing-grace-minutes"
GRACE_MINUTES = 15
"""After the expected time, before anybody is told."""
GRACE_BOUNDS_MIN = (1, 120)


@dataclass(frozen=True, slots=True)
class OutingRules:
    """What holds at this site: ``lasts`` is what a plan starts from."""

    lasts: timedelta
    grace: timedelta


def outing_rules(work: Work) -> OutingRules:
    """The site's numbers, else ours."""
    lasts = site_number(work, OUTING_SETTING, OUTING_MINUTES, OUTING_BOUNDS_MIN)
    grace = site_number(work, GRACE_SETTING, GRACE_MINUTES, GRACE_BOUNDS_MIN)
    return OutingRules(timedelta(minutes=lasts), timedelta(minutes=grace))
