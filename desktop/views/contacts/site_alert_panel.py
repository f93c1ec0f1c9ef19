"""One alert of the site: what raises it, what staff read, who is called, whether Complete waits."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms.wording import LocalText
from desktop.messages import LANGUAGES, sentence
from desktop.records.site_alert import AlertAbout, AlertCondition, SiteAlert
from desktop.services.site_alert_checks import AlertForm, AlertQuestion
from desktop.views.contacts.condition_fields import ConditionFields
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.text_field import TextField
from desktop.views.widgets.wrap_label import WrapLabel

YES, NO = "yes", "no"
_BASE, *_OTHERS = LANGUAGES


class SiteAlertPanel(TaskPanel):
    """Signals: ``alert_given(SiteAlert)``; ``form_picked(family)`` whose questions are wanted;
    ``end_requested(alert_id)``."""

    alert_given = Signal(object)
    form_picked = Signal(str)
    end_requested = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="site-alert")
        self._language = language
        self._alert: SiteAlert | None = None
        self.action_text = self._say("save")
        self.condition = ConditionFields(language, self)
        about = [Choice(one.value, self._say(f"about.{one.value}")) for one in AlertAbout]
        self.about = Segment(self._say("about"), about, self, name="site-alert-about")
        self.about_row = self._row("about", self.about)
        waits = (Choice(YES, self._say("waits.yes")), Choice(NO, self._say("waits.no")))
        self.waits = Segment(self._say("waits"), waits, self, name="site-alert-waits")
        self.waits_row = self._row("waits", self.waits)
        self.always = WrapLabel(self._say("always-waits"), self, tone=Tone.MUTED)
        self.names = {one: LineField(self, name=f"site-alert-name-{one}") for one in LANGUAGES}
        self.texts = {
            one: TextField(self, name=f"site-alert-text-{one}", lines=3) for one in LANGUAGES
        }
        self.name_rows = {one: self._row(f"name-{one}", box) for one, box in self.names.items()}
        self.text_rows = {one: self._row(f"text-{one}", box) for one, box in self.texts.items()}
        self.call = LineField(self, name="site-alert-call")
        self.call_row = self._row("call", self.call, self._say("call-hint"))
        self.end_button = Button(self._say("end"), self, name="site-alert-end", icon=Icon.TRASH)
        self.end_note = WrapLabel(self._say("end-note"), self, tone=Tone.MUTED)
        for widget in (
            self.condition,
            self.about_row,
            self.waits_row,
            self.always,
            *self.name_rows.values(),
            *self.text_rows.values(),
            self.call_row,
            self.end_button,
            self.end_note,
        ):
            self.body.addWidget(widget)
        self._connect()

    def _connect(self) -> None:
        self.condition.form_picked.connect(self.form_picked)
        self.about.chosen.connect(self._about_chosen)
        self.end_button.clicked.connect(self._end)
        for box, row in (*self._worded(), (self.call, self.call_row)):
            box.edited.connect(row.clear_error)

    def _worded(self) -> tuple[tuple[LineField | TextField, FieldRow], ...]:
        """The boxes of both languages with their rows."""
        names = [(self.names[one], self.name_rows[one]) for one in LANGUAGES]
        texts = [(self.texts[one], self.text_rows[one]) for one in LANGUAGES]
        return (*names, *texts)

    def begin(self, alert: SiteAlert | None, forms: Sequence[AlertForm]) -> None:
        """Ask about an alert; None for a new one, in which nothing is chosen beforehand, or one
        without an id that is only proposed: whether Complete waits is then still to be said."""
        self._alert = alert
        stands = alert is not None and bool(alert.alert_id)
        self.set_title(self._say("change-title" if stands else "add-title"))
        self.condition.begin(alert.condition if alert else None, forms)
        self.about.set_chosen(alert.about.value if alert else "")
        self.waits.set_chosen("" if not stands or alert is None else YES if alert.waits else NO)
        for one in LANGUAGES:
            self.names[one].set_value(_words_in(alert.title, one) if alert else "")
            self.texts[one].set_value(_words_in(alert.what_to_do, one) if alert else "")
        self.call.set_value(alert.call if alert else "")
        for shown in (self.end_button, self.end_note):
            shown.setVisible(stands)
        for row in self._all_rows():
            row.set_error("")
        self._show_waits()

    def show_questions(self, family: str, questions: Sequence[AlertQuestion]) -> None:
        """Offer the questions of the form, if it is still the one that is picked."""
        if family != self.condition.form.picked_key():
            return
        kept = self._alert.condition if self._alert is not None else None
        is_kept = kept is not None and kept.url == family
        self.condition.show_questions(questions, kept if is_kept else None)

    def focus_first(self) -> None:
        """The form."""
        self.condition.form.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Below what is missing or cannot be."""
        row = self._row_of(message_id)
        if row is not None:
            row.set_error(words)
            row.control.setFocus()
        return row is not None

    def submit(self) -> None:
        """Tell what was chosen, when it is whole down to the words, which the use case checks.

        What is missing is said from the top of the page to its end.
        """
        condition = self.condition.condition()
        about = self.about.chosen_key()
        if condition is None:
            return
        if not condition.is_whole:
            self._say_missing(self.condition.first_empty(), "condition-missing")
            return
        if not about or (not self.waits.chosen_key() and not AlertAbout(about).must_wait):
            if about:
                self._say_missing(self.waits_row, "waits-missing")
            else:
                self._say_missing(self.about_row, "about-missing")
            return
        self.alert_given.emit(self._given(condition, AlertAbout(about)))

    def _say_missing(self, row: FieldRow, name: str) -> None:
        row.set_error(self._say(name))
        row.control.setFocus()

    def _given(self, condition: AlertCondition, about: AlertAbout) -> SiteAlert:
        alert = SiteAlert(
            alert_id=self._alert.alert_id if self._alert is not None else "",
            condition=condition,
            about=about,
            waits=about.must_wait or self.waits.chosen_key() == YES,
            title=_local(self.names),
            what_to_do=_local(self.texts),
            call=self.call.value(),
            since=datetime.now(UTC),
        )
        return alert if self._alert is None else replace(alert, since=self._alert.since)

    def _row_of(self, message_id: str) -> FieldRow | None:
        if message_id == "site-alert.words-missing":
            return next((row for box, row in self._worded() if not box.value()), None)
        _, longest = max(self._worded(), key=lambda one: len(one[0].value()))
        rows = {
            "alert-text.too-long": longest,
            "site-alert.call-missing": self.call_row,
            "site-alert.condition-missing": self.condition.first_empty(),
            "site-alert.no-form": self.condition.form_row,
            "site-alert.other-version": self.condition.last_row,
            "site-alert.no-question": self.condition.question_row,
            "site-alert.no-answer": self.condition.answers_row,
            "site-alert.no-number": self.condition.question_row,
        }
        return rows.get(message_id)

    def _all_rows(self) -> tuple[FieldRow, ...]:
        own = (self.about_row, self.waits_row, self.call_row)
        texts = (*self.name_rows.values(), *self.text_rows.values())
        return (*self.condition.rows, *own, *texts)

    def _show_waits(self) -> None:
        about = self.about.chosen_key()
        must = bool(about) and AlertAbout(about).must_wait
        self.waits_row.setVisible(bool(about) and not must)
        self.always.setVisible(must)

    def _row(self, name: str, control: QWidget, help_text: str = "") -> FieldRow:
        return FieldRow(self._say(name), control, self, help_text=help_text)

    def _say(self, name: str) -> str:
        return sentence(f"site-alert.{name}", self._language)

    @Slot(str)
    def _about_chosen(self, _key: str) -> None:
        self.about_row.clear_error()
        self._show_waits()

    @Slot()
    def _end(self) -> None:
        if self._alert is not None:
            self.end_requested.emit(self._alert.alert_id)


def _local(boxes: dict[str, LineField] | dict[str, TextField]) -> LocalText:
    return LocalText(boxes[_BASE].value(), {one: boxes[one].value() for one in _OTHERS})


def _words_in(words: LocalText, language: str) -> str:
    return words.base if language == _BASE else words.translations.get(language, "")
