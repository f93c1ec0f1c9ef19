"""Binds FHIRPath to a form: what %resource, %context, variables and launch contexts are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from desktop.forms.expression_reads import link_ids_read
from desktop.forms.fhirpath.expression import Expression
from desktop.forms.fhirpath.sums import SumOverItems
from desktop.forms.fhirpath.syntax import EvaluationError, UndefinedVariableError
from desktop.forms.fhirpath.values import Items
from desktop.forms.instances import FormTree, Instance, ItemKey
from desktop.forms.live_response import Json, Node
from desktop.forms.questionnaire import Questionnaire, Variable
from desktop.forms.running_sums import RunningSums, adds_to


class Live(Protocol):
    """A response as expressions see it; see ``LiveForm`` and ``LiveResponse``."""

    @property
    def root(self) -> Node:
        """The QuestionnaireResponse."""
        ...

    @property
    def nodes(self) -> Mapping[ItemKey, Node]:
        """The node of every instance."""
        ...

    def nodes_with(self, name: str, text: str) -> Sequence[Node] | None:
        """The nodes whose ``name`` is ``text``; None where this is not indexed."""
        ...

    def holder_of(self, node: Json) -> tuple[str, Json] | None:
        """In which element of which object a node stands."""
        ...

    def is_root(self, node: Json) -> bool:
        """Whether this is the response itself."""
        ...


@dataclass(slots=True)
class FormScope:
    """What expressions of one form see; variables are evaluated once and kept until told."""

    form: Questionnaire
    live: Live
    now: datetime
    launch: Mapping[str, object]
    on_answer: Callable[[Json], None] | None = None
    sums: RunningSums | None = None
    populated: dict[tuple[str, str], Items] = field(default_factory=dict)
    """What each row stands for while a form begins, by key and name (SDC itemPopulationContext)."""
    _is_populating: bool = False
    _values: dict[tuple[str, str], Items] = field(default_factory=dict)
    _open: set[tuple[str, str]] = field(default_factory=set)
    _readers: dict[str | None, set[tuple[str, str]]] = field(default_factory=dict)

    def evaluate(self, expression: Expression, at: Instance | None) -> Items:
        """The value of an expression that stands on ``at``. Raises EvaluationError and kin."""
        node = self.live.root if at is None else self.live.nodes[at.key]
        environment = _ItemEnvironment(self, at, node)
        if expression.total is not None and self.sums is not None:
            kept = self.sums.value(expression.total, environment)
            if kept is not None:
                return [kept]
        return expression.evaluate([node], environment)

    def initial(self, expression: Expression, at: Instance | None) -> Items:
        """As ``evaluate``, for an initial value: the names of population contexts are filled.

        Later nothing sees them, since a form that is opened again does not know them any more.
        """
        if not self.populated:
            return self.evaluate(expression, at)
        self.forget()
        self._is_populating = True
        try:
            return self.evaluate(expression, at)
        finally:
            self._is_populating = False
            self.forget()

    def adds_to(self, total: SumOverItems, at: Instance, tree: FormTree) -> list[Instance]:
        """The items whose answers can add to a sum."""
        return adds_to(total, tree, _ItemEnvironment(self, at, self.live.nodes[at.key]))

    def forget(self) -> None:
        """Forgets every variable: rows came, went or moved."""
        self._values.clear()
        self._readers.clear()
        if self.sums is not None:
            self.sums.forget()

    def changed(self, instances: Iterable[Instance]) -> None:
        """Forgets the variables that read these items, or that may read anything."""
        if not self._values:
            return
        names: set[str | None] = {None}
        for instance in instances:
            one: Instance | None = instance
            while one is not None and one.item.link_id not in names:
                names.add(one.item.link_id)
                one = one.parent
        for name in names & self._readers.keys():
            for place in self._readers.pop(name):
                self._values.pop(place, None)

    def variable(self, name: str, at: Instance | None) -> Items:
        """The variable ``name`` as seen from ``at``: the innermost definition counts."""
        owner = at
        while owner is not None:
            for variable in owner.item.variables:
                if variable.name == name:
                    return self._defined(variable, owner)
            owner = owner.parent
        for variable in self.form.variables:
            if variable.name == name:
                return self._defined(variable, None)
        if name in self.launch:
            supplied = self.launch[name]
            return list(supplied) if isinstance(supplied, list) else [supplied]
        if name in self.form.launch_contexts:
            return []
        raise UndefinedVariableError(name)

    def _defined(self, variable: Variable, owner: Instance | None) -> Items:
        place = ("" if owner is None else owner.key, variable.name)
        if variable.expression is None:
            return self.populated.get(place, []) if self._is_populating else []
        if place in self._open:
            raise EvaluationError("a variable that needs itself")
        if place not in self._values:
            self._open.add(place)
            try:
                self._values[place] = self.evaluate(variable.expression, owner)
            finally:
                self._open.discard(place)
            self._note_reads(place, variable.expression, owner)
        return self._values[place]

    def _note_reads(
        self, place: tuple[str, str], expression: Expression, owner: Instance | None
    ) -> None:
        item = None if owner is None else owner.item
        reads = None if expression.reads_clock else link_ids_read(expression, item, self.form)
        for name in (None,) if reads is None else reads:
            self._readers.setdefault(name, set()).add(place)


@dataclass(frozen=True, slots=True)
class _ItemEnvironment:
    scope: FormScope
    at: Instance | None
    node: Node

    @property
    def now(self) -> datetime:
        return self.scope.now

    def variable(self, name: str) -> Items:
        match name:
            case "resource" | "rootResource":
                return [self.scope.live.root]
            case "context":
                return [self.node]
            case "questionnaire":
                return [self.scope.form.source]
            case "qitem" if self.at is not None:
                return [self.at.item.source]
            case _:
                return self.scope.variable(name, self.at)

    def saw_answer(self, node: Json) -> None:
        if self.scope.on_answer is not None:
            self.scope.on_answer(node)

    def nodes_with(self, name: str, text: str) -> Sequence[Node] | None:
        return self.scope.live.nodes_with(name, text)

    def holder_of(self, node: Json) -> tuple[str, Json] | None:
        return self.scope.live.holder_of(node)

    def is_root(self, node: Json) -> bool:
        return self.scope.live.is_root(node)
