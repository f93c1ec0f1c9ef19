"""Two tasks with a draft: look at what is answered, and discard it with a reason."""

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import sentence
from desktop.services.discard_draft import DiscardReason
from desktop.services.draft_cards import DraftCard
from desktop.services.look_at_draft import DraftLook
from desktop.services.visit_lines import AnswerLine
from desktop.views.forms.fact_words import version_target
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.person.on_demand import OnDemand
from desktop.views.person.reason_panel import ReasonPanel
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, TextStyle, Tone
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.wrap_label import WrapLabel


class LookPanel(TaskPanel):
    """Read only. Signals: ``resume_requested()``."""

    resume_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__("", "", parent, name=name)
        self._language = language
        self.action_text = self.tr("Resume")
        self._words: QWidget | None = None

    def begin(self, look: DraftLook) -> None:
        """Show what is answered so far."""
        title = look.card.form_title.in_language(self._language)
        words = self.tr("{form}, not finished")
        self.action_text = self.tr("Resume")
        if look.carried is not None:
            words = self.tr("{form}, carried over to {version}")
            version = version_target(look.card.instrument.version, self._language)
            self.action_text = self.tr("Go back to {version}").format(version=version)
        went_on = look.carried.version if look.carried else ""
        target = version_target(went_on, self._language)
        self.set_title(words.format(form=title, version=target))
        if self._words is not None:
            self._words.hide()
            self._words.deleteLater()
        self._words = QWidget(self)
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for section, lines in groupby(look.lines, key=self._section):
            column.addWidget(WrapLabel(section, self._words, style=TextStyle.ROW_STRONG))
            for line in lines:
                self._add_line(column, self._words, line)
        for note in self._notes(look):
            column.addWidget(WrapLabel(note, self._words, tone=Tone.MUTED))
        self.body.addWidget(self._words)
        self._words.show()

    def focus_first(self) -> None:
        """There is nothing to fill in."""
        self.close_button.setFocus()

    def submit(self) -> None:
        """Go on with it."""
        self.resume_requested.emit()

    def _section(self, line: AnswerLine) -> str:
        return line.section.in_language(self._language)

    def _add_line(self, column: QVBoxLayout, parent: QWidget, line: AnswerLine) -> None:
        question = line.question.in_language(self._language)
        answer = line.answer_text.in_language(self._language)
        pair = QVBoxLayout()
        pair.setSpacing(Space.NONE)
        pair.addWidget(WrapLabel(question, parent, tone=Tone.MUTED))
        pair.addWidget(WrapLabel(answer, parent, style=TextStyle.BODY_STRONG))
        column.addLayout(pair)

    def _notes(self, look: DraftLook) -> list[str]:
        notes = []
        if look.carried is not None:
            words = self.tr(
                "This draft is closed. If you go back to it, {version} is closed in turn;"
                " nothing that was answered there is lost."
            )
            notes.append(words.format(version=version_target(look.carried.version, self._language)))
        if not look.lines:
            notes.append(self.tr("Nothing is answered that can be shown here."))
        if look.kept_aside:
            words = self.tr("Answers shown only while the room is private: {count}")
            notes.append(words.format(count=look.kept_aside))
        return notes


class DiscardPanel(ReasonPanel):
    """Signals: ``reason_given(DiscardReason)``."""

    def __init__(self, language: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent, name=name)
        self._language = language
        self.warning = MessageBar(self, name=f"{name}-warning", is_closable=False)
        self.body.addWidget(self.warning)
        self.ask(
            self.tr("Why is it discarded?"),
            {one: sentence(f"discard-reason.{one.value}", language) for one in DiscardReason},
        )

    def begin(self, card: DraftCard) -> None:
        """Say what would be thrown away, and what stays."""
        form = card.form_title.in_language(self._language)
        self.begin_with(self.tr("Discard the draft of {alias}").format(alias=card.alias))
        count = card.answered + card.with_reason
        lost = self.tr("{form}: %n answers are thrown away. This cannot be undone.", "", count)
        if card.draft.base:
            lost = self.tr(
                "{form}: what was changed since it was complete is thrown away. This cannot be"
                " undone. The complete form stays."
            )
        self.warning.show_message(Tone.WARNING, lost.format(form=form), icon=Icon.TRASH)


@dataclass(frozen=True, slots=True)
class DraftPanels:
    """Both panels of a desk, each made when it is wanted."""

    look: OnDemand[LookPanel]
    discard: OnDemand[DiscardPanel]


def draft_panels(frame: DeskFrame, language: str, *, name: str) -> DraftPanels:
    """Those of one desk, in its side column."""
    side = frame.body.side_column
    return DraftPanels(
        frame.on_demand(lambda: LookPanel(language, side, name=f"{name}-look")),
        frame.on_demand(lambda: DiscardPanel(language, side, name=f"{name}-discard")),
    )
