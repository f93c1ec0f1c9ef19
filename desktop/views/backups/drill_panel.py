"""One backup: its numbers, trying a restore of it, and what that found."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.ports import Backup, DrillReport
from desktop.views.backups.backup_words import checked_words, facts_words, time_words
from desktop.views.forms.breakable import breakable
from desktop.views.forms.findings_group import FindingsGroup
from desktop.views.interview.local_time import shown_moment
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import TextStyle, Tone
from desktop.views.widgets.busy import Busy
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.wrap_label import WrapLabel


class DrillPanel(TaskPanel):
    """Signals: ``drill_requested()``; ``stop_requested()``; ``put_back_requested()``."""

    drill_requested = Signal()
    stop_requested = Signal()
    put_back_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", self.tr("Try a restore"), parent, name="backup-drill")
        self._language = language
        self.verdict = WrapLabel("", self, style=TextStyle.TITLE)
        self.facts = WrapLabel("", self)
        self.file = WrapLabel("", self, tone=Tone.MUTED)
        self.problems = FindingsGroup(self, name="backup-drill-problems", tone=Tone.DANGER)
        self.note = WrapLabel(
            self.tr(
                "The backup is brought back into a folder of its own, opened and checked there,"
                " and the folder is removed. The store and the work of others are not touched."
            ),
            self,
            tone=Tone.MUTED,
        )
        self.busy = Busy(self, name="backup-drill-busy")
        self.busy.cancel_requested.connect(self._stop)
        self.put_back_note = WrapLabel(
            self.tr(
                "To put it in the place of this store: your password is asked, you are signed out,"
                " and the next page says what is lost by it before anything is changed."
            ),
            self,
            tone=Tone.MUTED,
        )
        self.put_back_button = Button(
            self.tr("Put this backup back"),
            self,
            name="backup-put-back",
            role=ButtonRole.DANGER,
            icon=Icon.HISTORY,
        )
        self.put_back_button.clicked.connect(self._put_back)
        for widget in (
            self.verdict, self.facts, self.problems, self.busy, self.file, self.note,
            self.put_back_note, self.put_back_button,
        ):  # fmt: skip
            self.body.addWidget(widget)
        self.verdict.hide()

    def begin(self, backup: Backup) -> None:
        """Show one backup."""
        words = self.tr("Backup of {at}").format(at=shown_moment(backup.made_at))
        self.set_title(words)
        facts, language = backup.facts, self._language
        if facts is None:
            self.facts.setText(self.tr("The small file with its numbers is missing."))
        else:
            self.facts.setText(
                f"{facts_words(facts, language)}\n{checked_words(facts.opened, language)}"
            )
        self.file.setText(breakable(backup.path.name))
        self.show_nothing()

    def show_nothing(self) -> None:
        """No drill was made, or it was called off."""
        self.busy.stop()
        self.verdict.hide()
        self.problems.show_lines("", ())

    def start(self) -> None:
        """A drill begins."""
        self.show_nothing()
        self.busy.start(sentence("backup.step-bringing-back", self._language))

    def show_step(self, words: str, done: int, total: int) -> None:
        """How far it is."""
        self.busy.show_step(words, done, total)

    def show_report(self, drill: DrillReport) -> None:
        """What it found, in numbers."""
        self.busy.stop()
        language, report = self._language, drill.report
        good = self.tr("This backup can be restored.")
        bad = self.tr("This backup does not hold. Use another one.")
        self.verdict.setText(good if report.is_whole else bad)
        self.verdict.show()
        lines = [
            self.tr("Made: {at}").format(at=shown_moment(drill.backup.made_at)),
            self.tr("Records in it: {count}").format(count=report.records),
            self.tr("A restore takes: {time}").format(time=time_words(drill.seconds, language)),
            checked_words(report.opened, language),
        ]
        self.facts.setText("\n".join(lines))
        found = [f"{one.where}: {sentence(one.message_id, language)}" for one in report.problems]
        self.problems.show_lines(self.tr("What does not hold"), found)

    def focus_first(self) -> None:
        """Nothing is typed here."""
        self.close_button.setFocus()

    def submit(self) -> None:
        """Try it."""
        self.drill_requested.emit()

    @Slot()
    def _put_back(self) -> None:
        self.put_back_requested.emit()

    @Slot()
    def _stop(self) -> None:
        self.stop_requested.emit()
