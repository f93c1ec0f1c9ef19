"""Which known instrument a form is, and for whom and when it is offered: proposed, then decided."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.known.instrument import KnownInstrument
from desktop.forms.known.registry import EMPTY, Registry
from desktop.forms.questionnaire import Questionnaire
from desktop.messages import sentence
from desktop.records.form_conditions import FormConditions
from desktop.services.check_form_import import ImportReport
from desktop.services.known_words import (
    ages_words,
    misfit_lines,
    rights_words,
    total_words,
    window_words,
)
from desktop.services.propose_conditions import Proposal, propose
from desktop.views.forms.breakable import breakable
from desktop.views.forms.findings_group import FindingsGroup
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.picker import Picker
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.wrap_label import WrapLabel

NONE = "none"
YES, NO = "yes", "no"


class KnownFields(QWidget):
    """Signals: ``picked()`` when another instrument was picked: other rights, other fields."""

    picked = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form-known")
        self._language = language
        self._registry: Registry = EMPTY
        self._form: Questionnaire | None = None
        self._proposal: Proposal | None = None
        self.title = WrapLabel(self._say("title"), self, style=TextStyle.ROW_STRONG)
        self.instrument = Picker(self, name="form-known-instrument")
        self.instrument_row = FieldRow(self._say("instrument"), self.instrument, self)
        self.facts = WrapLabel("", self, tone=Tone.MUTED)
        self.misfits = FindingsGroup(self, name="form-known-misfits", tone=Tone.WARNING)
        self.from_age = LineField(self, name="form-known-from-age")
        self.to_age = LineField(self, name="form-known-to-age")
        self.first_day = LineField(self, name="form-known-first-day")
        self.from_row = FieldRow(self._say("from-age"), self.from_age, self)
        self.to_row = FieldRow(self._say("to-age"), self.to_age, self)
        self.day_row = FieldRow(self._say("first-day"), self.first_day, self)
        choices = (Choice(YES, self._say("adds-up.yes")), Choice(NO, self._say("adds-up.no")))
        self.adds_up = Segment(self._say("adds-up"), choices, self, name="form-known-adds-up")
        self.adds_row = FieldRow(self._say("adds-up"), self.adds_up, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for widget in (
            self.title,
            self.instrument_row,
            self.misfits,
            self.facts,
            self.from_row,
            self.to_row,
            self.day_row,
            self.adds_row,
        ):
            column.addWidget(widget)
        self.instrument.picked.connect(self._picked)
        for box, row in self._numbers():
            box.edited.connect(row.clear_error)

    @property
    def chosen(self) -> KnownInstrument | None:
        """The instrument that is picked."""
        return self._proposal.instrument if self._proposal is not None else None

    def begin(self, report: ImportReport, *, can_load: bool) -> None:
        """Propose what the codes of the form name; nothing for one of our own forms."""
        self._form, self._registry = report.form, report.registry
        listed = [(one.key, one.name) for one in self._registry.instruments]
        self.instrument.set_choices([(NONE, self._say("none")), *listed])
        self.instrument.show_picked(report.instrument.key if report.instrument else NONE)
        self.instrument_row.set_help(self._say("by-code" if report.instrument else "by-hand"))
        self.setVisible(can_load and bool(listed))
        self._propose(report.instrument)

    def begin_again(
        self, form: Questionnaire, registry: Registry, decided: FormConditions | None
    ) -> None:
        """Show what was decided of a form that is loaded."""
        self._form, self._registry = form, registry
        listed = [(one.key, one.name) for one in registry.instruments]
        self.instrument.set_choices([(NONE, self._say("none")), *listed])
        self.instrument.show_picked(decided.known if decided is not None else NONE)
        self.instrument_row.set_help("")
        self._propose(registry.of(decided.known) if decided is not None else None)
        if decided is None or self._proposal is None:
            return
        values = (decided.from_age, decided.to_age, decided.first_day)
        for (box, row), value in zip(self._numbers(), values, strict=True):
            shown = "" if value is None else str(value)
            if shown != box.value():
                row.set_help(self._say("decided-here"))
            box.set_value(shown)
        self.adds_up.set_chosen(YES if decided.adds_up else NO)

    def conditions(self) -> FormConditions | None:
        """What was decided; None where it is no known instrument. Raises ValueError, with a
        sentence below the field, for what is no whole number."""
        if self._proposal is None:
            return None
        low, high, day = (self._number(box, row) for box, row in self._numbers())
        adds_up = self._proposal.fit.adds_up and self.adds_up.chosen_key() == YES
        return FormConditions(self._proposal.instrument.key, low, high, day, adds_up)

    def show_problem(self, message_id: str, words: str) -> bool:
        """Below the ages, or below the day."""
        rows = {"form-known.ages-wrong": self.from_row, "form-known.day-wrong": self.day_row}
        row = rows.get(message_id)
        if row is not None:
            row.set_error(words)
            row.control.setFocus()
        return row is not None

    def _numbers(self) -> tuple[tuple[LineField, FieldRow], ...]:
        return (
            (self.from_age, self.from_row),
            (self.to_age, self.to_row),
            (self.first_day, self.day_row),
        )

    def _number(self, box: LineField, row: FieldRow) -> int | None:
        text = box.value().strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit()) or len(text) > 3:
            row.set_error(self._say("number-wrong"))
            box.setFocus()
            raise ValueError
        return int(text)

    def _propose(self, instrument: KnownInstrument | None) -> None:
        self._proposal = None
        if instrument is not None and self._form is not None:
            self._proposal = propose(self._form, instrument)
        self._show()

    def _show(self) -> None:
        proposal = self._proposal
        for widget in (self.facts, self.from_row, self.to_row, self.day_row):
            widget.setVisible(proposal is not None)
        misfits = proposal.misfits if proposal is not None else ()
        self.misfits.show_lines(self._say("misfits"), misfit_lines(misfits, self._language))
        adds_up = proposal is not None and proposal.fit.adds_up
        self.adds_row.setVisible(adds_up)
        if proposal is None:
            return
        if adds_up:
            self._show_adding(proposal)
        self.facts.setText(breakable("\n".join(self._facts(proposal.instrument))))
        decided = proposal.conditions
        for (box, row), value, source in (
            (self._numbers()[0], decided.from_age, proposal.ages_source),
            (self._numbers()[1], decided.to_age, proposal.ages_source),
            (self._numbers()[2], decided.first_day, proposal.day_source),
        ):
            box.set_value("" if value is None else str(value))
            row.set_help(breakable(self._source(None if value is None else source)))
            row.clear_error()

    def _show_adding(self, proposal: Proposal) -> None:
        low, high = (format(one, "f") for one in proposal.instrument.total or ())
        count = len(proposal.fit.counted)
        self.adds_row.set_help(self._say("adds-up-hint", count=count, low=low, high=high))
        self.adds_up.set_chosen(YES if proposal.conditions.adds_up else NO)

    def _facts(self, one: KnownInstrument) -> list[str]:
        language = self._language
        lines = [
            one.full_name if one.full_name != one.name else "",
            f"{one.about.in_language(language)}. {one.who.in_language(language)}",
            ages_words(one, language),
            window_words(one, language),
            total_words(one, language),
            one.not_done.in_language(language),
            self._say("own-formula") if self._has_own_formula() else "",
            *(note.in_language(language) for note in one.notes),
            self._say("rights", words=rights_words(one, language)),
            self._say("source", source=one.rights.source) if one.rights.source else "",
        ]
        return [line for line in lines if line]

    def _has_own_formula(self) -> bool:
        return self._proposal is not None and bool(self._proposal.fit.own_totals)

    def _source(self, source: str | None) -> str:
        if source is None:
            return self._say("no-source")
        return self._say("source", source=source) if source else self._say("form-itself")

    def _say(self, name: str, **params: str | int) -> str:
        return sentence(f"form-known.{name}", self._language, **params)

    @Slot(str)
    def _picked(self, key: str) -> None:
        self.instrument_row.clear_error()
        self._propose(self._registry.of(key))
        self.picked.emit()
