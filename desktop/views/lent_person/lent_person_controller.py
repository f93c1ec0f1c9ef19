"""Reads one person whose keys were lent, in words; there is nothing to change here."""

from functools import partial

from PySide6.QtCore import QObject

from desktop.messages import sentence
from desktop.records.erasure import person_reference
from desktop.records.ids import PersonId
from desktop.records.person import ContactPath, PersonIdentity
from desktop.services.read_lent_person import LentCase, LentForm, LentPerson, read_lent_person
from desktop.views.lent_person.lent_person_view import LentPersonView, Pairs
from desktop.views.person.contact_words import contact_second, contact_text
from desktop.views.person.named_entry import named_second, named_text
from desktop.views.person.person_reader import timeline_lines
from desktop.views.screen import ScreenContext


class LentPersonController(QObject):
    """For a privacy officer, while the access stands."""

    def __init__(self, context: ScreenContext, person_id: PersonId) -> None:
        super().__init__()
        self._context = context
        self._person_id = person_id
        self._view = LentPersonView(context.language)
        # The controller lives as long as its view, which the shell owns.
        self.setParent(self._view)
        self._view.back_requested.connect(context.navigator.open_oversight)
        self._view.audit_requested.connect(partial(context.navigator.open_audit, person_id))

    @property
    def view(self) -> LentPersonView:
        """The screen."""
        return self._view

    def start(self) -> None:
        """Read the person."""
        reference = person_reference(self._person_id)
        self._context.navigator.set_title(reference)
        self._view.start_busy(reference)
        self._context.runner.run(
            self._view,
            partial(read_lent_person, self._context.work, self._person_id),
            done=self._show,
            failed=self._failed,
        )

    def flush(self) -> None:
        """Nothing is typed here."""

    def _failed(self, error: Exception) -> None:
        self._view.stop_busy()
        self._context.navigator.fail(error)

    def _show(self, person: LentPerson) -> None:
        self._view.stop_busy()
        aliases = ", ".join(case.alias for case in person.cases)
        self._view.show_title(aliases, self._words("lent.second"))
        self._view.add_panel(self._words("lent.identity"), self._identity(person.identity))
        for case in person.cases:
            title = self._words("lent.case", alias=case.alias, place=case.place)
            now, language = self._context.work.clock.now(), self._context.language
            lines = timeline_lines(case.timeline, now, language, names_today=True)
            self._view.add_timeline(title, lines)
            self._show_may_know(case)
            self._show_forms(case)
        self._view.focus_first()

    def _show_may_know(self, case: LentCase) -> None:
        language = self._context.language
        named = [(named_text(one), named_second(one, language)) for one in case.may_know]
        if named:
            self._view.add_panel(self._words("may-know.title"), named)

    def _show_forms(self, case: LentCase) -> None:
        for form in case.forms:
            self._view.add_panel(self._form_title(form), self._answers(form))

    def _form_title(self, form: LentForm) -> str:
        title = form.title.in_language(self._context.language)
        when = form.completed_at.astimezone().strftime("%Y-%m-%d %H:%M")
        return f"{title} · {form.author_name} · {when}"

    def _answers(self, form: LentForm) -> Pairs:
        language = self._context.language
        return [
            (
                f"{line.number} {line.question.in_language(language)}",
                line.answer_text.in_language(language) or self._words("lent.no-answer"),
            )
            for line in form.lines
        ]

    def _identity(self, identity: PersonIdentity) -> Pairs:
        known = [
            ("lent.name", identity.legal_name),
            ("identity.used", identity.name_used),
            ("identity.pronouns", identity.pronouns),
            ("lent.born", identity.birth_date.isoformat() if identity.birth_date else None),
            ("lent.number", identity.medical_record_number),
            *(("lent.contact", self._contact(each)) for each in identity.contacts),
        ]
        return [(self._words(label), words) for label, words in known if words]

    def _contact(self, path: ContactPath) -> str:
        return f"{contact_text(path)}. {contact_second(path, self._context.language)}"

    def _words(self, message_id: str, **params: str | int) -> str:
        return sentence(message_id, self._context.language, **params)
