"""The people of a safety plan on the wallet card: a short name, and what reaches them."""

import re
from collections.abc import Iterator

from desktop.forms.answers import answer_values
from desktop.forms.instances import Instance
from desktop.forms.session import FormSession
from desktop.packets.packet import PhoneLine
from desktop.packets.paper_words import one_line, unbroken

LONGEST_CARD_NAME = 26
"""Letters of a name that fit on a wallet card at 10 points."""
LONGEST_CARD_REACH = 20
"""Letters of a number, or of the words instead of one, that fit beside the name."""

_WHO, _HOW = "who", "how-to-reach"
_NUMBER = re.compile(r"[+(]?\d[\d().\- ]{1,16}\d")
_PHRASE_END = re.compile(r"(?<=\w{3})[.,;:(]")
"""Not after fewer letters: "Dr." is no name."""


def plan_people(plan: FormSession) -> tuple[PhoneLine, ...]:
    """Everybody whom the plan names, in its order, by the marks of its questions."""
    return tuple(
        card_line(who, _words(plan, lines.get(_HOW)))
        for group in plan.tree.by_key.values()
        if (lines := dict(_marked(group))) and (who := _words(plan, lines.get(_WHO)))
    )


def card_line(who: str, how_to_reach: str) -> PhoneLine:
    """One line of the card in the person's own words, no longer than there is room for."""
    return PhoneLine(_short_name(one_line(who)), _short_reach(one_line(how_to_reach)))


def _short_name(name: str) -> str:
    if len(name) <= LONGEST_CARD_NAME:
        return name
    phrase = _PHRASE_END.split(name, maxsplit=1)[0].strip()
    if len(phrase) <= LONGEST_CARD_NAME:
        return phrase
    room = LONGEST_CARD_NAME - 1
    whole_words = name[: room + 1].rpartition(" ")[0].rstrip(" ,;:")
    return f"{whole_words or name[:room]}…"


def _short_reach(how: str) -> str:
    found = _NUMBER.search(how)
    if found is not None:
        return unbroken(found[0].strip())
    return unbroken(how) if len(how) <= LONGEST_CARD_REACH else ""


def _marked(group: Instance) -> Iterator[tuple[str, Instance]]:
    for child in group.children:
        if child.item.marks.specificity is not None:
            yield child.item.marks.specificity, child


def _words(plan: FormSession, question: Instance | None) -> str:
    if question is None:
        return ""
    values = answer_values(plan.state(question.key).answer)
    return next((one_line(value) for value in values if isinstance(value, str)), "")
