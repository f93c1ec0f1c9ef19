"""Whether a line of a plan holds something concrete: who, how to reach, when, they know."""

import re

from desktop.forms.answers import Answer, Answered, answer_values
from desktop.forms.findings import answer_code
from desktop.forms.instances import Instance
from desktop.forms.session import FormSession
from desktop.views.editors.language_mode import LanguageMode, one_text
from desktop.views.widgets.meter import MeterPart

GENERAL = frozenset(
    re.findall(
        r"\w+",
        """
    a all any anybody anyone brothers cousins crew everybody everyone fam family folks friend
    friends guys homies i kin my neighbors no nobody none of one or our parents people relatives
    sisters some somebody someone the them they trust whoever algún alguien amigas amigo amigos
    amistades confío cualquiera de del ellos en familia familiares gente hermanas hermanos la
    las los mi mis nadie o padres parientes personas primos que quien todos un una vecinos y
        """,
    )
)
"""Words that name nobody by themselves: "family" does not pick up the phone."""
WHO, HOW, WHEN, KNOWS = "who", "how-to-reach", "when", "they-know"
_LEAST_DIGITS = 3
"""911 and 988 are numbers that reach somebody."""


def lines_of(group: Instance) -> dict[str, Instance]:
    """The questions of a group by the part of the meter that each fills."""
    return {
        child.item.marks.specificity: child
        for child in group.children
        if child.item.marks.specificity is not None
    }


def meter_parts(session: FormSession, group: Instance, mode: LanguageMode) -> tuple[MeterPart, ...]:
    """The named parts of a group's meter in the form's order; none for any other group."""
    return tuple(
        MeterPart(one_text(child.item.label, mode), is_concrete(part, session.answer_of(child.key)))
        for part, child in lines_of(group).items()
    )


def next_detail(session: FormSession, group: Instance) -> str | None:
    """The first part that is still empty once something was said; None when nothing is wanted."""
    answers = {part: session.answer_of(child.key) for part, child in lines_of(group).items()}
    if not any(isinstance(answer, Answered) for answer in answers.values()):
        return None
    parts = {part: is_concrete(part, answer) for part, answer in answers.items()}
    return next((part for part, is_filled in parts.items() if not is_filled), None)


def is_concrete(part: str, answer: Answer) -> bool:
    """Whether an answer fills its part: a name, a number to call, a yes, or words for the rest.

    A hint only: nothing is refused. "My family" does not fill it, "my sister" does.
    """
    if not isinstance(answer, Answered):
        return False
    text = " ".join(answer_code(value) for value in answer_values(answer))
    if part == WHO:
        return any(word not in GENERAL for word in re.findall(r"[^\W_]+", text.casefold()))
    if part == HOW:
        return len(re.findall(r"\d", text)) >= _LEAST_DIGITS or "@" in text
    return text == "yes" if part == KNOWS else bool(text.strip())


def group_is_concrete(session: FormSession, group: Instance) -> bool:
    """Whether every part of a group's meter is filled."""
    lines = lines_of(group)
    return bool(lines) and all(
        is_concrete(part, session.answer_of(child.key)) for part, child in lines.items()
    )
