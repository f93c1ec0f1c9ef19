"""A form with alerts that are not its own: the file stays as it is, its reference too."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from desktop.forms.questionnaire import AlertRule, Item, Questionnaire, all_items

AddedAlerts = tuple[tuple[str, AlertRule], ...]
"""Rules by the linkId that they look at; one for a linkId that the form has not does nothing."""


def with_alerts(form: Questionnaire, added: AddedAlerts) -> Questionnaire:
    """The same form, whose items raise these alerts after their own."""
    rules: dict[str, tuple[AlertRule, ...]] = {}
    for link_id, rule in added:
        if link_id in form.by_link_id:
            rules[link_id] = (*rules.get(link_id, ()), rule)
    if not rules:
        return form
    items = tuple(_with(item, rules) for item in form.items)
    by_link_id = MappingProxyType({one.link_id: one for one in all_items(items)})
    return replace(form, items=items, by_link_id=by_link_id)


def any_computed(form: Questionnaire, added: AddedAlerts) -> bool:
    """Whether any of these rules looks at a score or another computed answer."""
    items = (form.by_link_id.get(link_id) for link_id, _ in added)
    return any(item is not None and item.calculated is not None for item in items)


def _with(item: Item, rules: Mapping[str, tuple[AlertRule, ...]]) -> Item:
    children = tuple(_with(child, rules) for child in item.children)
    if item.link_id not in rules:
        return item if children == item.children else replace(item, children=children)
    marks = replace(item.marks, alerts=(*item.marks.alerts, *rules[item.link_id]))
    return replace(item, marks=marks, children=children)
