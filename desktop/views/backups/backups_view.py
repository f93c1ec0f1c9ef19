"""The desk of backups: the last result, what lies in the folder, what was tried, and panels."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.services.ports import Backup, BackupTry
from desktop.services.read_backups import BackupOverview
from desktop.views.backups.alarm_panel import AlarmPanel
from desktop.views.backups.backup_words import facts_words, size_words, try_words
from desktop.views.backups.cards_panel import CardsPanel
from desktop.views.backups.drill_panel import DrillPanel
from desktop.views.backups.kept_panel import KeptPanel
from desktop.views.backups.plan_panel import PlanPanel
from desktop.views.forms.breakable import breakable
from desktop.views.person.ask_panel import AskPanel
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.person.when_words import moment_words
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import TextStyle, Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.busy import Busy
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.pressed_focus import PressedFocus
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.top_bar import TopBar
from desktop.views.widgets.wrap_label import WrapLabel

TRIES_SHOWN = 10


class BackupsView(DeskFrame):
    """Keys of rows are file names. Signals: ``backup_opened(name)``; ``plan_requested()``;
    ``back_up_requested()``; ``drill_requested()`` of the newest; ``stop_requested()``;
    ``settle_requested()`` the rollback alarm is to be settled; ``kept_opened(name)`` an older store
    that a restore moved aside."""

    backup_opened = Signal(str)
    plan_requested = Signal()
    back_up_requested = Signal()
    drill_requested = Signal()
    stop_requested = Signal()
    settle_requested = Signal()
    kept_opened = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="backups")
        self._language = language
        self.top = TopBar(self.tr("Backups"), self, name="backups-top")
        self.set_top(self.top)
        self._build_main()
        self._build_side(language)
        self._build_actions()

    def show_overview(self, overview: BackupOverview, now: datetime) -> None:
        """Show everything anew."""
        has_plan = bool(overview.plan.folder)
        self.alarm_panel.setVisible(overview.alarm is not None)
        self.empty.setVisible(not has_plan)
        self._state.setVisible(has_plan)
        self._show_state(overview, now)
        self.rows.show_rows([self._row(one, now) for one in overview.backups])
        self._folder_panel.setVisible(bool(overview.backups))
        self._folder_panel.set_count(len(overview.backups))
        self.kept.show_kept(overview.kept, now)
        tries = overview.log.tries[:TRIES_SHOWN]
        self.tries.show_rows([self._try_row(at, one, now) for at, one in enumerate(tries)])
        self._tries_panel.setVisible(bool(tries))
        reason = "" if has_plan else self.tr("Choose where first")
        self.now_button.set_closed(reason)
        # An empty page has one next step, and it is filled.
        self.plan_button.set_role(ButtonRole.PLAIN if has_plan else ButtonRole.PRIMARY)
        self.now_button.set_role(ButtonRole.PRIMARY if has_plan else ButtonRole.PLAIN)
        self.drill_button.set_closed("" if overview.backups else self.tr("No backup yet"))
        self._bar_focus.give_back()

    def focus_first(self) -> None:
        """What comes next: choosing where, or a backup."""
        closed = bool(self.now_button.closed_reason)
        (self.plan_button if closed else self.now_button).setFocus()

    def start_busy_backup(self, words: str) -> None:
        """A backup begins; a second one waits."""
        self.running.start(words)
        self._bar_focus.close((self.now_button, self.drill_button), words)

    def show_step(self, words: str, done: int, total: int) -> None:
        """How far it is."""
        self.running.show_step(words, done, total)

    def stop_busy_backup(self) -> None:
        """It ended; the overview opens the buttons again."""
        self.running.stop()

    def _build_main(self) -> None:
        main = self.body.main_column
        self.running = Busy(main, name="backups-running")
        self.running.cancel_requested.connect(self.stop_requested)
        self._build_alarm(main)
        self._state = Panel("", main, name="backups-state")
        self.last = WrapLabel("", self._state, style=TextStyle.TITLE)
        self.last_facts = WrapLabel("", self._state)
        self.trouble = WrapLabel("", self._state, tone=Tone.WARNING)
        self.where = WrapLabel("", self._state, tone=Tone.MUTED)
        for label in (self.last, self.last_facts, self.trouble, self.where):
            self._state.body.addWidget(label)
        title = self.tr("In the folder")
        self._folder_panel = Panel(title, main, name="backups-folder", is_flush=True)
        self.rows = RowList(title, self._folder_panel, name="backups-list", opens_on_press=True)
        self._folder_panel.body.addWidget(self.rows)
        title = self.tr("What was tried")
        self._tries_panel = Panel(title, main, name="backups-tries-panel", is_flush=True)
        self.tries = RowList(title, self._tries_panel, name="backups-tries")
        self._tries_panel.body.addWidget(self.tries)
        self.kept = KeptPanel(self._language, main)
        self.kept.rows.opened.connect(self.kept_opened)
        self.empty = EmptyState(
            self.tr("No backups yet"),
            self.tr(
                "When this computer breaks, a backup is all there is. Choose a folder on another"
                " drive; from then on one is made every day and checked."
            ),
            main,
            name="backups-empty",
        )
        self.cards = CardsPanel(self._language, main)
        for widget in (
            self.alarm_panel,
            self.running,
            self._state,
            self._folder_panel,
            self.kept,
            self._tries_panel,
            self.empty,
            self.cards,
        ):
            self.body.main.addWidget(widget)
        self.rows.opened.connect(self.backup_opened)

    def _build_alarm(self, main: QWidget) -> None:
        self.alarm_panel = Panel("", main, name="backups-alarm")
        self.alarm_panel.set_title(self.tr("This store is older than what was seen of it"))
        words = self.tr(
            "It was put back from a copy, or something was taken out of it. Reading and drafts go"
            " on; signing, release and deletion wait until two people confirm, one of them an"
            " administrator."
        )
        self.alarm_panel.body.addWidget(WrapLabel(words, self.alarm_panel, tone=Tone.WARNING))
        self.settle_button = Button(
            self.tr("Confirm with two people"),
            self.alarm_panel,
            name="backups-settle",
            icon=Icon.USERS,
        )
        self.settle_button.clicked.connect(self._settle)
        self.alarm_panel.body.addWidget(self.settle_button)
        self.alarm_panel.hide()

    def _build_side(self, language: str) -> None:
        side = self.body.side_column
        note = Panel("", side, name="backups-note")
        note.set_title(self.tr("How a backup is made"))
        words = self.tr(
            "The sealed store is copied while work goes on, opened and checked, brought to the"
            " folder and read back there. Only then an older one goes. One of each of the last 14"
            " days stays."
        )
        note.body.addWidget(WrapLabel(words, note, tone=Tone.MUTED))
        restore = self.tr(
            "To put a backup in the place of the store, open it in the list. What is there now is"
            " kept aside. Where the store does not open, the page that says so offers the same."
        )
        note.body.addWidget(WrapLabel(restore, note, tone=Tone.MUTED))
        self.add_side(note)
        self.plan = PlanPanel(side)
        self.drill = DrillPanel(language, side)
        self.add_task(self.plan)
        self.add_task(self.drill)
        self.settling = AlarmPanel(side)
        self.add_task(self.settling)
        self.asking = AskPanel(language, side, name="backups-ask")
        self.add_task(self.asking)

    def _build_actions(self) -> None:
        self._bar_focus = PressedFocus()
        bar = ActionBar(self, name="backups-actions")
        self.plan_button = Button(
            self.tr("Where and when"), bar, name="backups-plan", icon=Icon.HARD_DRIVE
        )
        self.drill_button = Button(
            self.tr("Try a restore"), bar, name="backups-drill", icon=Icon.HISTORY
        )
        self.now_button = Button(
            self.tr("Back up now"),
            bar,
            name="backups-now",
            role=ButtonRole.PRIMARY,
            icon=Icon.SHIELD_CHECK,
        )
        self.plan_button.clicked.connect(self._plan)
        self.drill_button.clicked.connect(self._drill)
        self.now_button.clicked.connect(self._now)
        for button in (self.now_button, self.drill_button):
            button.set_closed(self.tr("Looking at the folder"))
        bar.add_left(self.plan_button)
        bar.add_left(self.drill_button)
        bar.add_right(self.now_button)
        self.set_actions(bar)

    def _show_state(self, overview: BackupOverview, now: datetime) -> None:
        plan, log, language = overview.plan, overview.log, self._language
        if log.last_good is None:
            self.last.setText(self.tr("No backup was made yet"))
        else:
            at = moment_words(log.last_good.at, now, language)
            self.last.setText(self.tr("Last backup: {at}").format(at=at))
        facts = overview.backups[0].facts if overview.backups else None
        self.last_facts.setText(facts_words(facts, language) if facts is not None else "")
        self.last_facts.setVisible(facts is not None)
        self.trouble.setText(self._trouble(overview))
        self.trouble.setVisible(bool(self.trouble.text()))
        when = self.tr("Daily from {hour}:00").format(hour=plan.hour)
        words = when if plan.is_on else self.tr("Only when someone presses Back up now")
        self.where.setText(breakable(f"{plan.folder}\n{words}"))

    def _trouble(self, overview: BackupOverview) -> str:
        tries = overview.log.tries
        if tries and not tries[0].is_good:
            return try_words(tries[0], self._language)
        if not overview.is_folder_there:
            return self.tr("The folder is not there now. Connect its drive.")
        return ""

    def _row(self, backup: Backup, now: datetime) -> RowItem:
        facts, language = backup.facts, self._language
        second = self.tr("Its numbers are missing")
        if facts is not None:
            second = facts_words(facts, language)
        return RowItem(
            backup.path.name,
            moment_words(backup.made_at, now, language),
            second,
            State.DONE if facts is not None else State.LOOK_HERE,
            right=size_words(backup.size_bytes),
            has_chevron=True,
            is_large=True,
        )

    def _try_row(self, at: int, tried: BackupTry, now: datetime) -> RowItem:
        return RowItem(
            str(at),
            moment_words(tried.at, now, self._language),
            try_words(tried, self._language),
            State.DONE if tried.is_good else State.LOOK_HERE,
        )

    @Slot()
    def _settle(self) -> None:
        self.settle_requested.emit()

    @Slot()
    def _plan(self) -> None:
        self.plan_requested.emit()

    @Slot()
    def _drill(self) -> None:
        self.drill_requested.emit()

    @Slot()
    def _now(self) -> None:
        self.back_up_requested.emit()
