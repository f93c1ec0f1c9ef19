"""Keeps how every item stands: computed anew only where something that it reads changed."""

from collections.abc import Iterable, Mapping

from desktop.forms.instances import FormTree, Instance, ItemKey
from desktop.forms.item_graph import expression_reads
from desktop.forms.item_logic import Constraint
from desktop.forms.questionnaire import Questionnaire
from desktop.forms.settling import Settler
from desktop.forms.shapes import Shape, broken_rules, plain_shape, shape_of


class Shaping:
    """The shapes of one form. ``broken`` are the rules of the form as a whole that do not hold."""

    def __init__(self, form: Questionnaire, settler: Settler) -> None:
        self._form = form
        self._settler = settler
        self._plain: dict[str, Shape] = {}
        self._shapes: dict[ItemKey, Shape] = {}
        self._rule_reads = [
            expression_reads(rule.expression, None, form) for rule in form.constraints
        ]
        self.broken: tuple[Constraint, ...] = ()
        self.failure: str | None = None
        self.renew(settler.tree.by_key)

    def of(self, instance: Instance) -> Shape:
        """How an item stands."""
        if instance.item.logic.is_plain:
            name = instance.item.link_id
            if name not in self._plain:
                self._plain[name] = plain_shape(instance.item)
            return self._plain[name]
        if instance.key not in self._shapes:
            self._shapes[instance.key] = shape_of(instance, self._settler.scope)
        return self._shapes[instance.key]

    def renew(self, touched: Iterable[ItemKey]) -> set[ItemKey]:
        """Looks again at what reads the touched items; returns the items that stand otherwise."""
        tree = self._settler.tree
        instances = [tree.by_key[key] for key in touched]
        names = {one.item.link_id for one in instances}
        self._renew_rules(names)
        readers = {name for one in names for name in self._settler.graph.shaped[one]}
        waiting = {one.key: one for name in readers for one in tree.by_link_id.get(name, ())}
        waiting |= {one.key: one for one in instances if not one.item.logic.is_plain}
        return {key for key, one in waiting.items() if self._reshape(one)}

    def forget_gone(self, tree: FormTree) -> None:
        """Rows that left have no shape any more."""
        self._shapes = {key: one for key, one in self._shapes.items() if key in tree.by_key}

    def _reshape(self, instance: Instance) -> bool:
        before = self._shapes.get(instance.key)
        shape = self._shapes[instance.key] = shape_of(instance, self._settler.scope)
        return shape != before

    def _renew_rules(self, names: set[str]) -> None:
        if any(reads is None or not reads.isdisjoint(names) for reads in self._rule_reads):
            rules = self._form.constraints
            self.broken, self.failure = broken_rules(rules, None, self._settler.scope)


def shapes_from_scratch(tree: FormTree, settler: Settler) -> Mapping[ItemKey, Shape]:
    """Every shape computed anew: the yardstick of ``Shaping``."""
    return {
        key: plain_shape(one.item) if one.item.logic.is_plain else shape_of(one, settler.scope)
        for key, one in tree.by_key.items()
    }
