"""The pages of a form: its top-level groups, tabs and pages, and loose questions between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from desktop.forms.instances import Instance
from desktop.forms.questionnaire import Item, ItemType, LocalText, Questionnaire, Sensitivity
from desktop.forms.session import FormSession, ItemKey
from desktop.messages import sentence
from desktop.views.editors.language_mode import FIRST, SECOND
from desktop.views.interview.running import Running, running_of


@dataclass(frozen=True, slots=True)
class Section:
    """One page. ``roots`` are the linkIds of its top-level items; ``name`` is the first."""

    name: str
    title: LocalText
    roots: tuple[str, ...]
    role: str | None = None


MOST_LOOSE = 20
"""More questions than this without a group are shown on several pages."""


def sections_of(form: Questionnaire) -> tuple[Section, ...]:
    """The pages in the form's order, hidden ones too. Pages without a title are numbered.

    What runs over all pages is no page of its own.
    """
    found: list[Section] = []
    loose: list[Item] = []
    runs = running_of(form).everything
    items = [one for one in form.sections if one.link_id not in runs]
    loose_count = sum(one.type is not ItemType.GROUP for one in items)
    most = MOST_LOOSE if loose_count > MOST_LOOSE * 3 // 2 else loose_count

    def close_loose() -> None:
        if loose:
            found.append(Section(loose[0].link_id, LocalText(), tuple(i.link_id for i in loose)))
            loose.clear()

    for item in items:
        if item.type is ItemType.GROUP:
            close_loose()
            found.append(Section(item.link_id, _title(item), (item.link_id,), item.role))
        else:
            loose.append(item)
            if len(loose) >= most:
                close_loose()
    close_loose()
    return _titled(form, found)


def _title(item: Item) -> LocalText:
    """The words of a group behind its prefix ("2. Nights")."""
    text, prefix = item.text, item.prefix
    if not prefix or not text:
        return text or prefix
    return LocalText(
        f"{prefix.base} {text.base}",
        {
            one: f"{prefix.in_language(one)} {text.in_language(one)}"
            for one in {**prefix.translations, **text.translations}
        },
    )


def _titled(form: Questionnaire, sections: list[Section]) -> tuple[Section, ...]:
    """One page without a title has that of the form; several are numbered below it."""
    untitled = [one for one in sections if not one.title.base.strip()]
    if len(untitled) == 1:
        title = form.title if form.title.base.strip() else _page_title(1)
        return tuple(replace(one, title=title) if one in untitled else one for one in sections)
    return tuple(
        replace(one, title=_page_title(at)) if one in untitled else one
        for at, one in enumerate(sections, 1)
    )


def _page_title(number: int) -> LocalText:
    first, second = (sentence("interview.page", one, number=number) for one in (FIRST, SECOND))
    return LocalText(first, {SECOND: second})


def visible_keys(session: FormSession, section: Section) -> tuple[ItemKey, ...]:
    """Everything visible on the page but the section itself, in reading order."""
    return tuple(
        key
        for root in section.roots
        for key in session.visible_keys(root)
        if not is_page(session.tree.by_key[key])
    )


def shows_anything(session: FormSession, section: Section, running: Running) -> bool:
    """Whether the page has anything visible but its own heading and what runs over all pages."""
    if not running.everything:
        return any(session.has_visible_below(root) for root in section.roots)
    by_key = session.tree.by_key
    shown = visible_keys(session, section)
    return any(by_key[key].item.link_id not in running.everything for key in shown)


def wanting_keys(session: FormSession, section: Section) -> tuple[ItemKey, ...]:
    """What is missing or wrong on the page, in reading order."""
    return tuple(chain.from_iterable(map(session.wanting, section.roots)))


def question_keys(session: FormSession, section: Section) -> tuple[ItemKey, ...]:
    """The visible questions that a person answers, in reading order."""
    return tuple(chain.from_iterable(map(session.asked_in, section.roots)))


def is_page(instance: Instance) -> bool:
    """Whether the item is the page itself, whose title stands in the head."""
    item = instance.item
    return item.type is ItemType.GROUP and item.section == item.link_id and not item.repeats


def warns(items: Sequence[Item]) -> bool:
    """Whether anything here asks to have visitors step out first."""
    return any(item.sensitivity is Sensitivity.WARN or warns(item.children) for item in items)
