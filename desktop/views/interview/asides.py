"""What stands beside a question: help, a prompt, its unit, the ends of a scale, legal words."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.forms.instances import Instance
from desktop.forms.questionnaire import ItemType
from desktop.forms.session import FormSession, ItemKey
from desktop.forms.wording import LocalText, Styling


class AsideKind(StrEnum):
    """itemControl or displayCategory codes of a display item that belongs to the question above.

    Source: http://hl7.org/fhir/R4/valueset-questionnaire-item-control.html.
    """

    HELP = "help"
    FLYOVER = "flyover"
    PROMPT = "prompt"
    UNIT = "unit"
    LOWER = "lower"
    UPPER = "upper"
    LEGAL = "legal"
    INSTRUCTIONS = "instructions"
    SECURITY = "security"
    CONTEXT = "context"
    """A line that the form looked up for the answer (SDC contextExpression): for staff."""


@dataclass(frozen=True, slots=True)
class Aside:
    """One text beside a question."""

    kind: AsideKind
    text: LocalText
    styling: Styling = Styling()


def kind_of_aside(instance: Instance) -> AsideKind | None:
    """What a display item below a question or another display item is beside it; None for none."""
    above = instance.parent
    if instance.item.type is not ItemType.DISPLAY or above is None:
        return None
    if above.item.type is ItemType.GROUP:
        return None
    known = set(AsideKind) - {AsideKind.CONTEXT}
    found = (code for code in instance.item.presentation.controls if code in known)
    code = next(found, None)
    if code is None and instance.item.presentation.category in known:
        code = instance.item.presentation.category
    return None if code is None else AsideKind(code)


def asides_of(session: FormSession, key: ItemKey) -> tuple[Aside, ...]:
    """What was looked up for a question, and the visible texts beside it in the form's order."""
    instance = session.tree.by_key[key]
    lines = session.state(key).context if instance.item.logic.contexts else ()
    found = [Aside(AsideKind.CONTEXT, line) for line in lines]
    for child in instance.children:
        kind = kind_of_aside(child)
        if kind is None:
            continue
        state = session.state(child.key)
        if state.visible:
            is_own = state.text == child.item.text
            styling = child.item.presentation.text_styling if is_own else Styling()
            found.append(Aside(kind, state.text, styling))
    return tuple(found)
