"""Runs the desk of backups: shows what there is, changes the plan, makes one, tries a restore."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from desktop.errors import KnownError
from desktop.messages import sentence
from desktop.records.ids import StaffId
from desktop.services.backup_by_hand import backup_by_hand
from desktop.services.backup_plan import save_backup_plan
from desktop.services.backup_rules import BackupPlan
from desktop.services.confirmations import ConfirmedAct
from desktop.services.destroy_kept import destroy_kept_store
from desktop.services.ports import Backup, BackupDone, DrillReport, KeptStore, SecondPerson
from desktop.services.put_back import allow_put_back
from desktop.services.read_backups import BackupOverview, read_backups
from desktop.services.settle_rollback import settle_rollback
from desktop.services.try_restore import note_drill, try_restore
from desktop.views.backups.backup_drive import drive_of
from desktop.views.backups.backups_view import BackupsView
from desktop.views.backups.card_tasks import CardTasks
from desktop.views.backups.kept_panel import ask_to_destroy
from desktop.views.confirming import confirm_then
from desktop.views.person.ask_panel import Given
from desktop.views.person.task_runner import TaskRunner
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone


class BackupsController(QObject):
    """Backups; one that is under way goes on when the desk is left, and is shown again here."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._overview: BackupOverview | None = None
        self._chosen: Backup | None = None
        self._kept_store: KeptStore | None = None
        self._view = view = BackupsView(context.language)
        # The controller lives as long as its view, which the shell owns.
        self.setParent(view)
        self._tasks = TaskRunner(context, view)
        self._cards = CardTasks(context, view.cards)
        self._drive = drive = drive_of(context.runner, context.work.clock)
        view.plan_requested.connect(self._plan)
        view.back_up_requested.connect(self._back_up)
        view.drill_requested.connect(self._drill_newest)
        view.stop_requested.connect(drive.stop)
        view.backup_opened.connect(self._open)
        view.task_closed.connect(view.settling.forget)
        view.task_closed.connect(view.focus_first)
        view.plan.plan_given.connect(self._keep)
        view.kept_opened.connect(self._ask_to_destroy)
        view.asking.given.connect(self._destroy)
        view.settle_requested.connect(self._ask_both)
        view.settling.settled.connect(self._settle)
        view.drill.drill_requested.connect(self._drill)
        view.drill.stop_requested.connect(drive.stop)
        view.drill.put_back_requested.connect(self._ask_put_back)
        drive.stepped.connect(self._step)
        drive.made.connect(self._made)
        drive.drilled.connect(self._drilled)
        drive.failed.connect(self._failed)
        drive.stopped.connect(self._stopped)

    @property
    def view(self) -> BackupsView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Read what there is."""
        self._context.navigator.set_title(self.tr("Backups"))
        self._cards.read()
        self._read(self._view.focus_first)

    def flush(self) -> None:
        """Nothing typed here is kept before Save."""

    def _read(self, after: Callable[[], None] | None = None) -> None:
        self._context.runner.run(
            self._view,
            partial(read_backups, self._context.work),
            done=partial(self._show, after),
            failed=self._context.navigator.fail,
        )

    def _show(self, after: Callable[[], None] | None, overview: BackupOverview) -> None:
        self._overview = overview
        self._view.show_overview(overview, self._context.work.clock.now())
        if self._drive.is_busy:
            self._view.start_busy_backup(self._words("backup.step-taking"))
        if after is not None and self._view.task is None:
            after()

    @Slot()
    def _plan(self) -> None:
        if self._overview is not None:
            self._view.plan.begin(self._overview.plan)
            self._view.open_task(self._view.plan)

    @Slot(object)
    def _keep(self, plan: BackupPlan) -> None:
        work = partial(save_backup_plan, self._context.work, plan)
        self._tasks.run(self._view.plan, work, self._kept)

    def _kept(self, _plan: BackupPlan) -> None:
        self._view.close_task()
        self._read(self._view.focus_first)

    @Slot(str)
    def _ask_to_destroy(self, name: str) -> None:
        kept = self._overview.kept if self._overview is not None else ()
        self._kept_store = next((one for one in kept if one.name == name), None)
        if self._kept_store is not None:
            self._view.asking.begin(ask_to_destroy(self._kept_store, self._context.language))
            self._view.open_task(self._view.asking)

    @Slot(object)
    def _destroy(self, given: Given) -> None:
        if self._kept_store is not None:
            name = self._kept_store.name
            work = partial(destroy_kept_store, self._context.work, name, given.password)
            self._tasks.run(self._view.asking, work, self._destroyed)

    def _destroyed(self, _nothing: None) -> None:
        self._view.close_task()
        self._context.navigator.say(Message(Tone.SUCCESS, self._words("kept.destroyed")))
        self._read(self._view.focus_first)

    @Slot()
    def _ask_both(self) -> None:
        if self._overview is not None and self._overview.alarm is not None:
            self._view.settling.begin(self._overview.alarm)
            self._view.open_task(self._view.settling)

    @Slot(str, object)
    def _settle(self, password: str, second: SecondPerson) -> None:
        work = partial(settle_rollback, self._context.work, password, second)
        self._tasks.run(self._view.settling, work, self._settled)

    def _settled(self, _second: StaffId) -> None:
        self._view.settling.forget()
        self._view.close_task()
        words = self._words("backups.settled")
        self._context.navigator.say(Message(Tone.SUCCESS, words))
        self._read(self._view.focus_first)

    @Slot()
    def _back_up(self) -> None:
        if self._overview is None or self._drive.is_busy:
            return
        self._view.start_busy_backup(self._words("backup.step-taking"))
        desk = backup_by_hand(self._context.work)
        self._drive.back_up(desk, Path(self._overview.plan.folder))

    @Slot(str)
    def _open(self, name: str) -> None:
        backups = self._overview.backups if self._overview is not None else ()
        self._begin_drill(next((one for one in backups if one.path.name == name), None))

    @Slot()
    def _drill_newest(self) -> None:
        if self._overview is not None and self._overview.backups:
            self._begin_drill(self._overview.backups[0])
            self._drill()

    def _begin_drill(self, backup: Backup | None) -> None:
        if backup is not None:
            self._chosen = backup
            self._view.drill.begin(backup)
            self._view.open_task(self._view.drill)

    @Slot()
    def _drill(self) -> None:
        if self._chosen is None or self._drive.is_busy:
            return
        self._view.drill.start()
        self._view.set_working(is_working=True)
        self._drive.drill(partial(try_restore, self._context.work, self._chosen.path))

    @Slot()
    def _ask_put_back(self) -> None:
        confirm_then(self._context, ConfirmedAct.RESTORE, self._put_back)

    def _put_back(self) -> None:
        if self._chosen is None:
            return
        try:
            allow_put_back(self._context.work)
        except KnownError as error:
            self._context.navigator.fail(error)
            return
        self._context.navigator.put_back(self._chosen.path)

    @Slot(str, int, int)
    def _step(self, what: str, done: int, total: int) -> None:
        words = self._words(what)
        self._view.show_step(words, done, total)
        self._view.drill.show_step(words, done, total)

    @Slot(object)
    def _made(self, done: BackupDone) -> None:
        words = self._words("backups.made", records=done.facts.records)
        self._context.navigator.say(Message(Tone.SUCCESS, words))
        self._ended()

    @Slot(object)
    def _drilled(self, drill: DrillReport) -> None:
        self._context.runner.run(
            self._view,
            partial(note_drill, self._context.work, drill),
            done=partial(self._show_drill, drill),
            failed=self._context.navigator.fail,
        )

    def _show_drill(self, drill: DrillReport, _nothing: None) -> None:
        self._view.drill.show_report(drill)
        self._ended()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._view.drill.show_nothing()
        self._context.navigator.fail(error)
        self._ended()

    @Slot()
    def _stopped(self) -> None:
        self._view.drill.show_nothing()
        words = self._words("backups.stopped")
        self._context.navigator.say(Message(Tone.ACCENT, words))
        self._ended()

    def _ended(self) -> None:
        self._view.stop_busy_backup()
        self._view.set_working(is_working=False)
        self._read()

    def _words(self, message_id: str, **numbers: int) -> str:
        return sentence(message_id, self._context.language, **numbers)
