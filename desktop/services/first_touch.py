"""Which form the first touch is made with: the bedside core, or for a minor the talk for their age.

From 8 years the young person's own form, below that the caregiver's: no question about suicide is
asked of a child below 8 (NIMH ASQ toolkit), and what the two say stays apart (Pediatrics 152(4)
e2022060189). The ages are those of the forms themselves, and a date of birth goes before the age
that was noted at arrival. An age that nobody knows, and a case whose core was begun, keep the core.
"""

from desktop.records.episode import Episode
from desktop.services.age import age_in
from desktop.services.work import Work

CORE = ""
"""The bedside core, which is the assessment of a case itself; else the name of a further form."""
TALKS = ("youth-talk", "caregiver-talk")
"""In the order in which they are looked at."""
SETTING, ALWAYS_CORE = "first-touch-under-18", "core"
"""A site that begins with the core at any age sets this."""


def first_touch(work: Work, episode: Episode) -> str:
    """``CORE``, or which of the ``TALKS`` fits the age."""
    age = age_in(work, episode)
    if age is None or work.session.site.settings().get(SETTING) == ALWAYS_CORE:
        return CORE
    rules = {own: face.rule for own, face in work.library.further()}
    return next((own for own in TALKS if rules[own].fits_age(age)), CORE)
