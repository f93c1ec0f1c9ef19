"""What is proposed for a form that is one of the known instruments; whoever loads it decides."""

from dataclasses import dataclass

from desktop.forms.form_face import offer_rule
from desktop.forms.known.counting import Fit, Misfit, fit_of
from desktop.forms.known.instrument import KnownInstrument
from desktop.forms.known.own_total import own_total_misfits
from desktop.forms.questionnaire import Questionnaire
from desktop.records.form_conditions import FormConditions


@dataclass(frozen=True, slots=True)
class Proposal:
    """``conditions`` as proposed, with the source of each: an address, or "" for the form itself.

    ``misfits`` say in what the form and the instrument differ.
    """

    instrument: KnownInstrument
    conditions: FormConditions
    ages_source: str | None
    day_source: str | None
    fit: Fit
    misfits: tuple[Misfit, ...]


def propose(form: Questionnaire, instrument: KnownInstrument) -> Proposal:
    """What the form itself says of ages and days wins; what it leaves open the registry fills in.

    Only a time to look back on that must lie after the event keeps a form from the first days:
    reactions over a month cannot be known on day one, drinking over a year can.
    """
    rule, fit = offer_rule(form.source), fit_of(form, instrument)
    says_ages = rule.from_age is not None or rule.to_age is not None
    gate, back = instrument.ages, instrument.looks_back
    from_age, to_age, ages_source = rule.from_age, rule.to_age, "" if says_ages else None
    if not says_ages and gate is not None:
        from_age, to_age, ages_source = gate.from_age, gate.to_age, gate.source
    first_day = rule.first_day or None
    day_source = "" if first_day is not None else None
    if first_day is None and back is not None and back.after_event:
        first_day, day_source = back.days, back.source
    conditions = FormConditions(instrument.key, from_age, to_age, first_day, fit.adds_up)
    misfits = (*fit.misfits, *own_total_misfits(form, fit, instrument))
    return Proposal(instrument, conditions, ages_source, day_source, fit, misfits)
