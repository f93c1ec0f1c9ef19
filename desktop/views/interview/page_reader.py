"""Reads an interview into what its page shows: cards, section head, section list, actions."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.forms.answers import Answered, NoAnswer, answer_values
from desktop.forms.earlier_answers import offered_now
from desktop.forms.questionnaire import ItemType
from desktop.forms.scoring import Score
from desktop.forms.session import ItemKey, ItemState
from desktop.records.evidence_guard import reads_like_evidence
from desktop.records.form_record import FormKind
from desktop.views.editors.language_mode import one_text, speaks_both, two_texts
from desktop.views.interview.asides import asides_of, kind_of_aside
from desktop.views.interview.concrete import (
    HOW,
    KNOWS,
    WHEN,
    WHO,
    group_is_concrete,
    meter_parts,
    next_detail,
)
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_state import (
    ActionState,
    CardState,
    CommentNote,
    Gate,
    HeadState,
    SectionEntry,
)
from desktop.views.interview.layouts.part_kinds import level_of, marks_of
from desktop.views.interview.layouts.part_reader import PartReader
from desktop.views.interview.layouts.parts import FoldHead, PageState, RowHead
from desktop.views.interview.local_time import shown_moment
from desktop.views.interview.page_order import Closed, closed
from desktop.views.interview.problem_words import problem_words, warning_words
from desktop.views.interview.required_words import required_words
from desktop.views.interview.rich_words import prefix_words
from desktop.views.interview.sections import Section, wanting_keys
from desktop.views.theme.state_icons import State
from desktop.views.widgets.meter import MeterPart


class PageReader(QObject):
    """Gives words in the interface language, and the form's texts in the interview's.

    What was read is kept until somebody says what changed (``forget``).
    """

    def __init__(self, interview: Interview, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._interview = interview
        self._language = language
        self._entries: dict[str, SectionEntry] = {}
        self._cards: dict[ItemKey, CardState] = {}
        self._numbers: dict[ItemKey, str] = {}
        self._parts = PartReader(interview, self._one_card, self._row_problem)

    def forget(self, affected: Iterable[ItemKey] | None = None, *, rows: bool = False) -> None:
        """Read these items and their sections anew next time; everything without a word.

        ``rows`` came or went: every section may hold more or fewer questions.
        """
        if affected is None or rows:
            self._entries.clear()
        if affected is None:
            self._cards.clear()
            return
        for key in affected:
            self._entries.pop(self._interview.section_of(key).name, None)
            self._cards.pop(self._owner(key), None)

    def page(self) -> PageState:
        """The present section."""
        interview = self._interview
        section, gate = interview.section, interview.gate(interview.section)
        self._number()
        return PageState(
            section.name,
            section.title,
            interview.mode,
            gate,
            self._parts.parts() if gate is Gate.OPEN else (),
            sum(interview.has_parked(key) for key in interview.questions()),
        )

    def refreshed(self, keys: Iterable[ItemKey]) -> tuple[CardState | RowHead | FoldHead, ...]:
        """These items of the present section, as cards or heads."""
        self._number()
        owners = dict.fromkeys(self._owner(key) for key in keys)
        return tuple(self._parts.head(key) or self._one_card(key) for key in owners)

    def card(self, key: ItemKey) -> CardState:
        """One item as its card, whatever it stands in; without a place on the page."""
        return self._one_card(key)

    def _owner(self, key: ItemKey) -> ItemKey:
        """The item whose card shows this one: help and the like stand in their question's."""
        instance = self._interview.session.tree.by_key[key]
        is_aside = instance.parent is not None and kind_of_aside(instance) is not None
        return instance.parent.key if is_aside and instance.parent is not None else key

    def title(self, key: ItemKey) -> str:
        """What a group is called."""
        return self._parts.title(self._interview.session.tree.by_key[key])

    def _number(self) -> None:
        self._numbers = {key: str(at) for at, key in enumerate(self._interview.questions(), 1)}

    def _one_card(self, key: ItemKey) -> CardState:
        card = self._cards.get(key) or self._card(key)
        number = self._numbers.get(key, "")
        if card.item.item.prefix.base:
            number = two_texts(card.item.item.prefix, card.mode)[0] or number
        self._cards[key] = card = card if card.number == number else replace(card, number=number)
        return card

    def _row_problem(self, key: ItemKey) -> str:
        return self._problem(self._interview.session.state(key), is_needed=False)

    def _card(self, key: ItemKey) -> CardState:
        interview = self._interview
        state = interview.session.state(key)
        is_closed = interview.is_closed(key)
        is_needed = interview.lists_all_missing and interview.session.is_missing(key)
        _, rich_prefix = prefix_words(state.item, interview.mode)
        earlier = () if is_closed else interview.earlier.get(state.item.link_id, ())
        return CardState(
            item=state,
            number="",
            mode=interview.mode,
            is_closed=is_closed,
            has_parked=interview.has_parked(key),
            problem="" if is_closed else self._problem(state, is_needed),
            warning="" if is_closed else warning_words(state, interview.mode, self._language),
            hint="" if is_closed else self._hint(state) or self._next_detail(key),
            value_words=self._value_words(state),
            comments=self._comments(key),
            meter=() if is_closed else self._meter(key),
            asides=() if is_closed else asides_of(interview.session, key),
            rich_number=rich_prefix,
            required_words="" if is_closed or is_needed else self._required(state),
            level=level_of(interview.session.tree.by_key[key]),
            earlier=offered_now(state, earlier, is_private=interview.private_now),
            looks_back=bool(earlier),
        )

    def _required(self, state: ItemState) -> str:
        return required_words(self._interview.session.questionnaire, state, self._language)

    def _problem(self, state: ItemState, is_needed: bool) -> str:
        if any(one.is_blocking for one in state.problems):
            return problem_words(state, self._interview.mode, self._language)
        if is_needed:
            return self.tr("This question needs an answer or a reason.")
        return ""

    def _hint(self, state: ItemState) -> str:
        if state.item.type not in (ItemType.STRING, ItemType.TEXT, ItemType.OPEN_CHOICE):
            return ""
        texts = [value for value in answer_values(state.answer) if isinstance(value, str)]
        if not any(reads_like_evidence(text) for text in texts):
            return ""
        return self.tr(
            "You may not need to write this here. A court can ask for these notes: what happened,"
            " who was there and any weapon can stay out."
        )

    def _meter(self, key: ItemKey) -> tuple[MeterPart, ...]:
        session = self._interview.session
        return meter_parts(session, session.tree.by_key[key], self._interview.mode)

    def _next_detail(self, key: ItemKey) -> str:
        session = self._interview.session
        part = next_detail(session, session.tree.by_key[key])
        words = {
            WHO: self.tr("A name makes it clear whom to call."),
            HOW: self.tr("A number makes it work at 2 in the morning."),
            WHEN: self.tr("Days and hours make it easier to call."),
            KNOWS: self.tr("It works best when they know that you may call."),
        }
        return words.get(part, "") if part is not None else ""

    def _value_words(self, state: ItemState) -> str:
        scores = self._interview.session.scores if state.read_only else ()
        found = next((one for one in scores if one.link_id == state.item.link_id), None)
        return self._score_words(found) if found is not None else ""

    def _score_words(self, score: Score) -> str:
        if score.value is not None:
            return f"{score.value:f}"
        return self.tr("Withheld: {missing} of {total} missing").format(
            missing=len(score.missing), total=score.total
        )

    def _comments(self, key: ItemKey) -> tuple[CommentNote, ...]:
        return tuple(
            CommentNote(
                comment.author_name, shown_moment(comment.at), comment.text, comment.settled
            )
            for comment in self._interview.form.comments
            if comment.item_key == key
        )

    def head(self) -> HeadState:
        """Title and place of the present section."""
        interview = self._interview
        questions = interview.questions()
        first, second = two_texts(interview.section.title, interview.mode)
        number = questions.index(interview.position) + 1 if interview.position in questions else 0
        has_choice = speaks_both(interview.session.questionnaire)
        return HeadState(first, second, number, len(questions), interview.mode, has_choice)

    def actions(self) -> ActionState:
        """What the buttons can do."""
        interview = self._interview
        is_last_page = interview.neighbour(1) is None
        is_plan = interview.form.kind is FormKind.SAFETY_PLAN
        is_done = is_last_page and interview.session.is_complete and not interview.waiting_alerts
        return ActionState(
            can_undo=interview.session.can_undo,
            can_redo=interview.session.can_redo,
            has_previous=self._can_go_back() or interview.next_question(-1) is not None,
            is_last=is_done or (is_last_page and (is_plan or interview.next_question(1) is None)),
        )

    def _can_go_back(self) -> bool:
        before = self._interview.neighbour(-1)
        return before is not None and closed(self._interview, before) is None

    def sections(self) -> tuple[SectionEntry, ...]:
        """The section list; only what was forgotten is read anew."""
        interview = self._interview
        danger = {interview.section_of(alert.key).name for alert in interview.alerts}
        found = []
        for section in interview.shown_sections():
            entry = self._section(section, is_danger=section.name in danger)
            waits = section is not interview.section and closed(interview, section) is Closed.AHEAD
            found.append(replace(entry, state=State.WAITING) if waits else entry)
        return tuple(found)

    def _stays_open(self, section: Section, has_open: bool) -> bool:
        """A part that requires nothing is done when it is concrete, or all of it was met."""
        session, keys = self._interview.session, self._interview.visible(section)
        if not has_open or any(map(session.is_required, keys)):
            return False
        return not any(group_is_concrete(session, session.tree.by_key[key]) for key in keys)

    def _section(self, section: Section, *, is_danger: bool) -> SectionEntry:
        kept = self._entries.get(section.name)
        if kept is None:
            kept = self._entries[section.name] = self._section_anew(section, is_danger=is_danger)
        return kept

    def _section_anew(self, section: Section, *, is_danger: bool) -> SectionEntry:
        interview = self._interview
        answers = [interview.session.answer_of(key) for key in interview.questions(section)]
        answered = sum(isinstance(answer, Answered) for answer in answers)
        met = answered + sum(isinstance(answer, NoAnswer) for answer in answers)
        roots = [interview.session.tree.by_link_id[one][0] for one in section.roots]
        wants = bool(wanting_keys(interview.session, section))
        wants = wants or self._stays_open(section, met < len(answers))
        gate = interview.gate(section)
        is_locked = gate is Gate.LOCKED
        marks = [marks_of(one, self._one_card) for one in roots] if gate is Gate.OPEN else []
        return SectionEntry(
            section.name,
            one_text(section.title, interview.mode),
            State.LOCKED if is_locked else _section_state(met, is_danger=is_danger, wants=wants),
            answered,
            len(answers),
            all(root.is_private for root in roots),
            is_locked,
            ", ".join(filter(None, marks)),
        )


def _section_state(met: int, *, is_danger: bool, wants: bool) -> State:
    if is_danger:
        return State.DANGER
    if met == 0:
        return State.NOT_STARTED
    return State.IN_PROGRESS if wants else State.DONE
