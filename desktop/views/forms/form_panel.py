"""One loaded form: what it is, under which licence, whether it is offered; and what can be done."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.list_forms import FormCard
from desktop.services.ports import FormStanding
from desktop.views.forms.breakable import breakable
from desktop.views.forms.decided_words import decided_words
from desktop.views.forms.fact_words import language_names, version_label
from desktop.views.interview.local_time import shown_moment
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.wrap_label import WrapLabel


class FormPanel(TaskPanel):
    """Signals: ``current_requested()``, ``retire_requested()``, ``copy_requested()``,
    ``decide_requested()`` for whom and when it is offered."""

    current_requested = Signal()
    retire_requested = Signal()
    copy_requested = Signal()
    decide_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="loaded-form")
        self._language = language
        self._is_current = False
        self.standing = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.facts = WrapLabel("", self)
        self.hash = WrapLabel("", self, tone=Tone.MUTED)
        self.licence_title = WrapLabel(
            self.tr("Copyright notice of the form"), self, style=TextStyle.ROW_STRONG
        )
        self.licence = WrapLabel("", self, is_long=True)
        self.confirmed = WrapLabel("", self, tone=Tone.MUTED)
        self.decided = WrapLabel("", self)
        self.decide_button = Button(
            sentence("form-known.decide", language), self, name="loaded-form-decide"
        )
        self.decide_button.clicked.connect(self._decide)
        self.note = WrapLabel(
            self.tr(
                "A form is never changed or removed: drafts and records open in the version they"
                " were begun in."
            ),
            self,
            tone=Tone.MUTED,
        )
        self.copy_button = Button(
            self.tr("Copy details"), self, name="loaded-form-copy", icon=Icon.COPY
        )
        self.retire_button = Button(
            self.tr("Retire this form"), self, name="loaded-form-retire", icon=Icon.BAN
        )
        self.copy_button.clicked.connect(self._copy)
        self.retire_button.clicked.connect(self._retire)
        self._build()

    def _build(self) -> None:
        for widget in (
            self.standing,
            self.facts,
            self.hash,
            self.licence_title,
            self.licence,
            self.confirmed,
            self.decided,
            self.decide_button,
            self.note,
            ButtonFlow((self.copy_button, self.retire_button), self),
        ):
            self.body.addWidget(widget)

    def begin(self, card: FormCard, standing: str) -> None:
        """Show one form; ``standing`` says in words whether it is offered."""
        form = card.form
        self._is_current = card.standing is FormStanding.CURRENT
        self.is_shown_only = self._is_current
        self.set_title(breakable(form.title.in_language(self._language)))
        self.action_text = (
            self.tr("Close") if self._is_current else self.tr("Make this version current")
        )
        self.standing.setText(standing)
        words = self.tr("{version}. Languages: {languages}. Loaded {at} by {name}")
        line = words.format(
            version=version_label(form.version, self._language),
            languages=language_names(form.languages, self._language),
            at=shown_moment(form.loaded_at),
            name=card.loaded_by or "-",
        )
        self.facts.setText(breakable(f"{line}\n{form.url}"))
        self.hash.setText(breakable(f"SHA-256 {form.content_hash}"))
        self._show_licence(card)
        self.decided.setText(decided_words(card, self._language))
        self.decided.setVisible(card.instrument is not None)
        self.decide_button.setVisible(card.is_whole and not card.replaces_own)
        self.retire_button.setVisible(card.standing is not FormStanding.RETIRED)

    def focus_first(self) -> None:
        """Nothing is typed here."""
        self.copy_button.setFocus()

    def submit(self) -> None:
        """Make it current, or close."""
        if self._is_current:
            self.cancel_requested.emit()
        else:
            self.current_requested.emit()

    def _show_licence(self, card: FormCard) -> None:
        licence = card.form.licence
        for label in (self.licence_title, self.licence, self.confirmed):
            label.setVisible(licence is not None)
        if licence is None:
            return
        self.licence.setText(breakable(licence.text))
        words = self.tr("{name} confirmed {at} that our hospital may use this form.")
        self.confirmed.setText(
            breakable(words.format(name=licence.confirmed_by, at=shown_moment(licence.at)))
        )

    @Slot()
    def _decide(self) -> None:
        self.decide_requested.emit()

    @Slot()
    def _copy(self) -> None:
        self.copy_requested.emit()

    @Slot()
    def _retire(self) -> None:
        self.retire_requested.emit()
