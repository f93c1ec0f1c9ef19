"""The facts of each known instrument as headed lines, and what is suggested for which age."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop.forms.known.instrument import KnownInstrument
from desktop.forms.known.registry import AgeRoute, Registry
from desktop.messages import sentence
from desktop.services.known_words import (
    ages_words,
    cut_off_words,
    minutes_words,
    rights_words,
    total_words,
    window_words,
)


class GuideLine(NamedTuple):
    """``sources`` are addresses, one on each line; empty where the words need none."""

    heading: str
    words: str
    sources: str = ""


def route_lines(registry: Registry, language: str) -> tuple[GuideLine, ...]:
    """What is suggested for each age, youngest first; then for everybody, and after a month."""
    found = []
    for one in registry.routes:
        words = one.words.in_language(language)
        found.append(GuideLine(_age_words(one, language), words, _behind(registry, one)))
    waiting = [one for one in registry.instruments if one.looks_back and one.looks_back.after_event]
    names = ", ".join(one.name for one in waiting)
    words = sentence("known-guide.month-words", language, names=names)
    sources = _listed(one.looks_back.source for one in waiting if one.looks_back)
    found.append(GuideLine(sentence("known-guide.month", language), words, sources))
    return tuple(found)


def fact_lines(one: KnownInstrument, language: str) -> tuple[GuideLine, ...]:
    """Each fact that is known, in the order in which staff ask."""
    return tuple(
        GuideLine(sentence(f"known-guide.{name}", language), words, sources)
        for name, words, sources in _facts(one, language)
        if words
    )


def _facts(one: KnownInstrument, language: str) -> Iterator[tuple[str, str, str]]:
    about, who = one.about.in_language(language), one.who.in_language(language)
    unknown = sentence("known-guide.unknown", language)
    confirm = "known-guide.confirm" if one.rights.must_confirm else "known-guide.free"
    rights = f"{rights_words(one, language)} {sentence(confirm, language)}"
    borders = "\n".join(cut_off_words(each, language) for each in one.cut_offs)
    doubts = (sentence(f"known.unconfirmed.{each}", language) for each in sorted(one.unconfirmed))
    back = one.looks_back
    yield "who", f"{about}. {who}", ""
    yield "ages", ages_words(one, language) or unknown, one.ages.source if one.ages else ""
    yield "window", window_words(one, language), back.source if back else ""
    yield "minutes", minutes_words(one, language), ""
    yield "rights", rights, one.rights.source
    yield "total", total_words(one, language), ""
    yield "cut-offs", borders, _listed(each.source for each in one.cut_offs)
    yield "not-done", one.not_done.in_language(language), ""
    yield "notes", "\n".join(note.in_language(language) for note in one.notes), ""
    yield "unconfirmed", ", ".join(doubts), ""
    yield "sources", "\n".join(one.sources), ""


def _age_words(route: AgeRoute, language: str) -> str:
    low, high = route.from_age, route.to_age
    if low is None and high is None:
        return sentence("known-guide.everybody", language)
    if low is None:
        return sentence("known-guide.below", language, high=(high or 0) + 1)
    if high is None:
        return sentence("known.ages-from", language, low=low)
    return sentence("known.ages", language, low=low, high=high)


def _behind(registry: Registry, route: AgeRoute) -> str:
    named = [one for one in map(registry.of, route.keys) if one is not None]
    return _listed(one.ages.source if one.ages else one.sources[0] for one in named)


def _listed(sources: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(sources))
