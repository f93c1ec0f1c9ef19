"""Words about known instruments outside of widgets: ages, minutes, rights, cut-offs, misfits."""

from collections.abc import Iterable

from desktop.forms.known.counting import Misfit
from desktop.forms.known.instrument import CutOff, ForWhom, KnownInstrument
from desktop.messages import sentence


def misfit_lines(misfits: Iterable[Misfit], language: str) -> tuple[str, ...]:
    """In what a form and the instrument differ."""
    return tuple(sentence(one.message_id, language, **one.params) for one in misfits)


def ages_words(one: KnownInstrument, language: str) -> str:
    """ "18 years or older", "6 to 17 years"; empty where no age is confirmed."""
    if one.ages is None:
        return ""
    low, high = one.ages.from_age, one.ages.to_age
    if low is None:
        return sentence("known.ages-to", language, high=high or 0)
    if high is None:
        return sentence("known.ages-from", language, low=low)
    return sentence("known.ages", language, low=low, high=high)


def minutes_words(one: KnownInstrument, language: str) -> str:
    """ "5 to 10 minutes", "less than 3 minutes"; empty where nobody says."""
    if one.minutes is None:
        return ""
    least, most = one.minutes
    if not least:
        return sentence("known.minutes-below", language, most=most)
    if least == most:
        return sentence("known.minutes-about", language, most=most)
    return sentence("known.minutes", language, least=least, most=most)


def window_words(one: KnownInstrument, language: str) -> str:
    """How far back it asks, and whether that keeps it from the first days."""
    back = one.looks_back
    if back is None:
        return ""
    name = "known.window-after" if back.after_event else "known.window"
    return sentence(name, language, days=back.days)


def total_words(one: KnownInstrument, language: str) -> str:
    """ "0 to 27, out of 9 questions"; empty where there is no total."""
    if one.total is None:
        return ""
    low, high = (format(each, "f") for each in one.total)
    return sentence("known.total", language, low=low, high=high, items=one.items or 0)


def rights_words(one: KnownInstrument, language: str) -> str:
    """Who has the rights, and what is known of their terms."""
    terms = one.rights.terms.in_language(language)
    return f"{one.rights.holder}. {terms}" if one.rights.holder else terms


def cut_off_words(cut_off: CutOff, language: str) -> str:
    """ "10 or more: the usual border", "men, 4 or more: risky drinking"."""
    number = format(cut_off.least, "f")
    meaning = cut_off.meaning.in_language(language)
    if cut_off.of:
        part = cut_off.of.in_language(language)
        return sentence("known.cut-off-of", language, part=part, number=number, meaning=meaning)
    if cut_off.for_whom is not ForWhom.EVERYBODY:
        whom = sentence(f"known.for.{cut_off.for_whom}", language)
        return sentence("known.cut-off-for", language, whom=whom, number=number, meaning=meaning)
    return sentence("known.cut-off", language, number=number, meaning=meaning)


def border_words(one: KnownInstrument, language: str) -> str:
    """All its cut-offs as sentences; empty where it has none."""
    words = (cut_off_words(each, language) for each in one.cut_offs)
    return " ".join(f"{each[:1].upper()}{each[1:]}." for each in words)
