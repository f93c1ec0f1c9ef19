"""One account: who, how far, which code names its keys; and what an administrator can do."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.kinds import Compartment
from desktop.records.roles import Role
from desktop.services.ports import StaffEntry, StaffStanding
from desktop.views.forms.breakable import breakable
from desktop.views.people.people_words import role_words, standing_words
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import TextStyle, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.button_flow import ButtonFlow
from desktop.views.widgets.wrap_label import WrapLabel

PART2_ROLES = frozenset({Role.SPECIALIST, Role.NURSE_MANAGER})


class AccountPanel(TaskPanel):
    """Signals: ``code_requested()``, ``end_requested()``, ``reopen_requested()``;
    ``part2_changed(is_named)``."""

    code_requested = Signal()
    end_requested = Signal()
    reopen_requested = Signal()
    part2_changed = Signal(bool)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", self.tr("Close"), parent, name="account")
        self._language = language
        self._is_named = False
        self.is_shown_only = True
        self.standing = WrapLabel("", self, style=TextStyle.ROW_STRONG)
        self.facts = WrapLabel("", self)
        self.part2 = WrapLabel(
            sentence("people.may-see-p2", language), self, style=TextStyle.BODY_STRONG
        )
        self.note = WrapLabel("", self, tone=Tone.MUTED)
        self.code_button = Button(self.tr("New code"), self, name="account-code", icon=Icon.KEY)
        self.reopen_button = Button(
            self.tr("Let try again"), self, name="account-reopen", icon=Icon.REFRESH
        )
        self.part2_button = Button("", self, name="account-part2", icon=Icon.FILE_TEXT)
        self.end_button = Button(self.tr("End account"), self, name="account-end", icon=Icon.BAN)
        self._acts = ButtonFlow(
            (self.code_button, self.reopen_button, self.part2_button, self.end_button), self
        )
        for widget in (self.standing, self.facts, self.part2, self.note, self._acts):
            self.body.addWidget(widget)
        self.code_button.clicked.connect(self._code)
        self.reopen_button.clicked.connect(self._reopen)
        self.part2_button.clicked.connect(self._part2)
        self.end_button.clicked.connect(self._end)

    def begin(self, entry: StaffEntry, now: datetime, *, may_certify: bool, is_me: bool) -> None:
        """Show one account."""
        member, is_over = entry.member, entry.standing is StaffStanding.REVOKED
        self._is_named = Compartment.P2 in entry.named
        self.set_title(breakable(member.display_name))
        self.standing.setText(standing_words(entry, now, self._language))
        facts = [
            role_words(member.role, self._language),
            self.tr("Sign-in name: {name}").format(name=member.sign_in_name),
        ]
        if entry.fingerprint:
            facts.append(self.tr("Code to compare: {code}").format(code=entry.fingerprint))
        self.facts.setText(breakable("\n".join(facts)))
        self.part2.setVisible(self._is_named)
        may_act = may_certify and not is_over
        self._acts.setVisible(may_act)
        self.note.setText(self._note_words(entry, may_act=may_act))
        self.note.setVisible(bool(self.note.text()))
        self.reopen_button.setVisible(entry.standing is not StaffStanding.EXPIRED)
        self.part2_button.setVisible(member.role in PART2_ROLES)
        self.part2_button.setText(
            self.tr("No more substance-use records")
            if self._is_named
            else self.tr("Let see substance-use records")
        )
        self.end_button.setVisible(not is_me)

    def focus_first(self) -> None:
        """The first act, or the way out."""
        (self.code_button if self._acts.isVisible() else self.close_button).setFocus()

    def submit(self) -> None:
        """Nothing is asked here: close."""
        self.cancel_requested.emit()

    def _note_words(self, entry: StaffEntry, *, may_act: bool) -> str:
        if not may_act:
            return ""
        if entry.standing is StaffStanding.WAITING:
            return self.tr(
                "Somebody who holds these keys gives them: the row “Waiting for keys” on their"
                " desk People."
            )
        if entry.standing is StaffStanding.EXPIRED and entry.until is None:
            return self.tr(
                "This workstation was enrolled again, and every password before that ended. With a"
                " new code the person chooses another one; then the keys have to be given again."
            )
        if entry.standing is StaffStanding.EXPIRED:
            return self.tr("The code was not used in time. A new one costs nothing.")
        return self.tr(
            "Let try again: after too many wrong passwords the account is closed on this"
            " workstation. This opens it again, with the same password."
        )

    @Slot()
    def _code(self) -> None:
        self.code_requested.emit()

    @Slot()
    def _end(self) -> None:
        self.end_requested.emit()

    @Slot()
    def _reopen(self) -> None:
        self.reopen_requested.emit()

    @Slot()
    def _part2(self) -> None:
        self.part2_changed.emit(not self._is_named)
