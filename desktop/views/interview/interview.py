"""One interview under way: the form's session with the room, the hand-offs and the place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from desktop.forms.answers import Rows, Unanswered
from desktop.forms.earlier_answers import EarlierAnswer
from desktop.forms.findings import Alert
from desktop.forms.session import Change, FormSession, ItemKey
from desktop.records.alert import HandOff
from desktop.records.form_signature import FormSignature
from desktop.records.ids import StaffId
from desktop.records.interpreting import Interpreting
from desktop.records.room import Presence, RoomState
from desktop.services.alerts import open_alerts
from desktop.services.open_form import OpenForm
from desktop.views.editors.language_mode import LanguageMode, mode_of_form
from desktop.views.interview.interview_state import Gate
from desktop.views.interview.layouts.page_place import PagePlace
from desktop.views.interview.running import Running, running_of
from desktop.views.interview.sections import (
    Section,
    question_keys,
    sections_of,
    shows_anything,
    visible_keys,
    warns,
)


@dataclass(slots=True)
class _InSight:
    """What depends only on which items are in sight; of one ``shown_state``."""

    state: object
    sections: tuple[Section, ...] | None = None
    visible: dict[str, tuple[ItemKey, ...]] = field(default_factory=dict)
    questions: dict[str, tuple[ItemKey, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class Interview:
    """Everything that the screen is drawn from. Changed on the GUI thread only."""

    form: OpenForm = field(repr=False)
    mode: LanguageMode
    room: RoomState | None
    hand_offs: tuple[HandOff, ...] = field(repr=False)
    sections: tuple[Section, ...]
    section: Section
    position: ItemKey | None = None
    pages: Mapping[str, Section] = field(default_factory=dict)
    """The page of each top-level item."""
    running: Running = field(default_factory=Running)
    """What stands on every page."""
    lists_all_missing: bool = False
    _in_sight: _InSight | None = field(default=None, init=False)
    place: PagePlace = field(default_factory=PagePlace)
    """Folds and tabs inside the pages."""
    signatures: tuple[FormSignature, ...] = field(default=(), repr=False)
    """Those that stand."""
    earlier: Mapping[str, tuple[EarlierAnswer, ...]] = field(default_factory=dict, repr=False)
    """Answers of other days that its questions may be offered, by linkId."""

    @property
    def session(self) -> FormSession:
        """The answers."""
        return self.form.session

    @property
    def private_now(self) -> bool:
        """Only an explicit yes counts."""
        return self.room is not None and self.room.private_now is True

    @property
    def alerts(self) -> tuple[Alert, ...]:
        """The alerts that nobody was told about yet."""
        return open_alerts(self.session.alerts, self.hand_offs)

    @property
    def waiting_alerts(self) -> tuple[Alert, ...]:
        """Those of them for which Complete waits."""
        return tuple(alert for alert in self.alerts if alert.waits)

    def shown_sections(self) -> tuple[Section, ...]:
        """The sections that have something to show now."""
        kept = self._in_sight_now()
        if kept.sections is None:
            kept.sections = tuple(one for one in self.sections if self._shows(one))
        return kept.sections

    def visible(self, section: Section) -> tuple[ItemKey, ...]:
        """Everything that can be seen on a page, in reading order."""
        kept = self._in_sight_now().visible
        if section.name not in kept:
            kept[section.name] = visible_keys(self.session, section)
        return kept[section.name]

    def _shows(self, section: Section) -> bool:
        return shows_anything(self.session, section, self.running)

    def questions(self, section: Section | None = None) -> tuple[ItemKey, ...]:
        """The questions of a page, of the present one by default."""
        section, kept = section or self.section, self._in_sight_now().questions
        if section.name not in kept:
            kept[section.name] = question_keys(self.session, section)
        return kept[section.name]

    def _in_sight_now(self) -> _InSight:
        """Looked up anew when items came or went."""
        state = self.session.shown_state
        if self._in_sight is None or self._in_sight.state != state:
            self._in_sight = _InSight(state)
        return self._in_sight

    def shown_keys(self) -> tuple[ItemKey, ...]:
        """Everything visible on the present page, with what runs over all pages."""
        session, tree = self.session, self.session.tree.by_link_id
        runs = (one.key for name in self.running.everything for one in tree.get(name, ()))
        running = sorted(key for key in runs if session.state(key).visible)
        return tuple(dict.fromkeys((*running, *self.visible(self.section))))

    def is_closed(self, key: ItemKey) -> bool:
        """Whether the question waits for a private room."""
        return not self.private_now and self.session.tree.by_key[key].is_private

    def has_parked(self, key: ItemKey) -> bool:
        """Whether a closed question has an answer that is kept aside."""
        return self.is_closed(key) and not isinstance(self.session.given(key), Unanswered)

    def gate(self, section: Section) -> Gate:
        """Whether the section may be asked now."""
        if self.private_now:
            return Gate.OPEN
        roots = [self.form.questionnaire.item(link_id) for link_id in section.roots]
        instances = [self.session.tree.by_link_id[item.link_id][0] for item in roots]
        if all(instance.is_private for instance in instances):
            return Gate.LOCKED
        has_reason = self.room is not None and bool(self.room.not_private_reason)
        return Gate.WARN if warns(roots) and not has_reason else Gate.OPEN

    def section_of(self, key: ItemKey) -> Section:
        """The page on which an item stands: the present one for what runs over all of them."""
        item = self.session.tree.by_key[key].item
        is_running = item.link_id in self.running.everything
        return self.section if is_running else self.pages[item.section]

    def place_of(self, change: Change) -> ItemKey | None:
        """Where to look after a change: its question, or one in the row that came or moved.

        None where nothing of it is on a page now.
        """
        by_key = self.session.tree.by_key
        if change.key in by_key and not isinstance(change.after, Rows):
            return change.key
        if not isinstance(change.after, Rows):
            return None
        before = change.before.ids if isinstance(change.before, Rows) else ()
        rows = self.session.rows(change.key)
        came = [row for row, at in zip(rows, change.after.ids, strict=True) if at not in before]
        top = by_key[(came or rows)[0].key]
        questions = self.questions(self.pages[top.item.section])
        below = {one.key for one in top.with_descendants()}
        return next((key for key in questions if key in below), None)

    def reveal(self, key: ItemKey) -> bool:
        """Open the folds and tabs that a question stands in; whether any was closed."""
        return self.place.reveal(self.session.tree.by_key[key])

    def neighbour(self, step: int) -> Section | None:
        """The shown section before (-1) or after (1) the present one."""
        shown = self.shown_sections()
        at = shown.index(self.section) + step if self.section in shown else 0
        return shown[at] if 0 <= at < len(shown) else None

    def next_question(self, step: int) -> ItemKey | None:
        """The question before or after the present one, on this page."""
        keys = self.questions()
        if self.position not in keys:
            return keys[0] if keys and step > 0 else None
        at = keys.index(self.position) + step
        return keys[at] if 0 <= at < len(keys) else None

    def tries(self, code: str) -> tuple[HandOff, ...]:
        """Every act on one alert, oldest first."""
        return tuple(act for act in self.hand_offs if act.alert_code == code)

    def noted_room(
        self,
        present: frozenset[Presence],
        private_now: bool | None,
        reason: str,
        at: datetime,
        by: StaffId,
    ) -> RoomState:
        """The room as it is from now on."""
        heard = self.room.interpreting if self.room is not None else None
        episode_id = self.form.ref.episode_id
        self.room = RoomState(episode_id, present, private_now, at, by, reason, heard)
        return self.room

    def noted_interpreting(
        self, interpreting: Interpreting | None, at: datetime, by: StaffId
    ) -> RoomState:
        """The room with how it is interpreted from now on; the rest of it stays as it was."""
        before = self.room or RoomState(self.form.ref.episode_id, frozenset(), None, at, by)
        self.room = replace(before, interpreting=interpreting, noted_at=at, noted_by=by)
        return self.room

    def private_keys(self, keys: Iterable[ItemKey]) -> frozenset[ItemKey]:
        """Those of ``keys`` that open only in private."""
        return frozenset(key for key in keys if self.session.tree.by_key[key].is_private)


def begin(form: OpenForm, at: ItemKey | None, interface_language: str) -> Interview:
    """The interview at ``at``, else where the draft stopped, else on page one."""
    sections = sections_of(form.questionnaire)
    found = Interview(
        form,
        mode_of_form(form.language, interface_language, form.questionnaire, form.reader_language),
        form.room,
        form.hand_offs,
        sections,
        sections[0],
        pages={root: one for one in sections for root in one.roots},
        running=running_of(form.questionnaire),
        signatures=form.signatures,
    )
    by_key = form.session.tree.by_key
    position = next((one for one in (at, form.position) if one in by_key), None)
    if position is not None:
        found.place.reveal(by_key[position])
        return replace(found, section=found.section_of(position), position=position)
    shown = found.shown_sections()
    return replace(found, section=shown[0]) if shown else found
