"""The hint at the same person, the link that follows from it, and its way back."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.messages import sentence
from desktop.records.ids import PersonId
from desktop.services.find_alike import AlikePerson, find_alike, people_to_compare
from desktop.services.link_by_alias import link_by_alias
from desktop.services.link_people import link_people, undo_link
from desktop.services.linked_people import LinkedCase
from desktop.services.local_day import record_time
from desktop.services.ports import EpisodeRef
from desktop.views.person.person_view import PersonView
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone

AT_ONCE = 250
"""People compared in one piece of work: what is answered meanwhile is stored in between."""
MOST_HINTS = 3
"""People named at once: more would be a list of strangers."""


class LinkedTasks(QObject):
    """Signals: ``changed()`` after a link was made or undone."""

    changed = Signal()

    def __init__(self, context: ScreenContext, ref: EpisodeRef, view: PersonView) -> None:
        super().__init__(view)
        self._context = context
        self._ref = ref
        self._view = view
        self._alike: dict[str, AlikePerson] = {}
        self._cases: tuple[LinkedCase, ...] = ()
        self._tasks = TaskRunner(context, view)
        view.identity_card.link_requested.connect(self._ask_alias)
        view.link.when_made(lambda task: task.alias_given.connect(self._link_alias))
        view.identity_card.alike_links.pressed.connect(self._link)
        view.linked.case_opened.connect(self._open)
        view.linked.undo_requested.connect(self._undo)

    def know(self, cases: tuple[LinkedCase, ...]) -> None:
        """The cases that are linked now."""
        self._cases = cases

    @Slot()
    def look_for_alike(self) -> None:
        """Compare the identity that was noted just now; a hint, never a stop."""
        self._context.runner.run(
            self._view,
            partial(people_to_compare, self._context.work, self._ref),
            done=partial(self._compare, ()),
            failed=self._context.navigator.fail,
        )

    def _compare(self, found: tuple[AlikePerson, ...], rest: tuple[PersonId, ...]) -> None:
        if not rest:
            self._show_alike(found)
            return
        some, later = rest[:AT_ONCE], rest[AT_ONCE:]
        self._context.runner.run(
            self._view,
            partial(find_alike, self._context.work, self._ref, some),
            done=lambda more: self._compare((*found, *more), later),
            failed=self._context.navigator.fail,
        )

    def _show_alike(self, found: tuple[AlikePerson, ...]) -> None:
        found = tuple(sorted(found, key=lambda one: one.arrived_at, reverse=True))
        known = {case.ref.person_id for case in self._cases}
        new = [one for one in found if one.ref.person_id not in known][:MOST_HINTS]
        self._alike = {one.ref.person_id: one for one in new}
        who = [
            self._say("alike.person", alias=one.alias, at=record_time(one.arrived_at))
            for one in new
        ]
        words = self._say("alike.hint", who="; ".join(who)) if who else ""
        links = {str(one.ref.person_id): self._say("linked.link", alias=one.alias) for one in new}
        self._view.identity_card.show_alike(self._say("alike.title"), words, links)

    @Slot(str)
    def _link(self, person: str) -> None:
        other = self._alike.get(person)
        if other is not None:
            work = partial(link_people, self._context.work, self._ref, other.ref)
            words = self._say("linked.done", alias=other.alias)
            self._run(work, words)

    @Slot()
    def _ask_alias(self) -> None:
        if not self._view.keeps_task():
            self._view.link().begin()
            self._view.open_task(self._view.link())

    @Slot(str)
    def _link_alias(self, alias: str) -> None:
        work = partial(link_by_alias, self._context.work, self._ref, alias)
        words = self._say("linked.done", alias=alias)
        self._tasks.run(self._view.link(), work, partial(self._done, words))

    @Slot(str)
    def _undo(self, person: str) -> None:
        work = partial(undo_link, self._context.work, self._ref, PersonId(person))
        self._run(work, self._say("linked.undone"))

    def _run(self, work: "partial[None]", words: str) -> None:
        self._context.runner.run(
            self._view,
            work,
            done=partial(self._done, words),
            failed=self._context.navigator.fail,
        )

    def _done(self, words: str, _nothing: None) -> None:
        self._view.identity_card.show_alike("", "", {})
        self._context.navigator.saved(self._context.work.clock.now())
        self._context.navigator.say(Message(Tone.SUCCESS, words))
        self.changed.emit()

    @Slot(str)
    def _open(self, key: str) -> None:
        case = next((one for one in self._cases if one.ref.episode_id == key), None)
        if case is not None:
            self._context.navigator.open_person(case.ref)

    def _say(self, message_id: str, **params: str) -> str:
        return sentence(message_id, self._context.language, **params)
