"""The response as expressions see it, kept while it is filled: only what changed is made anew."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from desktop.forms.answers import Answer
from desktop.forms.instances import FormTree, Instance, ItemKey
from desktop.forms.live_response import Node, bare_node, node_content

Json = Mapping[str, object]


@dataclass(slots=True)
class LiveForm:
    """``root`` is the QuestionnaireResponse, ``nodes`` has every instance, absent ones too.

    Node objects keep their identity while their content changes. One without an answer stands in
    ``root`` only when ``keep_unanswered``. It can be looked up by linkId (FHIRPath ``NodeIndex``).
    """

    tree: FormTree
    answer_of: Callable[[ItemKey], Answer]
    is_enabled: Callable[[ItemKey], bool]
    keep_unanswered: bool = False
    root: Node = field(default_factory=dict)
    nodes: dict[ItemKey, Node] = field(default_factory=dict)
    _present: set[ItemKey] = field(default_factory=set)
    _holders: dict[int, tuple[str, Node]] = field(default_factory=dict)
    _answers: dict[ItemKey, list[Node]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Builds everything once."""
        self.root.update(resourceType="QuestionnaireResponse", status="in-progress")
        self.refresh(self.tree.by_key)

    def retree(self, tree: FormTree) -> None:
        """Takes another tree of the same form: gone rows leave, new ones wait for a refresh."""
        gone = [key for key in self.nodes if key not in tree.by_key]
        for key in gone:
            self._drop_answers(key)
            self._holders.pop(id(self.nodes.pop(key)), None)
            self._present.discard(key)
        self.tree = tree

    def refresh(self, keys: Iterable[ItemKey]) -> None:
        """Makes the nodes of these items anew, and those above that gained or lost one."""
        waiting: dict[int, set[Instance]] = {}
        for key in keys:
            instance = self.tree.by_key[key]
            waiting.setdefault(instance.depth, set()).add(instance)
        root_changed = False
        while waiting:
            depth = max(waiting)
            for instance in waiting.pop(depth):
                if not self._renew(instance):
                    continue
                if instance.parent is None:
                    root_changed = True
                else:
                    waiting.setdefault(depth - 1, set()).add(instance.parent)
        if root_changed:
            self.relist_root()

    def relist_root(self) -> None:
        """Lists the top-level items anew."""
        items = [self.nodes[one.key] for one in self.tree.roots if one.key in self._present]
        if items:
            self.root["item"] = items
        else:
            self.root.pop("item", None)
        for node in items:
            self._holders[id(node)] = ("item", self.root)

    def _renew(self, instance: Instance) -> bool:
        """Whether the item came into the response or left it."""
        key = instance.key
        node = self.nodes.setdefault(key, {})
        self._drop_answers(key)
        node.clear()
        node.update(bare_node(instance.item))
        present = self.is_enabled(key) and self._fill(instance, node)
        was_present = key in self._present
        if present:
            self._present.add(key)
        else:
            self._present.discard(key)
            self._holders.pop(id(node), None)
        return present != was_present

    def _fill(self, instance: Instance, node: Node) -> bool:
        below = [one for one in instance.children if one.key in self._present]
        content, is_present = node_content(
            instance, self.answer_of(instance.key), below, self.nodes, self.keep_unanswered
        )
        node.update(content)
        items = content.get("item")
        self._hold(items if isinstance(items, list) else [], node)
        answers = content.get("answer")
        if isinstance(answers, list):
            self._answers[instance.key] = answers
            for answer in answers:
                self._holders[id(answer)] = ("answer", node)
                self._hold(answer.get("item", []), answer)
        return is_present

    def _hold(self, items: Iterable[Node], holder: Node) -> None:
        for item in items:
            self._holders[id(item)] = ("item", holder)

    def _drop_answers(self, key: ItemKey) -> None:
        for answer in self._answers.pop(key, ()):
            self._holders.pop(id(answer), None)

    def is_present(self, key: ItemKey) -> bool:
        """Whether the item stands in the response."""
        return key in self._present

    def nodes_with(self, name: str, text: str) -> list[Node] | None:
        """The items of this linkId in the response, in its order; None for another element."""
        if name != "linkId":
            return None
        found = self.tree.by_link_id.get(text, ())
        return [self.nodes[one.key] for one in found if one.key in self._present]

    def holder_of(self, node: Json) -> tuple[str, Json] | None:
        """Element and object in which an item or answer stands; None where it stands in none."""
        return self._holders.get(id(node))

    def is_root(self, node: Json) -> bool:
        """Whether this object is the response itself."""
        return node is self.root
