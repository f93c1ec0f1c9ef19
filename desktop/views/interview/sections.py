"""The pages of a form: its top-level groups, and loose questions between them as one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from desktop.forms.instances import Instance
from desktop.forms.questionnaire import Item, ItemType, LocalText, Questionnaire, Sensitivity
from desktop.forms.session import FormSession, ItemKey


@dataclass(frozen=True, slots=True)
class Section:
    """One page. ``roots`` are the linkIds of its top-level items; ``name`` is the first."""

    name: str
    title: LocalText
    roots: tuple[str, ...]
    role: str | None = None


def sections_of(form: Questionnaire) -> tuple[Section, ...]:
    """The pages in the form's order, hidden ones too."""
    found: list[Section] = []
    loose: list[str] = []

    def close_loose() -> None:
        if loose:
            found.append(Section(loose[0], form.title, tuple(loose)))
            loose.clear()

    for item in form.items:
        if item.type is ItemType.GROUP:
            close_loose()
            found.append(Section(item.link_id, item.text, (item.link_id,), item.role))
        else:
            loose.append(item.link_id)
    close_loose()
    return tuple(found)


def visible_keys(session: FormSession, section: Section) -> tuple[ItemKey, ...]:
    """Everything visible on the page but the section itself, in reading order."""
    return tuple(
        key
        for root in section.roots
        for key in session.visible_keys(root)
        if not _is_page(session.tree.by_key[key])
    )


def shows_anything(session: FormSession, section: Section) -> bool:
    """Whether the page has anything visible but its own heading."""
    return any(session.has_visible_below(root) for root in section.roots)


def wanting_keys(session: FormSession, section: Section) -> tuple[ItemKey, ...]:
    """What is missing or wrong on the page, in reading order."""
    return tuple(chain.from_iterable(map(session.wanting, section.roots)))


def question_keys(session: FormSession, section: Section) -> tuple[ItemKey, ...]:
    """The visible questions that a person answers, in reading order."""
    return tuple(
        key
        for root in section.roots
        for key in session.keys_in(root)
        if not session.tree.by_key[key].item.read_only
    )


def _is_page(instance: Instance) -> bool:
    return instance.parent is None and instance.item.type is ItemType.GROUP


def warns(items: Sequence[Item]) -> bool:
    """Whether anything here asks to have visitors step out first."""
    return any(item.sensitivity is Sensitivity.WARN or warns(item.children) for item in items)
