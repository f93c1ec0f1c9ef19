"""The response as expressions see it, made from scratch: JSON of the enabled answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.forms.answers import Answer, AnswerValue, answer_values
from desktop.forms.fhir_values import value_to_fhir
from desktop.forms.fhirpath.values import WeightedNode
from desktop.forms.instances import FormTree, Instance, ItemKey, is_list
from desktop.forms.questionnaire import Item, ItemType
from desktop.forms.rows import answer_rows

Node = dict[str, object]
Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class LiveResponse:
    """``nodes`` has every instance; one without an answer stands in ``root`` only when asked."""

    root: Node
    nodes: dict[ItemKey, Node]

    def nodes_with(self, name: str, text: str) -> None:
        """Nothing is indexed here."""

    def holder_of(self, node: Json) -> None:
        """Nothing is indexed here."""

    def is_root(self, node: Json) -> bool:
        """Whether this object is the response itself."""
        return node is self.root


def live_response(
    tree: FormTree,
    answer_of: Callable[[ItemKey], Answer],
    is_enabled: Callable[[ItemKey], bool],
    keep_unanswered: bool = False,
) -> LiveResponse:
    """Builds the response of the enabled items. Disabled answers are not in it."""
    building = _Building(answer_of, is_enabled, keep_unanswered)
    items = [building.nodes[one.key] for one in tree.roots if building.build(one)]
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

    def build(self, instance: Instance) -> bool:
        node = self.nodes[instance.key] = bare_node(instance.item)
        below = [one for one in instance.children if self.build(one)]
        if not self.is_enabled(instance.key):
            return False
        content, is_present = node_content(
            instance, self.answer_of(instance.key), below, self.nodes, self.keep_unanswered
        )
        node.update(content)
        return is_present


def bare_node(item: Item) -> Node:
    """What an item looks like in a response before anything is answered."""
    node: Node = {"linkId": item.link_id}
    if item.text:
        node["text"] = item.text.base
    return node


def node_content(
    instance: Instance,
    answer: Answer,
    below: Sequence[Instance],
    nodes: Mapping[ItemKey, Node],
    keep_unanswered: bool,
) -> tuple[Node, bool]:
    """``item`` or ``answer`` of an enabled item, and whether it stands in the response."""
    if instance.item.type is ItemType.DISPLAY:
        return {}, False
    if not instance.is_question:
        items = [nodes[one.key] for one in below]
        return ({"item": items} if items else {}), bool(items) or keep_unanswered
    values = answer_values(answer)
    answers = [answer_node(instance.item, value) for value in values]
    if below and is_list(instance.item):
        for row, node in zip(answer_rows(values), answers, strict=True):
            inside = [nodes[one.key] for one in below if one.rows[len(instance.rows)] == row]
            if inside:
                node["item"] = inside
    elif below:
        answers = answers or [{}]
        answers[0]["item"] = [nodes[one.key] for one in below]
    return ({"answer": answers} if answers else {}), bool(answers) or keep_unanswered


def answer_node(item: Item, value: AnswerValue) -> Node:
    """``{"value[x]": ...}``; a coding whose option has a weight knows it."""
    name, content = value_to_fhir(item.type, value)
    option = item.option_of(value) if item.options else None
    if option is not None and option.weight is not None:
        if isinstance(content, dict):
            content = WeightedNode(content, option.weight)
        return WeightedNode({name: content}, option.weight)
    return {name: content}
