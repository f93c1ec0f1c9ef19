"""Alerts that the site may want for the known instruments that it loaded; none stands by itself.

A cut-off says for whom a result was looked into, not what a hospital does then: that, and who is
called, is the site's own text (``records/site_alert.py``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.errors import KnownError
from desktop.forms.findings import answer_code
from desktop.forms.known.adding_up import TOTAL
from desktop.forms.known.counting import fit_of, points_of
from desktop.forms.known.instrument import CutOff, ForWhom, KnownInstrument
from desktop.forms.known.own_total import total_of
from desktop.forms.known.recognising import codes_of
from desktop.forms.questionnaire import Item, LocalText, Questionnaire
from desktop.messages import LANGUAGES, sentence
from desktop.records.roles import Permission
from desktop.records.site_alert import AlertAbout, AlertCondition, SiteAlert
from desktop.services.form_conditions import form_conditions
from desktop.services.library import current_forms
from desktop.services.ports import LoadedForm
from desktop.services.site_alert_checks import alert_trouble
from desktop.services.site_alerts import site_alerts
from desktop.services.work import Work

_BASE, *_OTHERS = LANGUAGES


@dataclass(frozen=True, slots=True)
class AlertProposal:
    """An alert that is offered: ``alert`` has no id, no text and nobody to call yet. ``meaning``
    and ``source`` are those of the cut-off."""

    alert: SiteAlert
    form_title: LocalText
    meaning: LocalText
    source: str


def propose_site_alerts(work: Work) -> tuple[AlertProposal, ...]:
    """What is offered for the current forms of known instruments, less what stands already."""
    work.need(Permission.SET_SITE)
    standing = {
        (one.condition.url, one.condition.link_id) for one in site_alerts(work) if one.stands
    }
    return tuple(
        proposal
        for form in current_forms(work.session.forms)
        for proposal in _of_form(work, form)
        if (proposal.alert.condition.url, proposal.alert.condition.link_id) not in standing
        and alert_trouble(work, proposal.alert.condition) is None
    )


def _of_form(work: Work, loaded: LoadedForm) -> Iterator[AlertProposal]:
    decided = form_conditions(work, loaded.content_hash)
    instrument = work.library.known().of(decided.known) if decided is not None else None
    if decided is None or instrument is None:
        return
    try:
        form = work.library.by_ref(loaded.ref)
    except KnownError:
        return  # its file is damaged: the desk of forms says so
    total = TOTAL if decided.adds_up else _own_total(form, instrument)
    for cut_off in instrument.total_cut_offs if total else ():
        about = AlertAbout.SUICIDE if instrument.about_suicide else AlertAbout.OTHER
        condition = AlertCondition(loaded.family, total, least=cut_off.least)
        title = _cut_off_title(instrument, cut_off)
        alert = _alert(work, condition, about, title)
        yield AlertProposal(alert, loaded.title, cut_off.meaning, cut_off.source)
    yield from _self_harm(work, loaded, form, instrument)


def _self_harm(
    work: Work, loaded: LoadedForm, form: Questionnaire, instrument: KnownInstrument
) -> Iterator[AlertProposal]:
    """Any answer above nought to the question on self-harm is one for the suicide pathway."""
    harm = instrument.self_harm
    item = _self_harm_item(form, instrument)
    if harm is None or item is None:
        return
    codes = tuple(
        answer_code(option.value)
        for option in item.options
        if (points_of(item, option.value, instrument.scoring) or 0) >= harm.least
    )
    if not codes:
        return
    title = _in_each("propose-alert.self-harm", name=instrument.name)
    condition = AlertCondition(loaded.family, item.link_id, codes)
    alert = _alert(work, condition, AlertAbout.SUICIDE, title)
    yield AlertProposal(alert, loaded.title, harm.meaning, harm.source)


def _self_harm_item(form: Questionnaire, instrument: KnownInstrument) -> Item | None:
    """By its code, else by its place among the questions that count."""
    harm = instrument.self_harm
    if harm is None:
        return None
    coded = (one for one in form.by_link_id.values() if harm.loinc in codes_of(one))
    found = next((one for one in coded if one.options), None)
    counted = fit_of(form, instrument).counted
    return found or (counted[harm.place - 1] if len(counted) >= harm.place else None)


def _own_total(form: Questionnaire, instrument: KnownInstrument) -> str:
    found = total_of(fit_of(form, instrument).own_totals, instrument)
    return found.link_id if found is not None else ""


def _cut_off_title(instrument: KnownInstrument, cut_off: CutOff) -> LocalText:
    number = format(cut_off.least, "f")
    if cut_off.for_whom is ForWhom.EVERYBODY:
        return _in_each("propose-alert.title", name=instrument.name, number=number)
    return _in_each(f"propose-alert.title-{cut_off.for_whom}", name=instrument.name, number=number)


def _alert(work: Work, condition: AlertCondition, about: AlertAbout, title: LocalText) -> SiteAlert:
    return SiteAlert(
        "",
        condition,
        about,
        waits=about.must_wait,
        title=title,
        what_to_do=LocalText(),
        call="",
        since=work.clock.now(),
    )


def _in_each(message_id: str, **params: str) -> LocalText:
    words = {one: sentence(message_id, one, **params) for one in LANGUAGES}
    return LocalText(words[_BASE], {one: words[one] for one in _OTHERS})
