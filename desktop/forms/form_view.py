"""What a form shows at one moment: states, progress, scores, alerts, what is missing or wrong."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal

from desktop.forms import findings
from desktop.forms.answer_json import same_answer
from desktop.forms.answers import Answer, Rows, Unanswered
from desktop.forms.cells import Cell
from desktop.forms.completeness import Progress, progress_of
from desktop.forms.instances import FormTree, Instance, ItemKey, is_list
from desktop.forms.item_state import ItemState
from desktop.forms.questionnaire import Item, ItemType, Questionnaire
from desktop.forms.response_writing import JsonNode, Sources, write_item, write_response
from desktop.forms.row_view import RowState, RowView
from desktop.forms.scoring import Score, Scorer
from desktop.forms.session_start import Start, tree_of
from desktop.forms.shaping import Shaping
from desktop.forms.standing import Standing
from desktop.forms.validation import Problem


class FormView:
    """Everything that can be asked about a form being filled; only the session changes it."""

    def __init__(self, questionnaire: Questionnaire, start: Start) -> None:
        self.questionnaire = questionnaire
        self.not_loaded = start.not_loaded
        self.loaded_signatures = start.signatures
        self._answers = start.answers
        self._settler = start.settler
        self._awaiting = start.awaiting
        self._shaping = Shaping(questionnaire, self._settler)
        self._rows = RowView(questionnaire, lambda: self._tree, self._answers, self._shaping.of)
        self._standing = self._new_standing({})
        self._tree_changes = 0

    @property
    def _tree(self) -> FormTree:
        return self._settler.tree

    @property
    def tree(self) -> FormTree:
        """The items as they stand in this response."""
        return self._tree

    @property
    def answers(self) -> Mapping[ItemKey, Answer]:
        """Every answer given, parked ones too, calculated ones not: what a journal holds."""
        return dict(self._answers)

    @property
    def cells(self) -> Mapping[ItemKey, Cell]:
        """The settled state of every item."""
        return dict(self._settler.cells)

    def state(self, key: ItemKey) -> ItemState:
        """One item now. Raises KeyError."""
        instance = self._tree.by_key[key]
        shape = self._shaping.of(instance)
        answer = self._settler.answer_of(key)
        return ItemState(
            key,
            instance.item,
            answer,
            self._settler.is_enabled(key),
            self._standing.is_visible(instance),
            self._standing.problems_of(key),
            shape.text,
            shape.options,
            shape.required,
            shape.read_only,
            shape.limits,
            self._is_overridden(instance),
            self._is_unknown(instance),
            self._rows.state(key),
            shape.candidates,
            shape.context,
        )

    def _is_overridden(self, instance: Instance) -> bool:
        if instance.item.calculated is None or instance.item.read_only:
            return False
        given = self.given(instance.key)
        computed = self._settler.cells[instance.key].calculated
        return not isinstance(given, Unanswered) and not same_answer(given, computed)

    def _is_unknown(self, instance: Instance) -> bool:
        """What a person answered by hand is known, whatever the formula would need."""
        is_by_hand = not isinstance(self.given(instance.key), Unanswered)
        return not is_by_hand and self._standing.is_unknown(instance)

    def answer_of(self, key: ItemKey) -> Answer:
        """The answer of a state alone, for whoever looks through many. Raises KeyError."""
        return self._settler.answer_of(key)

    def is_required(self, key: ItemKey) -> bool:
        """Whether a state is required, for whoever looks through many. Raises KeyError."""
        return self._shaping.of(self._tree.by_key[key]).required

    def given(self, key: ItemKey) -> Answer:
        """What was answered by hand, parked or not; the rows of a repeating group."""
        return self._answers.get(key, Unanswered())

    def rows(self, list_key: ItemKey) -> tuple[RowState, ...]:
        """The rows of a repeating group in their order. Raises KeyError."""
        keys = (self._rows.instance(list_key, row).key for row in self._rows.ids(list_key))
        found = map(self._rows.state, keys)
        return tuple(one for one in found if one is not None)

    def can_add(self, list_key: ItemKey) -> bool:
        """Whether a repeating group takes one more row (maxOccurs)."""
        return self._rows.can_add(list_key)

    def can_remove(self, key: ItemKey) -> bool:
        """Whether this row may go (minOccurs; one always stays)."""
        row = self._rows.state(key)
        return row is not None and row.can_remove

    def list_item(self, list_key: ItemKey) -> Item:
        """The repeating item of a list key. Raises KeyError."""
        return self._rows.item(list_key)

    def row_instance(self, list_key: ItemKey, row: int) -> Instance:
        """One row as an item. Raises KeyError."""
        return self._rows.instance(list_key, row)

    def visible_keys(self, section_link_id: str) -> tuple[ItemKey, ...]:
        """Everything visible of a section in reading order: groups and display items too."""
        return tuple(one.key for one in self._standing.visible_in(section_link_id))

    @property
    def shown_state(self) -> object:
        """Equal as long as the same items are in sight: what depends on it alone can be kept."""
        return (self._tree_changes, self._standing.shown_changes)

    def has_visible_below(self, section_link_id: str) -> bool:
        """Whether a section shows anything but its own heading."""
        return any(
            one.item.link_id != section_link_id or one.item.type is not ItemType.GROUP
            for one in self._standing.visible_in(section_link_id)
        )

    def keys_in(self, section_link_id: str) -> tuple[ItemKey, ...]:
        """The visible questions of a section in reading order."""
        return tuple(one.key for one in self._standing.questions_in(section_link_id))

    def asked_in(self, section_link_id: str) -> tuple[ItemKey, ...]:
        """As ``keys_in``, without what nobody can type into now."""
        return tuple(one.key for one in self._standing.asked_in(section_link_id))

    def progress(self, section_link_id: str) -> Progress:
        """How far a section is."""
        return progress_of(self._standing.asked_in(section_link_id), self._settler.answer_of)

    @property
    def scores(self) -> tuple[Score, ...]:
        """The scores of enabled items; withheld ones have no value."""
        return self._standing.scores

    @property
    def alerts(self) -> tuple[findings.Alert, ...]:
        """The alerts that enabled answers raise."""
        return self._standing.alerts

    @property
    def unchecked_alerts(self) -> tuple[ItemKey, ...]:
        """Scores that could raise an alert and are withheld: whether they would is not known."""
        return self._standing.unchecked

    @property
    def needs(self) -> tuple[findings.Need, ...]:
        """The needs that enabled answers identify."""
        pairs = self._enabled_answers()
        return tuple(found for one, answer in pairs for found in findings.needs_of(one, answer))

    @property
    def steps(self) -> tuple[findings.Step, ...]:
        """The next steps that enabled answers propose."""
        pairs = self._enabled_answers()
        return tuple(found for one, answer in pairs for found in findings.steps_of(one, answer))

    @property
    def to_ask_again(self) -> tuple[ItemKey, ...]:
        """Enabled questions whose silence must not read as No: plan to re-ask."""
        pairs = self._enabled_answers()
        return tuple(one.key for one, answer in pairs if findings.must_be_asked_again(one, answer))

    @property
    def missing(self) -> tuple[ItemKey, ...]:
        """Visible required items without an answer or a reason that satisfies."""
        return self._standing.missing

    def is_missing(self, key: ItemKey) -> bool:
        """Whether this visible required item has no answer or reason yet."""
        return self._standing.is_missing(key)

    def wanting(self, section_link_id: str) -> tuple[ItemKey, ...]:
        """What is missing or wrong in a section, in reading order; warnings are neither."""
        return self._standing.wanting_in(section_link_id)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong with visible answers, and expressions that cannot be evaluated."""
        return self._standing.problems

    @property
    def blocking_problems(self) -> tuple[Problem, ...]:
        """The problems that hold Complete; a rule that only warns does not."""
        return tuple(one for one in self.problems if one.is_blocking)

    @property
    def is_complete(self) -> bool:
        """Nothing missing and nothing wrong; warnings do not count."""
        return self._standing.is_complete

    @property
    def parked_count(self) -> int:
        """Answers kept aside because their question is disabled; they come back with it."""
        cells = self._settler.cells
        return sum(
            key in cells and not cells[key].enabled and not isinstance(answer, Unanswered | Rows)
            for key, answer in self._answers.items()
        )

    def to_response(
        self,
        status: Literal["in-progress", "completed", "amended"] = "in-progress",
        authored: datetime | None = None,
        signatures: Mapping[ItemKey, Sequence[JsonNode]] | None = None,
    ) -> JsonNode:
        """A FHIR R4 QuestionnaireResponse of what is enabled; parked answers are not in it.

        ``signatures`` are FHIR Signatures by the key of what they cover, "" for all of it.
        """
        sources = self._sources(signatures or {})
        return write_response(self.questionnaire, self._tree, sources, status, authored)

    def written(self, key: ItemKey) -> JsonNode | None:
        """One item as the response has it now; None where it has none."""
        instance = self._tree.by_key.get(key)
        return None if instance is None else write_item(instance, self._sources({}))

    def _sources(self, signatures: Mapping[ItemKey, Sequence[JsonNode]]) -> Sources:
        return Sources(
            self._settler.answer_of,
            self._settler.is_enabled,
            lambda one: self._shaping.of(one).text.base,
            signatures,
        )

    def _enabled_answers(self) -> list[tuple[Instance, Answer]]:
        return [
            (one, self._settler.answer_of(one.key))
            for one in self._tree.by_key.values()
            if one.is_question and self._settler.is_enabled(one.key)
        ]

    def _new_standing(self, held: Mapping[ItemKey, tuple[findings.Alert, ...]]) -> Standing:
        scorer = Scorer(self.questionnaire, self._tree)
        return Standing(self._tree, self._settler, self._shaping, scorer, held)

    def _retree(self, keys: Iterable[ItemKey]) -> set[ItemKey]:
        """Lets rows come and go as the answers under ``keys`` say; returns what to settle."""
        lists = [name for key in keys if (name := self._list_of(key)) is not None]
        if not lists:
            return set()
        tree = tree_of(self.questionnaire, self._answers, self._tree)
        found = self._settler.retree(tree, lists)
        self._shaping.forget_gone(tree)
        self._standing = self._new_standing(self._standing.held)
        self._tree_changes += 1
        return found

    def _list_of(self, key: ItemKey) -> str | None:
        """The linkId of the repeating item whose rows an answer under ``key`` can change."""
        instance = self._tree.by_key.get(key)
        if instance is not None:
            is_rows = instance.is_question and is_list(instance.item)
            return instance.item.link_id if is_rows else None
        try:
            item = self._rows.item(key)
        except KeyError:
            return None
        return item.link_id if item.type is ItemType.GROUP and item.repeats else None

    def _renew(self, touched: set[ItemKey]) -> set[ItemKey]:
        """Looks again at everything that the touched items may have changed."""
        reshaped = self._shaping.renew(touched)
        self._standing.renew(touched | reshaped)
        return reshaped
