"""The response as expressions see it: JSON of the enabled answers, weights included."""

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop.forms.answers import Answer, AnswerValue, answer_values
from desktop.forms.fhir_values import value_to_fhir
from desktop.forms.fhirpath.values import WeightedNode
from desktop.forms.instances import FormTree, Instance, ItemKey
from desktop.forms.questionnaire import Item, ItemType

Node = dict[str, object]


@dataclass(frozen=True, slots=True)
class LiveResponse:
    """``nodes`` has every instance; one without an answer stands in ``root`` only when asked."""

    root: Node
    nodes: dict[ItemKey, Node]


def live_response(
    tree: FormTree,
    answer_of: Callable[[ItemKey], Answer],
    is_enabled: Callable[[ItemKey], bool],
    keep_unanswered: bool = False,
) -> LiveResponse:
    """Builds the response of the enabled items. Disabled answers are not in it."""
    building = _Building(answer_of, is_enabled, keep_unanswered)
    items = [found for found in map(building.build, tree.roots) if found is not None]
    root: Node = {"resourceType": "QuestionnaireResponse", "status": "in-progress"}
    if items:
        root["item"] = items
    return LiveResponse(root, building.nodes)


@dataclass(frozen=True, slots=True)
class _Building:
    """No function that names itself: each would keep its nodes until a garbage collection."""

    answer_of: Callable[[ItemKey], Answer]
    is_enabled: Callable[[ItemKey], bool]
    keep_unanswered: bool
    nodes: dict[ItemKey, Node] = field(default_factory=dict)

    def build(self, instance: Instance) -> Node | None:
        node: Node = {"linkId": instance.item.link_id}
        if instance.item.text:
            node["text"] = instance.item.text.base
        self.nodes[instance.key] = node
        below = [found for found in map(self.build, instance.children) if found is not None]
        if not self.is_enabled(instance.key) or instance.item.type is ItemType.DISPLAY:
            return None
        if not instance.is_question:
            if below:
                node["item"] = below
            return node if below or self.keep_unanswered else None
        answers = [
            answer_node(instance.item, value)
            for value in answer_values(self.answer_of(instance.key))
        ]
        if below:
            answers = answers or [{}]
            answers[0]["item"] = below
        if answers:
            node["answer"] = answers
        return node if answers or self.keep_unanswered else None


def answer_node(item: Item, value: AnswerValue) -> Node:
    """``{"value[x]": ...}``; a coding whose option has a weight knows it."""
    name, content = value_to_fhir(item.type, value)
    option = item.option_of(value) if item.options else None
    if option is not None and option.weight is not None:
        if isinstance(content, dict):
            content = WeightedNode(content, option.weight)
        return WeightedNode({name: content}, option.weight)
    return {name: content}
