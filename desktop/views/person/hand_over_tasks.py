"""Hands a case over to another workstation from its page, and takes it back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.messages import sentence
from desktop.records.hand_over import HandOverReason, TakeBackReason, Workstation
from desktop.records.roles import Role
from desktop.services.hand_over_case import (
    HandOverDone,
    HandOverWish,
    hand_over_case,
    take_back_case,
)
from desktop.services.need_here import AwayCase
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import PersonPage
from desktop.views.person.ask_panel import Ask, Given
from desktop.views.person.choose_place import ChoosePlace
from desktop.views.person.person_view import PersonView
from desktop.views.person.task_runner import TaskRunner
from desktop.views.person.when_words import moment_words
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.option_row import OptionItem

TAKE_BACK = "take-back"
TAKEN_BACK_BY_HAND = (
    TakeBackReason.FILE_LOST,
    TakeBackReason.FILE_REFUSED,
    TakeBackReason.PLAN_CHANGED,
)


class HandOverTasks(QObject):
    """Signals: ``changed()`` after the case went, or is here again."""

    changed = Signal()

    def __init__(self, context: ScreenContext, ref: EpisodeRef, view: PersonView) -> None:
        super().__init__(view)
        self._context = context
        self._ref = ref
        self._view = view
        self._runner = TaskRunner(context, view)
        self._page: PersonPage | None = None
        self._given: Given | None = None
        view.hand_over_requested.connect(self._begin)
        view.away_bar.action_requested.connect(self._ask_back)
        view.hand_over.when_made(lambda task: task.given.connect(self._choose_place))
        view.take_back.when_made(lambda task: task.given.connect(self._take_back))

    def know(self, page: PersonPage) -> None:
        """Offer it where another workstation is known; say where a case went."""
        self._page = page
        self._view.show_away(is_away=page.away is not None, can_go=bool(page.workstations))
        if page.away is None:
            self._view.away_bar.clear()
            return
        may = bool(self._back_reasons(page.away))
        actions = ((TAKE_BACK, self._say("hand-over.back-do")),) if may else ()
        title, text = self._away_words(page.away)
        self._view.away_bar.show_message(
            Tone.WARNING, text, title=title, actions=actions, icon=Icon.ARROW_RIGHT
        )

    def _away_words(self, away: AwayCase) -> tuple[str, str]:
        now = self._context.work.clock.now()
        title = self._say(
            "hand-over.away-title",
            workstation=away.workstation,
            at=moment_words(away.at, now, self._context.language),
            by=away.by,
        )
        text = "hand-over.away-confirmed" if away.is_confirmed else "hand-over.away-text"
        return title, self._say(text)

    @Slot()
    def _begin(self) -> None:
        page = self._page
        if page is None or self._view.keeps_task():
            return
        self._view.hand_over().begin(self._ask(page))
        self._view.open_task(self._view.hand_over())

    def _ask(self, page: PersonPage) -> Ask:
        intro = self._say("hand-over.intro")
        if page.linked:
            others = ", ".join(case.alias for case in page.linked)
            intro = f"{intro} {self._say('hand-over.linked', aliases=others)}"
        return Ask(
            title=self._say("hand-over.title", alias=page.card.alias),
            intro=intro,
            action=self._say("hand-over.do"),
            where_label=self._say("hand-over.where"),
            where=tuple(OptionItem(each.workstation_id, each.name) for each in page.workstations),
            reason_label=self._say("hand-over.why"),
            reasons=tuple(
                OptionItem(each.value, self._say(f"hand-over-reason.{each.value}"))
                for each in HandOverReason
            ),
        )

    @Slot(object)
    def _choose_place(self, given: Given) -> None:
        self._given = given
        dialog = ChoosePlace(self._say("hand-over.place"), self._view)
        dialog.place_chosen.connect(self._hand_over)
        dialog.open()

    @Slot(object)
    def _hand_over(self, folder: Path) -> None:
        given, self._given = self._given, None
        page = self._page
        if given is None or page is None:
            return
        to = next(one for one in page.workstations if one.workstation_id == given.where)
        wish = HandOverWish(to, HandOverReason(given.reason), folder)
        work = partial(hand_over_case, self._context.work, self._ref, wish, given.password)
        self._runner.run(self._view.hand_over(), work, partial(self._gone, to))

    def _gone(self, to: Workstation, done: HandOverDone) -> None:
        words = self._say("hand-over.gone", file=done.file.name, workstation=to.name)
        self._context.navigator.say(Message(Tone.SUCCESS, words))
        self.changed.emit()

    @Slot(str)
    def _ask_back(self, _key: str) -> None:
        away = self._page.away if self._page else None
        if away is None or self._view.keeps_task():
            return
        self._view.take_back().begin(
            Ask(
                title=self._say("hand-over.back-title"),
                intro=self._say("hand-over.back-intro"),
                action=self._say("hand-over.back-do"),
                reason_label=self._say("hand-over.back-why"),
                reasons=tuple(
                    OptionItem(each.value, self._say(f"take-back-reason.{each.value}"))
                    for each in self._back_reasons(away)
                ),
                wants_password=False,
            )
        )
        self._view.open_task(self._view.take_back())

    def _back_reasons(self, away: AwayCase) -> tuple[TakeBackReason, ...]:
        """What may be said: once confirmed only that the other is lost, by a nurse manager."""
        lost = TakeBackReason.OTHER_LOST
        is_manager = self._context.work.session.me.role is Role.NURSE_MANAGER
        others = () if away.is_confirmed else TAKEN_BACK_BY_HAND
        return (*others, lost) if is_manager else others

    @Slot(object)
    def _take_back(self, given: Given) -> None:
        reason = TakeBackReason(given.reason)
        work = partial(take_back_case, self._context.work, self._ref, reason)
        self._runner.run(self._view.take_back(), work, self._is_back)

    def _is_back(self, _nothing: None) -> None:
        self._context.navigator.say(Message(Tone.SUCCESS, self._say("hand-over.back-done")))
        self.changed.emit()

    def _say(self, message_id: str, **params: str) -> str:
        return sentence(message_id, self._context.language, **params)
