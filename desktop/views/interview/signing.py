"""Takes the signatures that a form wants, and says when a change made one void."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.errors import KnownError
from desktop.forms.questionnaire import LocalText
from desktop.forms.session import Change
from desktop.forms.signing import (
    WHOLE_FORM,
    WantedSignature,
    content_digest,
    touches,
    wanted_signatures,
)
from desktop.messages import explain
from desktop.records.form_signature import FormSignature
from desktop.records.signature import Signature
from desktop.services.append_to_draft import append_signature
from desktop.services.standing_signatures import unsigned
from desktop.views.editors.language_mode import one_text, two_texts
from desktop.views.interview.draft_saving import DraftSaving
from desktop.views.interview.interview import Interview
from desktop.views.interview.interview_screen import InterviewScreen
from desktop.views.interview.interview_state import Gate
from desktop.views.interview.interview_view import InterviewView
from desktop.views.interview.local_time import local_now
from desktop.views.interview.sections import Section
from desktop.views.interview.signature_states import (
    KeptSignature,
    SignatureEntry,
    SignatureState,
)
from desktop.views.interview.signature_words import SignatureWords
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.announce import announce


class Signing(QObject):
    """The panels stand under the page of what is signed; that of the form under the last page."""

    def __init__(
        self,
        context: ScreenContext,
        view: InterviewView,
        interview: Interview,
        screen: InterviewScreen,
        saving: DraftSaving,
    ) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._interview = interview
        self.saving = saving
        self._words = SignatureWords(self)
        self._stack = view.page.signatures
        self._stack.signed.connect(self._signed)
        screen.drawn.connect(self._draw)
        saving.changed.connect(self._changed)

    @property
    def waiting(self) -> tuple[WantedSignature, ...]:
        """What still needs a signature."""
        return unsigned(self._interview.session, self._interview.signatures)

    def refusal(self) -> str:
        """What still needs a signature, in words; "" when nothing does."""
        titles = (one_text(one.title, self._interview.mode) for one in self.waiting)
        where = "; ".join(dict.fromkeys(titles))
        words = self.tr("Still to be signed: {where}. What you answered is kept.")
        return words.format(where=where) if where else ""

    def go_to_first(self) -> None:
        """Open the page of the first missing signature and put the focus on its pad."""
        first = next(iter(self.waiting), None)
        section = self._section_of(first) if first is not None else None
        if first is None or section is None:
            return
        self._view.section_requested.emit(section.name)
        panel = self._stack.panel(first.target, first.role)
        if panel is not None:
            panel.focus_first()
            self._view.page.ensureWidgetVisible(panel.title)

    def _section_of(self, wanted: WantedSignature) -> Section | None:
        if wanted.target == WHOLE_FORM:
            return next(reversed(self._interview.shown_sections()), None)
        return self._interview.section_of(wanted.target)

    @Slot()
    def _draw(self) -> None:
        interview, states = self._interview, list[SignatureState]()
        wanted = wanted_signatures(interview.session)
        if interview.gate(interview.section) is Gate.OPEN:
            for one in wanted:
                if self._section_of(one) is interview.section:
                    number = sum(state.target == one.target for state in states) + 1
                    states.append(self._state(one, number))
        self._stack.show_signatures(tuple(states), {(one.target, one.role) for one in wanted})

    def _state(self, wanted: WantedSignature, number: int) -> SignatureState:
        title, second = two_texts(wanted.title, self._interview.mode)
        place = (wanted.target, wanted.role)
        kept = next((one for one in self._interview.signatures if one.place == place), None)
        return SignatureState(
            wanted.target,
            wanted.role,
            number,
            title,
            second,
            self._words.role(wanted.role),
            f"{local_now(self._context.work.clock):%Y-%m-%d}",
            self._kept(kept) if kept is not None else None,
        )

    def _kept(self, signature: FormSignature) -> KeptSignature:
        strokes = signature.signature.strokes if signature.signature is not None else ()
        return KeptSignature(strokes, self._words.signed_by(signature))

    @Slot(object)
    def _changed(self, change: Change) -> None:
        interview, form = self._interview, self._interview.session.questionnaire
        if not interview.signatures:
            return
        keys = [key for key, _ in change.entries]
        void = tuple(
            one
            for one in interview.signatures
            if touches(form, one.target, keys)
            or one.content != content_digest(interview.session, one.target)
        )
        interview.signatures = tuple(one for one in interview.signatures if one not in void)
        for one in void:
            self._say_void(one)

    def _say_void(self, signature: FormSignature) -> None:
        form, link_id = self._interview.session.questionnaire, signature.target.split("@")[0]
        text: LocalText = form.item(link_id).text if link_id in form.by_link_id else form.title
        words = self.tr(
            "An answer changed under the signature of {name}, so it no longer counts: {part}."
            " Ask to sign again."
        ).format(name=signature.printed_name, part=one_text(text, self._interview.mode))
        self._context.navigator.say(Message(Tone.WARNING, words))
        announce(self._view, words, is_urgent=True)

    @Slot(object, object)
    def _signed(self, state: SignatureState, entry: SignatureEntry) -> None:
        self._view.flush()
        signature = self._taken(state, entry)
        panel = self._stack.panel(state.target, state.role)
        if panel is None:
            return
        try:
            signature.need_whole()
        except KnownError as missing:
            panel.show_problem(explain(missing, self._context.language))
            return
        others = (one for one in self._interview.signatures if one.place != signature.place)
        self._interview.signatures = (*others, signature)
        work, draft = self._context.work, self._interview.form.draft
        self.saving.keep(partial(append_signature, work, draft, signature))
        self._draw()
        panel.focus_first()
        announce(panel, panel.kept_words.text())

    def _taken(self, state: SignatureState, entry: SignatureEntry) -> FormSignature:
        work = self._context.work
        now, workstation = work.clock.now(), work.session.site.workstation_name
        drawn = Signature(entry.strokes, now, workstation) if entry.strokes else None
        return FormSignature(
            target=state.target,
            role=state.role,
            mode=entry.mode,
            printed_name=entry.printed_name,
            signature=drawn,
            signed_at=now,
            workstation=workstation,
            recorded_by=work.session.me.staff_id,
            content=content_digest(self._interview.session, state.target),
            witness=entry.witness,
            authority=entry.authority,
        )
