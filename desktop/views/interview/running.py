"""The headers and footers of a form, which stand on every page of it.

Source: SDC itemControl ``header`` and ``footer`` ("continuously visible"),
http://hl7.org/fhir/R4/valueset-questionnaire-item-control.html.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.forms.questionnaire import Item, ItemType, Questionnaire, all_items

HEADER = "header"
FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Running:
    """linkIds from top to bottom; ``everything`` are those and all below them."""

    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    everything: frozenset[str] = frozenset()


def running_of(form: Questionnaire) -> Running:
    """Words at the top level, or beside the pages of a group, that ask to run.

    One with questions stays a page: an answer has one place.
    """
    found = [one for one in _beside_pages(form) if _runs(one)]
    if all(one in found for one in form.items):
        return Running()
    return Running(
        tuple(one.link_id for one in found if one.presentation.control == HEADER),
        tuple(one.link_id for one in found if one.presentation.control == FOOTER),
        frozenset(below.link_id for below in all_items(tuple(found))),
    )


def _beside_pages(form: Questionnaire) -> Iterator[Item]:
    for item in form.items:
        yield item
        if any(child.section == child.link_id for child in item.children):
            yield from item.children


def _runs(item: Item) -> bool:
    if item.presentation.control not in (HEADER, FOOTER) or item.repeats:
        return False
    kinds = (ItemType.GROUP, ItemType.DISPLAY)
    return all(one.type in kinds and not one.repeats for one in all_items((item,)))
