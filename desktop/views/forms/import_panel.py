"""The report on a form that was chosen, its copyright notice, and who confirms the licence."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.services.check_form_import import ImportReport
from desktop.views.forms.breakable import breakable
from desktop.views.forms.fact_words import language_names, version_label
from desktop.views.forms.findings_group import FindingsGroup
from desktop.views.forms.form_words import notice_lines, problem_lines, refusal_lines
from desktop.views.forms.known_fields import KnownFields
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.wrap_label import WrapLabel


class ImportPanel(TaskPanel):
    """Signals: ``load_requested(confirmed_by, FormConditions | None)``; ``passed()`` a form that
    is not loaded was read; ``copy_requested()``."""

    load_requested = Signal(str, object)
    passed = Signal()
    copy_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, name="form-import")
        self._language = language
        self._can_load = False
        self._needs_licence = False
        self._report: ImportReport | None = None
        self.form_title = WrapLabel("", self, style=TextStyle.TITLE)
        self.facts = WrapLabel("", self, tone=Tone.MUTED)
        self.verdict = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.refusals = FindingsGroup(self, name="form-import-refusals", tone=Tone.DANGER)
        self.problems = FindingsGroup(self, name="form-import-problems", tone=Tone.WARNING)
        self.notices = FindingsGroup(self, name="form-import-notices", tone=Tone.MUTED)
        self.copy_button = Button(
            self.tr("Copy the report"), self, name="form-import-copy", icon=Icon.COPY
        )
        self.copy_button.clicked.connect(self._copy)
        self.known = KnownFields(language, self)
        self.licence_title = WrapLabel(
            self.tr("Copyright notice of the form"), self, style=TextStyle.ROW_STRONG
        )
        self.licence = WrapLabel("", self, is_long=True)
        self.confirmed_by = LineField(self, name="form-import-confirmed-by")
        self.confirmed_row = FieldRow(
            self.tr("Who confirms that our hospital may use this form"),
            self.confirmed_by,
            self,
            help_text=self.tr(
                "Name and office. It is kept with the notice above and today's date, and cannot"
                " be changed later."
            ),
        )
        self._build()

    def _build(self) -> None:
        for widget in (
            self.form_title,
            self.facts,
            self.verdict,
            self.refusals,
            self.problems,
            self.notices,
            self.copy_button,
            self.known,
            self.licence_title,
            self.licence,
            self.confirmed_row,
        ):
            self.body.addWidget(widget)
        self.confirmed_by.edited.connect(self.confirmed_row.clear_error)
        self.known.picked.connect(self._show_confirming)

    def begin(self, report: ImportReport, number: int, count: int) -> None:
        """Show report ``number`` of ``count``."""
        title = self.tr("Load a form")
        if count > 1:
            words = self.tr("Load a form: {number} of {count}")
            title = words.format(number=number, count=count)
        self.set_title(title)
        self._report = report
        self._can_load = not report.refusals and not report.is_here
        self.action_text = self._action(is_last=number == count)
        self._show_form(report)
        language = self._language
        self.refusals.show_lines(self.tr("Refused"), refusal_lines(report, language))
        self.problems.show_lines(self.tr("Problems"), problem_lines(report, language))
        self.notices.show_lines(self.tr("Worth knowing"), notice_lines(report, language))
        self.known.begin(report, can_load=self._can_load)
        self._show_licence(report)

    def focus_first(self) -> None:
        """What is proposed, or who confirms, where that is asked; else the report itself."""
        if self._can_load and self.known.chosen is not None:
            self.known.instrument.setFocus()
        else:
            (self.confirmed_by if self._needs_licence else self.copy_button).setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Put a refusal below the field when it is about it."""
        if message_id not in ("form-import.licence-missing", "form-import.permission-missing"):
            return self.known.show_problem(message_id, words)
        self.confirmed_row.set_error(words)
        self.confirmed_by.setFocus()
        return True

    def submit(self) -> None:
        """Load it, or go on."""
        if not self._can_load:
            self.passed.emit()
            return
        try:
            conditions = self.known.conditions()
        except ValueError:
            return  # it is said below the field
        self.load_requested.emit(self.confirmed_by.value(), conditions)

    def _action(self, *, is_last: bool) -> str:
        self.is_shown_only = is_last and not self._can_load
        if self._can_load:
            return self.tr("Load this form")
        return self.tr("Close the report") if is_last else self.tr("Next report")

    def _show_form(self, report: ImportReport) -> None:
        form = report.form
        if form is None:
            self.form_title.setText(breakable(report.name))
            self.facts.hide()
        else:
            self.form_title.setText(
                breakable(form.title.in_language(self._language) or report.name)
            )
            words = self.tr("{version}. Languages: {languages}. Questions: {count}")
            questions = sum(item.type.is_question for item in form.by_link_id.values())
            line = words.format(
                version=version_label(form.version, self._language),
                languages=language_names(form.languages, self._language),
                count=questions,
            )
            self.facts.setText(breakable(f"{line}\n{form.url}\n{report.name}"))
            self.facts.show()
        self.verdict.setText(self._verdict(report))

    def _verdict(self, report: ImportReport) -> str:
        if report.refusals:
            return self.tr("Nothing was loaded.")
        if report.is_here:
            return self.tr("Exactly this form is loaded already.")
        if report.obstacles:
            return self.tr(
                "It can be loaded, but not made current: an expression cannot be worked out, so"
                " the form could never be completed."
            )
        if report.problems:
            words = self.tr("It can be loaded. Read the problems first.")
        else:
            words = self.tr("It can be loaded.")
        if not report.replaces_own:
            return words
        own = self.tr(
            "It is a version of one of our own forms: once it is current, it takes its place for"
            " everything that is begun from then on."
        )
        return f"{words}\n{own}"

    def _show_licence(self, report: ImportReport) -> None:
        notice = report.form.copyright.strip() if report.form is not None else ""
        self.licence_title.setVisible(bool(notice))
        self.licence.setVisible(bool(notice))
        self.licence.setText(breakable(notice))
        self._show_confirming()
        self.confirmed_by.set_value("")
        self.confirmed_row.clear_error()

    @Slot()
    def _show_confirming(self) -> None:
        """Somebody confirms a notice, and whatever of an instrument is not free."""
        report = self._report
        found = (report.instrument if report is not None else None, self.known.chosen)
        is_asked = any(one is not None and one.rights.must_confirm for one in found)
        has_notice = report is not None and report.needs_licence
        self._needs_licence = self._can_load and (has_notice or is_asked)
        self.confirmed_row.setVisible(self._needs_licence)

    @Slot()
    def _copy(self) -> None:
        self.copy_requested.emit()
