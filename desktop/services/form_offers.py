"""Which forms can be begun for one case today, which later, and until when they are due.

The rules stand in the forms themselves (``desktop/forms/form_face.py``). An age that nobody noted
keeps no form away.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.forms.form_face import NO_RULE, FormFace, OfferRule
from desktop.forms.questionnaire import InstrumentRef
from desktop.forms.wording import LocalText
from desktop.records.episode import Episode
from desktop.services.age import age_in
from desktop.services.form_conditions import conditions_in, with_conditions
from desktop.services.library import current_forms
from desktop.services.local_day import local_day
from desktop.services.ports import LoadedForm, family_of
from desktop.services.site_settings import form_due_days
from desktop.services.work import Work

FAMILY = "family"
"""``OfferRule.for_whom`` of a form in which a member of the family speaks of themselves."""


@dataclass(frozen=True, slots=True)
class FormOffer:
    """A form that fits a case. ``own`` names one of our own forms, "" is one of the site.

    ``not_before`` is a day to come on which it can be begun, ``due`` the day by which it should
    be done, ``is_again`` says that it was done once: then only a follow-up is due again.
    """

    ref: InstrumentRef
    title: LocalText
    rule: OfferRule
    own: str = ""
    not_before: date | None = None
    due: date | None = None
    is_again: bool = False

    @property
    def version(self) -> str:
        """As the form gives it."""
        return self.ref.version

    @property
    def content_hash(self) -> str:
        """SHA-256 (hex) of its file."""
        return self.ref.content_hash

    @property
    def family(self) -> str:
        """What it shares with its other versions."""
        return family_of(self.ref)


def current_offers(work: Work) -> tuple[FormOffer, ...]:
    """Every form that can be begun for somebody: ours in their order, then the site's by title."""
    own = [FormOffer(face.ref, face.title, face.rule, name) for name, face in _further(work)]
    forms = loaded_forms(work)
    settings = work.session.site.settings() if forms else {}
    return (*own, *(_loaded(work, form, settings) for form in forms))


def loaded_forms(work: Work) -> tuple[LoadedForm, ...]:
    """The current version of each form that the site loaded, by title, less those of our own."""
    found = [
        form
        for form in current_forms(work.session.forms)
        if work.library.own_name(form.url) is None
    ]
    return tuple(sorted(found, key=lambda form: form.title.base.casefold()))


def offers_for(work: Work, episode: Episode) -> tuple[FormOffer, ...]:
    """Those that fit the person's age and the days since they arrived, or will fit."""
    return tuple(_dated(work, episode, current_offers(work)))


def _dated(work: Work, episode: Episode, offers: Iterable[FormOffer]) -> Iterable[FormOffer]:
    today, arrived = local_day(work), episode.arrived_at.astimezone().date()
    age = age_in(work, episode)
    settings = work.session.site.settings()
    for one in offers:
        rule = one.rule
        if not rule.fits_age(age) or rule.is_over((today - arrived).days):
            continue
        first = arrived + timedelta(days=rule.first_day)
        days = form_due_days(settings, one.own, rule.due_days) if one.own else rule.due_days
        due = None if days is None else arrived + timedelta(days=days)
        not_before = first if first > today else None
        yield FormOffer(one.ref, one.title, rule, one.own, not_before, due)


def _further(work: Work) -> list[tuple[str, FormFace]]:
    return sorted(work.library.further(), key=lambda found: found[1].rule.order)


def _loaded(work: Work, form: LoadedForm, settings: Mapping[str, str]) -> FormOffer:
    face = work.library.loaded_face(form)
    decided = conditions_in(settings, form.content_hash)
    rule = NO_RULE if face is None else face.rule
    return FormOffer(form.ref, form.title, with_conditions(rule, decided))


def next_follow_up(plan: Iterable[tuple[int, int]], arrived: date, last_done: date) -> date | None:
    """The day of the next follow-up after one was done; None when the plan is over.

    ``plan``: days between two, and until how many days after arrival.
    """
    since = (last_done - arrived).days
    every = next((days for days, until in plan if since < until), None)
    return None if every is None else last_done + timedelta(days=every)
