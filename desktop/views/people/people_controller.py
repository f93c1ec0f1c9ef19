"""Runs the desk of people: reads it, and takes each act to the store."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.messages import sentence
from desktop.records.kinds import Compartment
from desktop.records.roles import Role
from desktop.services.code_sheets import Slip
from desktop.services.confirmations import ConfirmedAct
from desktop.services.give_keys import give_keys
from desktop.services.invite_person import invite_person
from desktop.services.make_new_keys import make_new_keys
from desktop.services.name_part2_user import name_part2_user
from desktop.services.ports import NewCode, NewStaff, PendingKey, RecoveryCodes, StaffEntry
from desktop.services.read_people import PeopleState, keys_waiting, read_people
from desktop.services.renew_code import renew_code
from desktop.services.reopen_sign_in import reopen_sign_in
from desktop.services.revoke_person import revoke_person
from desktop.services.work import Work
from desktop.views.confirming import confirm_then
from desktop.views.people.idle_setting import IdleSetting
from desktop.views.people.key_mover import mover_of
from desktop.views.people.people_view import PeopleView
from desktop.views.people.people_words import keys_words
from desktop.views.people.recovery_codes import RecoveryCodesTask
from desktop.views.people.slip_printers import print_slip
from desktop.views.person.task_panel import Task
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone


class PeopleController(QObject):
    """Accounts and keys."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._state: PeopleState | None = None
        self._chosen: StaffEntry | None = None
        self._given: tuple[PendingKey, ...] = ()
        self._view = view = PeopleView(context.language)
        self.setParent(view)  # which the shell owns
        self._tasks = TaskRunner(context, view)
        IdleSetting(context, view, self._tasks)
        RecoveryCodesTask(context, view, self._tasks)
        self._mover = mover = mover_of(context.runner)
        view.person_opened.connect(self._open)
        view.waiting_opened.connect(self._open_waiting)
        view.add_requested.connect(self._add)
        view.task_closed.connect(self._left)
        view.add_panel.person_given.connect(self._invite)
        view.account.code_requested.connect(self._ask_code)
        view.account.end_requested.connect(self._ask_end)
        view.account.reopen_requested.connect(self._reopen)
        view.account.part2_changed.connect(self._name_part2)
        view.act.code_agreed.connect(self._renew_code)
        view.act.end_agreed.connect(self._end)
        view.code.print_requested.connect(self._print)
        view.code.handed_over.connect(self._handed_over)
        view.give.keys_agreed.connect(self._give)
        view.keys.new_keys_requested.connect(self._ask_new)
        view.keys.move_requested.connect(self._move)
        view.keys.stop_requested.connect(mover.stop)
        mover.stepped.connect(view.keys.show_step)
        mover.moved.connect(self._moved)
        mover.stopped.connect(self._stopped)
        mover.failed.connect(self._move_failed)

    @property
    def view(self) -> PeopleView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Read who there is."""
        self._context.navigator.set_title(self.tr("People"))
        if self._mover.is_busy:
            self._view.keys.show_step(*self._mover.progress)
        self._read(self._view.focus_first)

    def flush(self) -> None:
        """Nothing typed here is kept before its button."""

    def _read(self, after: Callable[[], None] | None = None) -> None:
        self._context.runner.run(
            self._view,
            partial(_read, self._context.work),
            done=partial(self._show, after),
            failed=self._context.navigator.fail,
        )

    def _show(self, after: Callable[[], None] | None, read: tuple[PeopleState, int]) -> None:
        self._state, waiting = read
        self._view.show_people(self._state, self._context.work.clock.now())
        self._context.navigator.set_badge("people", waiting)
        if after is not None and self._view.task is None:
            after()

    @Slot()
    def _left(self) -> None:
        self._forget_code()
        self._view.focus_first()

    def _forget_code(self) -> None:
        """A code that was on the screen is gone: say what to do if nobody has it."""
        name = self._view.code.forget()
        if name:
            self._say("people.code-gone", Tone.ACCENT, name=name)

    @Slot()
    def _add(self) -> None:
        if not self._view.keeps_task():
            self._forget_code()
            self._view.add_panel.begin()
            self._view.open_task(self._view.add_panel)

    @Slot(str)
    def _open(self, key: str) -> None:
        people = self._state.people if self._state is not None else ()
        entry = next((one for one in people if one.member.staff_id == key), None)
        if entry is None or self._state is None or self._view.keeps_task():
            return
        self._chosen = entry
        session, now = self._context.work.session, self._context.work.clock.now()
        self._forget_code()
        is_me, may_certify = session.me.staff_id == key, self._state.may_certify
        self._view.account.begin(entry, now, may_certify=may_certify, is_me=is_me)
        self._view.open_task(self._view.account)

    @Slot(str)
    def _open_waiting(self, key: str) -> None:
        pending = self._state.pending if self._state is not None else ()
        mine = tuple(one for one in pending if one.member.staff_id == key and one.is_for_me)
        if mine and not self._view.keeps_task():
            self._given = mine
            self._forget_code()
            self._view.give.begin(mine)
            self._view.open_task(self._view.give)

    @Slot()
    def _ask_code(self) -> None:
        self._ask(self._view.act.begin_code)

    @Slot()
    def _ask_end(self) -> None:
        self._ask(self._view.act.begin_end)

    def _ask(self, begin: Callable[[StaffEntry], None]) -> None:
        if self._chosen is not None:
            begin(self._chosen)
            self._view.open_task(self._view.act)

    @Slot(object, object)
    def _invite(self, new: NewStaff, codes: RecoveryCodes | None) -> None:
        work = partial(invite_person, self._context.work, new, codes)
        done = partial(self._show_code, "people.added", new.display_name, new.sign_in_name)
        self._confirmed(partial(self._tasks.run, self._view.add_panel, work, done))

    @Slot(object)
    def _renew_code(self, codes: RecoveryCodes | None) -> None:
        if self._chosen is None:
            return
        member = self._chosen.member
        work = partial(renew_code, self._context.work, member.staff_id, codes)
        done = partial(self._show_code, "people.new-code", member.display_name, member.sign_in_name)
        self._confirmed(partial(self._tasks.run, self._view.act, work, done))

    def _show_code(self, message_id: str, name: str, sign_in_name: str, made: NewCode) -> None:
        self._say(message_id, name=name)
        slip = Slip(name, sign_in_name, made.code, made.expires_at)
        self._view.code.begin(slip, self._context.work.clock.now())
        self._view.open_task(self._view.code)
        self._context.runner.run(
            self._view,
            self._context.work.printers.queues,
            done=self._view.code.printers.show_queues,
            failed=self._context.navigator.fail,
        )
        self._read()

    @Slot(object)
    def _print(self, slip: Slip) -> None:
        queue = self._view.code.printers.chosen()
        work = partial(print_slip, self._context.work, slip, self._context.language, queue)
        self._context.runner.run(
            self._view, work, done=self._printed, failed=self._context.navigator.fail
        )

    def _printed(self, queue: str) -> None:
        words = sentence("people.printed", self._context.language, queue=queue)
        self._view.code.show_printed(words)

    @Slot(str)
    def _handed_over(self, name: str) -> None:
        self._finish("people.handed-over", name=name)

    @Slot(object)
    def _end(self, codes: RecoveryCodes | None) -> None:
        if self._chosen is not None:
            work = partial(revoke_person, self._context.work, self._chosen.member.staff_id, codes)
            is_certifier = self._chosen.member.role is Role.ADMINISTRATOR
            message = "people.ended-administrator" if is_certifier else "people.ended"
            self._run(self._view.act, work, message)

    @Slot()
    def _reopen(self) -> None:
        if self._chosen is not None:
            work = partial(reopen_sign_in, self._context.work, self._chosen.member.staff_id)
            self._run(self._view.account, work, "people.reopened")

    @Slot(bool)
    def _name_part2(self, is_named: bool) -> None:
        if self._chosen is not None:
            staff_id = self._chosen.member.staff_id
            work = partial(name_part2_user, self._context.work, staff_id, is_named=is_named)
            message = "people.named" if is_named else "people.named-no-more"
            self._run(self._view.account, work, message)

    def _run(self, task: Task, work: Callable[[], None], message_id: str) -> None:
        name = self._chosen.member.display_name if self._chosen is not None else ""
        self._confirmed(partial(self._tasks.run, task, work, partial(self._done, message_id, name)))

    def _confirmed(self, act: Callable[[], None]) -> None:
        confirm_then(self._context, ConfirmedAct.ACCOUNTS, act)

    def _done(self, message_id: str, name: str, _nothing: None) -> None:
        self._finish(message_id, name=name)

    @Slot(str, object)
    def _give(self, password: str, codes: RecoveryCodes | None) -> None:
        if not self._given:
            return
        member = self._given[0].member
        work = partial(give_keys, self._context.work, member.staff_id, password, codes)
        done = partial(self._gave, member.display_name)
        self._tasks.run(self._view.give, work, done)

    def _gave(self, name: str, keys: tuple[Compartment, ...]) -> None:
        if keys:
            self._finish("people.gave", name=name, keys=keys_words(keys, self._context.language))
        else:
            self._finish("people.gave-none", name=name)

    @Slot()
    def _ask_new(self) -> None:
        confirm_then(self._context, ConfirmedAct.GRANT, self._make_new)

    def _make_new(self) -> None:
        self._context.runner.run(
            self._view,
            partial(make_new_keys, self._context.work),
            done=self._made_new,
            failed=self._context.navigator.fail,
        )

    def _made_new(self, _keys: tuple[Compartment, ...]) -> None:
        self._say("people.keys-made")
        self._mover.start(self._context.work)
        self._read(self._view.focus_first)

    @Slot()
    def _move(self) -> None:
        self._mover.start(self._context.work)

    @Slot()
    def _moved(self) -> None:
        self._move_ended("people.moved")

    @Slot()
    def _stopped(self) -> None:
        self._move_ended("people.move-stopped")

    @Slot(object)
    def _move_failed(self, error: Exception) -> None:
        self._view.keys.stop_moving()
        self._context.navigator.fail(error)
        self._read()

    def _move_ended(self, message_id: str) -> None:
        self._view.keys.stop_moving()
        self._say(message_id)
        self._read()

    def _finish(self, message_id: str, **params: str) -> None:
        self._view.close_task()
        self._say(message_id, Tone.SUCCESS, **params)
        self._read(self._view.focus_first)

    def _say(self, message_id: str, tone: Tone = Tone.SUCCESS, **params: str) -> None:
        words = sentence(message_id, self._context.language, **params)
        self._context.navigator.say(Message(tone, words))


def _read(work: Work) -> tuple[PeopleState, int]:
    return read_people(work), keys_waiting(work)
