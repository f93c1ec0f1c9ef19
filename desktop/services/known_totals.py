"""The total of a known instrument that the app works out beside a form without a formula."""

from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from desktop.forms.added_alerts import AddedAlerts, with_alerts
from desktop.forms.form_parts import ScoreBand
from desktop.forms.known.adding_up import edges_of, with_total
from desktop.forms.known.instrument import ForWhom, KnownInstrument
from desktop.forms.questionnaire import InstrumentRef, LocalText, Questionnaire
from desktop.messages import LANGUAGES, sentence
from desktop.services.form_conditions import form_conditions
from desktop.services.known_words import cut_off_words
from desktop.services.work import Work

_BASE, *_OTHERS = LANGUAGES


def added_total(
    work: Work, form: InstrumentRef, begun: datetime | None = None
) -> KnownInstrument | None:
    """The instrument whose total is worked out in a work from ``begun`` on; None for none.

    A work that was begun before it was decided keeps to what it was begun with. Without
    ``begun``: in a work that begins now.
    """
    if work.library.own_name(form.url) is not None:
        return None
    decided = form_conditions(work, form.content_hash)
    if decided is None or not decided.adds_up or decided.since is None:
        return None
    is_later = begun is not None and begun < decided.since
    return None if is_later else work.library.known().of(decided.known)


def form_in_work(
    work: Work, form: InstrumentRef, begun: datetime, added: AddedAlerts
) -> Questionnaire:
    """The form of a work from ``begun`` on, with the alerts that the site adds and the total."""
    instrument = added_total(work, form, begun)
    if instrument is None:
        return work.library.with_alerts(form, added)
    return _made(work.library.by_ref(form), instrument, added)


def form_with_total(form: Questionnaire, instrument: KnownInstrument) -> Questionnaire:
    """The form with the total; as it is where nothing can be added up."""
    label = _in_each("known.total-name", name=instrument.name)
    return with_total(form, instrument, label, bands_of(instrument))


@lru_cache(maxsize=16)
def _made(form: Questionnaire, instrument: KnownInstrument, added: AddedAlerts) -> Questionnaire:
    """The same object each time: what is known of a form hangs on it."""
    return with_alerts(form_with_total(form, instrument), added)


def bands_of(instrument: KnownInstrument) -> tuple[ScoreBand, ...]:
    """What a total means: the bands of the instrument, else which of its cut-offs it reaches."""
    if instrument.bands or not instrument.total_cut_offs:
        return instrument.bands
    return tuple(
        ScoreBand(_reaching(instrument, low), low, high) for low, high in edges_of(instrument)
    )


def _reaching(instrument: KnownInstrument, total: Decimal) -> LocalText:
    """Cut-offs that differ for men and women are both told: nobody's sex is guessed here."""
    reached = instrument.reached(total)
    if not reached:
        return _in_each("known.below-all")
    if any(one.for_whom is not ForWhom.EVERYBODY for one in reached):
        reached = instrument.total_cut_offs
    words = {one: ". ".join(cut_off_words(each, one) for each in reached) for one in LANGUAGES}
    return LocalText(words[_BASE], {one: words[one] for one in _OTHERS})


def _in_each(message_id: str, **params: str) -> LocalText:
    words = {one: sentence(message_id, one, **params) for one in LANGUAGES}
    return LocalText(words[_BASE], {one: words[one] for one in _OTHERS})
