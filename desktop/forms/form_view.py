"""What a form shows at one moment: states, progress, scores, alerts, what is missing or wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from desktop.forms import findings
from desktop.forms.answers import Answer, Unanswered
from desktop.forms.cells import Cell
from desktop.forms.completeness import Progress, progress_of
from desktop.forms.expressions import FormScope
from desktop.forms.instances import FormTree, Instance, ItemKey
from desktop.forms.questionnaire import Item, ItemType, Questionnaire
from desktop.forms.response_writing import JsonNode, write_response
from desktop.forms.scoring import Score, Scorer
from desktop.forms.session_start import Start
from desktop.forms.standing import Standing
from desktop.forms.validation import Problem


@dataclass(frozen=True, slots=True)
class ItemState:
    """One item now. ``visible`` is enabled and not hidden."""

    key: ItemKey
    item: Item
    answer: Answer
    enabled: bool
    visible: bool
    problems: tuple[Problem, ...]


class FormView:
    """Everything that can be asked about a form being filled; it changes nothing."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        start: Start,
        now: Callable[[], datetime],
        launch: Mapping[str, object],
    ) -> None:
        self.questionnaire = questionnaire
        self.not_loaded: tuple[str, ...] = start.not_loaded
        self._now = now
        self._launch = launch
        self._tree = start.tree
        self._answers = start.answers
        self._settler = start.settler
        scorer = Scorer(questionnaire, self._tree)
        self._standing = Standing(self._tree, self._settler, scorer, self._full_scope)

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
        return ItemState(
            key,
            instance.item,
            self._settler.answer_of(key),
            self._settler.cells[key].enabled,
            self._standing.is_visible(instance),
            self._standing.problems_of(key),
        )

    def given(self, key: ItemKey) -> Answer:
        """What was answered by hand, parked or not."""
        return self._answers.get(key, Unanswered())

    def visible_keys(self, section_link_id: str) -> tuple[ItemKey, ...]:
        """Everything visible of a section in reading order: groups and display items too."""
        return tuple(one.key for one in self._standing.visible_in(section_link_id))

    def has_visible_below(self, section_link_id: str) -> bool:
        """Whether a section shows anything but its own heading."""
        return any(
            one.parent is not None or one.item.type is not ItemType.GROUP
            for one in self._standing.visible_in(section_link_id)
        )

    def keys_in(self, section_link_id: str) -> tuple[ItemKey, ...]:
        """The visible questions of a section in reading order."""
        visible = self._standing.visible_in(section_link_id)
        return tuple(one.key for one in visible if one.is_question)

    def progress(self, section_link_id: str) -> Progress:
        """How far a section is."""
        visible = self._standing.visible_in(section_link_id)
        questions = [one for one in visible if one.is_question]
        return progress_of(questions, self._settler.answer_of)

    @property
    def scores(self) -> tuple[Score, ...]:
        """The scores of enabled items; withheld ones have no value."""
        return self._standing.scores

    @property
    def alerts(self) -> tuple[findings.Alert, ...]:
        """The alerts that enabled answers raise."""
        return self._standing.alerts

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
        """What is missing or wrong in a section, in reading order."""
        return self._standing.wanting_in(section_link_id)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong with visible answers, and expressions that cannot be evaluated."""
        return self._standing.problems

    @property
    def is_complete(self) -> bool:
        """Nothing missing and nothing wrong."""
        return self._standing.is_complete

    @property
    def parked_count(self) -> int:
        """Answers kept aside because their question is disabled; they come back with it."""
        cells = self._settler.cells
        return sum(
            not cells[key].enabled and not isinstance(answer, Unanswered)
            for key, answer in self._answers.items()
        )

    def to_response(
        self,
        status: Literal["in-progress", "completed"] = "in-progress",
        authored: datetime | None = None,
    ) -> JsonNode:
        """A FHIR R4 QuestionnaireResponse of what is enabled; parked answers are not in it."""
        return write_response(
            self.questionnaire,
            self._tree,
            self._settler.answer_of,
            lambda key: self._settler.cells[key].enabled,
            status,
            authored,
        )

    def _enabled_answers(self) -> list[tuple[Instance, Answer]]:
        return [
            (one, self._settler.answer_of(one.key))
            for one in self._tree.by_key.values()
            if one.is_question and self._settler.cells[one.key].enabled
        ]

    def _full_scope(self) -> FormScope:
        live = self._settler.live(keep_unanswered=True)
        return FormScope(self.questionnaire, live, self._now(), self._launch)
