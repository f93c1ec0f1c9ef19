"""The desk of people: who waits for keys, which keys are to be made new, and every account."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.records.kinds import Compartment
from desktop.services.ports import PendingKey, StaffEntry, StaffStanding
from desktop.services.read_people import PeopleState
from desktop.views.forms.breakable import breakable
from desktop.views.people.account_panel import AccountPanel
from desktop.views.people.act_panel import ActPanel
from desktop.views.people.add_panel import AddPanel
from desktop.views.people.code_panel import CodePanel
from desktop.views.people.give_panel import GivePanel
from desktop.views.people.idle_panel import IdlePanel
from desktop.views.people.keys_panel import KeysPanel
from desktop.views.people.people_words import role_words, standing_words
from desktop.views.people.recovery_panel import RecoveryPanel
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.top_bar import TopBar
from desktop.views.widgets.wrap_label import WrapLabel

_ICONS = {
    StaffStanding.ACTIVE: (State.DONE, Tone.SUCCESS),
    StaffStanding.INVITED: (State.WAITING, Tone.MUTED),
    StaffStanding.WAITING: (State.WAITING, Tone.WARNING),
    StaffStanding.EXPIRED: (State.LOOK_HERE, Tone.WARNING),
    StaffStanding.REVOKED: (State.SAID_NO, Tone.MUTED),
}


class PeopleView(DeskFrame):
    """Keys of rows are staff ids. Signals: ``person_opened(key)``; ``waiting_opened(key)``;
    ``add_requested()``; ``idle_requested()`` cover and lock are to be set;
    ``recovery_requested()`` new recovery codes. The panels tell what was typed into them."""

    person_opened = Signal(str)
    waiting_opened = Signal(str)
    add_requested = Signal()
    idle_requested = Signal()
    recovery_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="people")
        self._language = language
        self.set_top(TopBar(self.tr("People"), self, name="people-top"))
        self._build_main()
        self._build_side()
        self._build_actions()
        self.rows.opened.connect(self.person_opened)
        self.waiting.opened.connect(self.waiting_opened)

    def show_people(self, state: PeopleState, now: datetime) -> None:
        """Show everything anew."""
        waiting = first_of_each([one for one in state.pending if one.is_for_me])
        self.waiting.show_rows([self._waiting_row(one) for one in waiting])
        self._waiting_panel.setVisible(bool(waiting))
        self._waiting_panel.set_count(len(waiting))
        self.keys.show_state(state)
        self.rows.show_rows([self._row(entry, now) for entry in state.people])
        named = [
            entry.member.display_name for entry in state.people if Compartment.P2 in entry.named
        ]
        self.part2_names.setText(breakable("\n".join(named) or self.tr("Nobody yet")))
        self.add_button.setVisible(state.may_certify)
        self.bar.set_note("" if state.may_certify else self.tr("Administrators add people"))
        self.idle_button.setVisible(state.may_certify)
        self.recovery_button.setVisible(state.may_certify)

    def focus_first(self) -> None:
        """Whoever waits, else the first account."""
        rows = self.waiting.rows() or self.rows.rows()
        if rows:
            rows[0].setFocus()

    def _build_main(self) -> None:
        main = self.body.main_column
        title = self.tr("Waiting for your keys")
        self._waiting_panel = Panel(title, main, name="people-waiting-panel", is_flush=True)
        self.waiting = RowList(
            title, self._waiting_panel, name="people-waiting", opens_on_press=True
        )
        self._waiting_panel.body.addWidget(self.waiting)
        self.keys = KeysPanel(self._language, main)
        title = self.tr("Accounts")
        self._panel = Panel(title, main, name="people-panel", is_flush=True)
        self.rows = RowList(title, self._panel, name="people-list", opens_on_press=True)
        self._panel.body.addWidget(self.rows)
        for panel in (self._waiting_panel, self.keys, self._panel):
            self.body.main.addWidget(panel)

    def _build_side(self) -> None:
        side = self.body.side_column
        note = Panel("", side, name="people-note")
        note.set_title(self.tr("How somebody begins here"))
        words = self.tr(
            "An administrator adds the person and hands over a one-time code. With it the person"
            " chooses a password and a PIN. Then somebody with the same keys gives them, after"
            " comparing a short code. Administrators hold no keys: they never read records."
        )
        note.body.addWidget(WrapLabel(words, note, tone=Tone.MUTED))
        self.add_side(note)
        part2 = Panel("", side, name="people-part2")
        part2.set_title(sentence("people.may-see-p2", self._language))
        self.part2_names = WrapLabel("", part2)
        part2.body.addWidget(self.part2_names)
        law = self.tr("Named people only (42 CFR Part 2). Open an account to change this.")
        part2.body.addWidget(WrapLabel(law, part2, tone=Tone.MUTED))
        self.add_side(part2)
        self.account = AccountPanel(self._language, side)
        self.add_panel = AddPanel(self._language, side)
        self.act = ActPanel(side)
        self.code = CodePanel(self._language, side)
        self.give = GivePanel(self._language, side)
        self.idle = IdlePanel(side)
        self.recovery = RecoveryPanel(self._language, side)
        asking = (self.account, self.add_panel, self.act, self.give, self.idle)
        for task in (*asking, self.code, self.recovery):
            self.add_task(task)

    def _build_actions(self) -> None:
        self.bar = bar = ActionBar(self, name="people-actions")
        self.add_button = Button(
            self.tr("Add a person"),
            bar,
            name="people-add",
            role=ButtonRole.PRIMARY,
            icon=Icon.PLUS,
        )
        self.idle_button = Button(
            self.tr("Cover and lock"), bar, name="people-idle", icon=Icon.LOCK
        )
        self.recovery_button = Button(
            self.tr("Recovery codes"), bar, name="people-recovery", icon=Icon.KEY
        )
        self.idle_button.clicked.connect(self._ask_idle)
        self.recovery_button.clicked.connect(self.recovery_requested)
        bar.add_left(self.idle_button)
        bar.add_left(self.recovery_button)
        self.add_button.clicked.connect(self._add)
        bar.add_right(self.add_button)
        self.set_actions(bar)

    def _waiting_row(self, waiting: PendingKey) -> RowItem:
        member, language = waiting.member, self._language
        role = role_words(member.role, language).lower()
        first_name = member.display_name.split()[0]
        return RowItem(
            member.staff_id,
            sentence("people.waits", language, name=member.display_name, role=role),
            sentence("people.compare", language, name=first_name, fingerprint=waiting.fingerprint),
            Icon.KEY,
            right=self.tr("Give keys"),
            has_chevron=True,
            is_large=True,
        )

    def _row(self, entry: StaffEntry, now: datetime) -> RowItem:
        icon, tone = _ICONS[entry.standing]
        member = entry.member
        return RowItem(
            member.staff_id,
            member.display_name,
            f"{role_words(member.role, self._language)}. "
            f"{standing_words(entry, now, self._language)}",
            icon,
            icon_tone=tone,
            has_chevron=True,
            is_large=True,
            is_muted=entry.standing is StaffStanding.REVOKED,
        )

    @Slot()
    def _ask_idle(self) -> None:
        self.idle_requested.emit()

    @Slot()
    def _add(self) -> None:
        self.add_requested.emit()


def first_of_each(waiting: Sequence[PendingKey]) -> tuple[PendingKey, ...]:
    """One line for each person, however many keys they wait for."""
    found: dict[str, PendingKey] = {}
    for one in waiting:
        found.setdefault(one.member.staff_id, one)
    return tuple(found.values())
