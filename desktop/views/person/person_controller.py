"""Runs the person page: reads the case, opens steps, and goes on where the case stands."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.errors import KnownError
from desktop.messages import explain, sentence
from desktop.records.erasure import person_reference
from desktop.records.form_record import FormKind
from desktop.records.visit import Visit
from desktop.services.draft_cards import DraftCard
from desktop.services.person_steps import StepKind
from desktop.services.ports import EpisodeRef
from desktop.services.read_person import PersonPage, read_person
from desktop.services.submit_visit import submit_visit
from desktop.services.untold_alerts import UntoldName
from desktop.views.forms.breakable import unbreakable
from desktop.views.person.draft_tasks import DraftTasks
from desktop.views.person.hand_over_tasks import HandOverTasks
from desktop.views.person.linked_tasks import LinkedTasks
from desktop.views.person.more_forms import MoreForms
from desktop.views.person.new_cases import NewCases
from desktop.views.person.next_act import (
    DESK_OF,
    FORM_OF,
    SIGNED,
    SOMEONE_ELSES,
    SUBMITTED,
    Act,
    NextAct,
    next_act,
    signed_forms,
)
from desktop.views.person.person_reader import person_state
from desktop.views.person.person_tasks import PersonTasks
from desktop.views.person.person_view import PersonView
from desktop.views.person.plan_showing import PlanShowing
from desktop.views.person.record_printing import RecordPrinting
from desktop.views.person.report_tasks import ReportTasks
from desktop.views.person.told_tasks import ToldTasks
from desktop.views.screen import Message, Opens, ScreenContext, Then
from desktop.views.theme.tokens import Tone


class PersonController(QObject):
    """One case. Focus starts on the current step; ``then`` is opened at once."""

    def __init__(self, context: ScreenContext, ref: EpisodeRef, then: Then | None = None) -> None:
        super().__init__()
        self._context = context
        self._ref = ref
        self._page: PersonPage | None = None
        self._is_first = True
        self._then = then
        self._view = PersonView(context.language, context.work.clock.now)
        # The controller lives as long as its view, which the shell owns.
        self.setParent(self._view)
        self._tasks = PersonTasks(context, ref, self._view)
        self._tasks.assessment_wanted.connect(self._open_assessment)
        self._links = LinkedTasks(context, ref, self._view)
        self._tasks.identity_saved.connect(self._links.look_for_alike)
        self._more_forms = MoreForms(context, ref, self._view, self._tasks)
        self._printing = RecordPrinting(context, ref, self._view)
        self._report = ReportTasks(context, ref, self._view)
        self._hand_over = HandOverTasks(context, ref, self._view)
        self._new_cases = NewCases(context, self._view)
        self._told = ToldTasks(context, ref, self._view)
        self._plans = PlanShowing(context, ref, self._view)
        for one in (self._tasks, self._links, self._hand_over, self._report, self._told):
            one.changed.connect(self._task_done)
        self._drafts = DraftTasks(context, self._view, self._view.draft_panels)
        self._drafts.discarded.connect(self._task_done)
        for kind, card in self._view.drafts.items():
            card.resume_requested.connect(partial(self._with_draft, kind, self._drafts.resume))
            card.look_requested.connect(partial(self._with_draft, kind, self._drafts.look))
            card.discard_requested.connect(partial(self._with_draft, kind, self._drafts.discard))
        self._connect()

    def _connect(self) -> None:
        view = self._view
        view.back_requested.connect(self._go_back)
        view.step_opened.connect(self._open_step)
        view.privacy_requested.connect(self._open_privacy)
        words = sentence(
            "person.reference",
            self._context.language,
            reference=unbreakable(person_reference(self._ref.person_id)),
        )
        view.identity_card.show_reference(words)
        view.next_requested.connect(self._go_on)
        view.attempt_requested.connect(self._log_attempt)
        view.close_requested.connect(self._close_case)
        view.send_requested.connect(self._send)
        view.amend_requested.connect(self._amend)
        view.room_card.note_requested.connect(self._note_room)
        view.task_closed.connect(view.focus_step)

    @property
    def view(self) -> PersonView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Read the case."""
        self._view.start_busy(sentence("person.opening", self._context.language))
        self._context.runner.run(
            self._view,
            partial(read_person, self._context.work, self._ref),
            done=self._read,
            failed=self._not_read,
        )

    def flush(self) -> None:
        """Nothing typed here is kept before it is saved; name and contacts are hidden again."""
        self._view.identity_card.close_card()

    def _not_read(self, error: Exception) -> None:
        self._view.stop_busy()
        self._context.navigator.fail(error)

    def _read(self, page: PersonPage) -> None:
        self._view.stop_busy()
        self._page = page
        self._more_forms.know(page.loaded, page.offered)
        self._printing.know(page.printable)
        self._report.know(page.card.report)
        self._told.know(page)
        self._tasks.know(page)
        self._plans.know(page)
        self._new_cases.know(page)
        self._context.navigator.set_title(page.card.alias)
        now = self._context.work.clock.now()
        self._view.show_state(person_state(page, now, self._context.language))
        self._hand_over.know(page)
        self._links.know(page.linked)
        self._view.linked.show_cases(page.linked, now)
        if self._is_first:
            self._is_first = False
            self._view.focus_step()
        then, self._then = self._then, None
        if isinstance(then, UntoldName):
            self._told.open(then)
        elif then is StepKind.ASSESSMENT:
            self._begin_assessment(page)
        elif then is Opens.NEW_CASE:
            self._new_cases.open_again()
        elif then is not None:
            self._open_step(then.value)

    def _begin_assessment(self, page: PersonPage) -> None:
        """With the room first; nothing when the case asks for something else now."""
        if next_act(page, self._context.language).kind is FormKind.ASSESSMENT:
            self._go_on()

    @Slot()
    def _task_done(self) -> None:
        self._view.close_task()
        self._is_first = True
        self.start()

    @Slot()
    def _go_back(self) -> None:
        self._context.navigator.open_worklist()

    @Slot()
    def _open_privacy(self) -> None:
        self._context.navigator.open_privacy(self._ref)

    @Slot(str)
    def _open_step(self, key: str) -> None:
        if self._page is None:
            return
        step = next(step for step in self._page.steps if step.kind.value == key)
        if step.kind in FORM_OF:
            self._open_form_step(FORM_OF[step.kind], step.summary_id)
        elif step.kind in DESK_OF.values():
            self._open_desk(step.kind)
        else:
            self._log_attempt()

    def _open_desk(self, kind: StepKind) -> None:
        to = self._context.navigator
        desks = {StepKind.CONSENT: to.open_consents, StepKind.NEEDS: to.open_needs}
        desks.get(kind, to.open_packet)(self._ref)

    @Slot()
    def _open_assessment(self) -> None:
        talk = self._page.talk if self._page else ""
        if talk:
            self._more_forms.open_own(talk)
        else:
            self._context.navigator.open_form(self._ref, FormKind.ASSESSMENT)

    def _open_form_step(self, kind: FormKind, summary_id: str) -> None:
        if kind is FormKind.ASSESSMENT and self._page is not None and self._page.talk:
            self._more_forms.open_own(self._page.talk)
        elif summary_id == SIGNED:
            self._tasks.start_amendment((kind,))
        elif summary_id == SUBMITTED:
            refusal = KnownError("review.not-in-state.submitted")
            self._tell(Tone.ACCENT, explain(refusal, self._context.language))
        elif summary_id == SOMEONE_ELSES:
            self._take_over()
        else:
            self._context.navigator.open_form(self._ref, kind)

    @Slot()
    def _go_on(self) -> None:
        if self._page is None:
            return
        act = next_act(self._page, self._context.language)
        if act.kind is not None and act.act is not Act.TAKE_OVER:
            self._go_to_form(act)
        elif act.act is Act.TAKE_OVER:
            self._take_over()
        elif act.act is Act.ROOM:
            self._note_room()
        elif act.act in DESK_OF:
            self._open_desk(DESK_OF[act.act])
        elif act.act is Act.SEND:
            self._send()
        elif act.act is Act.LOG:
            self._log_attempt()
        elif act.act is Act.CLOSE:
            self._close_case()

    def _go_to_form(self, act: NextAct) -> None:
        """The first interview begins with the room and capacity, when nothing is noted yet."""
        page, kind = self._page, act.kind
        if page is None or kind is None:
            return
        is_noted = page.room is not None and page.capacity is not None
        if act.act is Act.START and kind is FormKind.ASSESSMENT and not is_noted:
            self._tasks.note_room(page, act.button)
            return
        if kind is FormKind.ASSESSMENT and page.talk:
            self._more_forms.open_own(page.talk)
            return
        at = None
        if act.act is Act.RESUME and page.draft is not None and page.draft.kind is kind:
            at = page.draft.position_key
        self._context.navigator.open_form(self._ref, kind, at)

    def _take_over(self) -> None:
        draft = self._page.draft if self._page else None
        if draft is not None and not draft.is_mine:
            self._tasks.take_over(draft)
        else:
            self._context.navigator.fail(KnownError("draft.someone-elses"))

    def _with_draft(self, kind: FormKind, act: Callable[[DraftCard], None]) -> None:
        drafts = self._page.own_drafts if self._page else ()
        card = next((one for one in drafts if one.kind is kind), None)
        if card is not None:
            act(card)

    @Slot()
    def _log_attempt(self) -> None:
        if self._page is None:
            return
        if self._page.card.is_closed:
            self._context.navigator.fail(KnownError("episode.closed"))
        else:
            self._tasks.log_attempt(self._page.card)

    @Slot()
    def _close_case(self) -> None:
        if self._page is not None:
            self._tasks.close_case(self._page.card)

    @Slot()
    def _note_room(self) -> None:
        if self._page is not None:
            self._tasks.note_room(self._page, "")

    @Slot()
    def _amend(self) -> None:
        signed = signed_forms(self._page) if self._page else ()
        if signed:
            self._tasks.start_amendment(signed)

    @Slot()
    def _send(self) -> None:
        self._context.runner.run(
            self._view,
            partial(submit_visit, self._context.work, self._ref),
            done=self._sent,
            failed=self._context.navigator.fail,
        )

    def _sent(self, _visit: Visit) -> None:
        self._context.navigator.saved(self._context.work.clock.now())
        self._tell(Tone.SUCCESS, sentence("person.sent", self._context.language))
        self._task_done()

    def _tell(self, tone: Tone, text: str) -> None:
        self._context.navigator.say(Message(tone, text))
