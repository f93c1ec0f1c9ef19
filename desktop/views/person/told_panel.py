"""Record who was told of an alert of a completed form, beside the person page."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.untold_alerts import UntoldAlert
from desktop.views.interview.hand_off_form import HandOffForm
from desktop.views.person.task_panel import TaskPanel
from desktop.views.person.when_words import moment_words
from desktop.views.theme.tokens import TextStyle, Tone
from desktop.views.widgets.wrap_label import WrapLabel


class ToldPanel(TaskPanel):
    """Signals: ``recorded(entry)`` and ``not_reached(entry)``, a HandOffEntry each."""

    recorded = Signal(object)
    not_reached = Signal(object)

    def __init__(
        self, language: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(sentence("untold.task", language), "", parent, name="told")
        self._language = language
        self._now = now
        self.action_text = sentence("untold.record", language)
        self.other_text = sentence("untold.no-one", language)
        self.alert = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.what_to_do = WrapLabel("", self)
        self.tries = WrapLabel("", self, tone=Tone.MUTED)
        for label in (self.alert, self.what_to_do, self.tries):
            self.body.addWidget(label)
        self.form: HandOffForm | None = None

    def begin(self, alert: UntoldAlert) -> None:
        """Nothing is filled in beforehand."""
        self.alert.setText(alert.title.in_language(self._language))
        self.what_to_do.setText(alert.what_to_do.in_language(self._language))
        now = self._now()
        tried = [
            sentence(
                "untold.tried",
                self._language,
                who=one.said,
                time=moment_words(one.told_at, now, self._language),
            )
            for one in alert.tries
        ]
        self.tries.setText("\n".join(tried))
        self.tries.setVisible(bool(tried))
        if self.form is not None:
            self.body.removeWidget(self.form)
            self.form.setParent(None)
            self.form.deleteLater()
        self.form = HandOffForm(alert.contacts, self._local_now, self, name="told", asks_day=True)
        self.form.set_stacked(True)
        self.form.recorded.connect(self.recorded)
        self.form.not_reached.connect(self.not_reached)
        self.body.addWidget(self.form)

    def focus_first(self) -> None:
        """The first contact, or the name."""
        if self.form is not None:
            self.form.focus_first()

    def submit(self) -> None:
        """Tell who was told, or say what is still needed."""
        if self.form is not None:
            self.form.record()

    def submit_other(self) -> None:
        """The same of a try that reached no one."""
        if self.form is not None:
            self.form.record_try()

    def _local_now(self) -> datetime:
        return self._now().astimezone()
