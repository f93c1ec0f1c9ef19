"""What staff fill in by themselves, a form or a part of one: never put before the person."""

from desktop.forms.instances import Instance
from desktop.forms.questionnaire import Questionnaire
from desktop.services.library import OWN_URL
from desktop.services.work import Work

STAFF_ROLE = "staff"
"""Value of our ``role`` extension on a group or question that staff fill in."""
_SAID_IN_WORDS = {f"{OWN_URL}bedside-core": frozenset({"how-you-are.chart"})}
"""Groups of our own forms that say "staff fill this in" in their words alone."""


def is_staff_form(work: Work, form: Questionnaire) -> bool:
    """Whether a form says that it is for what staff judge or note (``OfferRule.for_whom``)."""
    library = work.library
    loaded = (library.loaded_face(one) for one in work.session.forms.forms() if one.ref == form.ref)
    faces = [face for _, face in library.further() if face.ref == form.ref]
    faces += [face for face in loaded if face is not None]
    return any(face.rule.for_whom == STAFF_ROLE for face in faces)


def is_for_staff(form: Questionnaire, instance: Instance) -> bool:
    """Whether an item, or a group that it stands in, is for staff alone."""
    named = _SAID_IN_WORDS.get(form.url, frozenset())
    above: Instance | None = instance
    while above is not None:
        if above.item.role == STAFF_ROLE or above.item.link_id in named:
            return True
        above = above.parent
    return False
