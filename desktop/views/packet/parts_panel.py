"""The parts of a packet as check rows, each with what it holds and where it stands."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.packets.plain_language import MOST_GRADE
from desktop.records.packet_record import PacketPart
from desktop.services.plan_packet import LetterChoice
from desktop.views.packet.packet_states import OpenPanel, PacketState
from desktop.views.packet.part_words import PartWords, grade_number
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.chip import Chip
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.tab_order import keep_tab_order
from desktop.views.widgets.wrap_label import WrapLabel

EDITORS = {
    PacketPart.STEPS: OpenPanel.STEPS,
    PacketPart.APPOINTMENTS: OpenPanel.APPOINTMENTS,
    PacketPart.RESOURCES: OpenPanel.PLACES,
}
"""Parts whose content is chosen in a panel of its own."""
LETTER = "letter-"
"""Rows of letters have this before the number of the partner (from 1) as their key."""


class PartsPanel(Panel):
    """Signals: ``part_pointed_at(part)`` the user moved to its row; ``part_toggled(part, is_in)``;
    ``letter_toggled(recipient, is_in)``; ``editor_requested(panel)``;
    ``consent_requested(recipient)``."""

    part_pointed_at = Signal(str)
    part_toggled = Signal(str, bool)
    letter_toggled = Signal(str, bool)
    editor_requested = Signal(str)
    consent_requested = Signal(str)

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__("", parent, name="packet-parts-panel", is_flush=True)
        self.set_title(self.tr("Packet"))
        self._language = language
        self._words = PartWords(language, self)
        self._letters: tuple[LetterChoice, ...] = ()
        self._sides: dict[str, Button] = {}
        self.pages_label = WrapLabel("", self, tone=Tone.MUTED)
        self.pages_label.setObjectName("packet-pages")
        self.grade_chip = Chip("", self, icon=Icon.CHECK)
        self.grade_chip.setObjectName("packet-grade")
        self.head.insertWidget(1, self.pages_label)
        self.head.addWidget(self.grade_chip)
        self.rows = RowList(
            self.tr("Parts of the packet"), self, name="packet-parts", is_chosen_kept=False
        )
        self.body.addWidget(self.rows)
        self.rows.chosen.connect(self._pointed_at)
        self.rows.checked.connect(self._checked)
        self.rows.opened.connect(self._opened)

    def show_state(self, state: PacketState) -> None:
        """Show what is in and what is not."""
        self._letters = state.draft.letters
        items = [self._steps(state), *self._own_parts(state)]
        items += [self._letter(at, one, state) for at, one in enumerate(state.draft.letters, 1)]
        self.rows.show_rows(items)
        self._add_sides(state)
        self._show_head(state)

    def focus_part(self, key: str) -> None:
        """Put the focus on one row (after its panel was closed), else on the first."""
        row = next((row for row in self.rows.rows() if row.item.key == key), None)
        (row or self.rows.rows()[0]).setFocus()

    def _steps(self, state: PacketState) -> RowItem:
        second, tone = self._words.steps(state)
        return RowItem(
            key=PacketPart.STEPS,
            title=self._words.steps_title(len(state.choices.steps)),
            second=second,
            second_tone=tone,
            icon=Icon.CHECK,
            icon_tone=Tone.SUCCESS,
            right=self._words.page(PacketPart.STEPS, state),
        )

    def _own_parts(self, state: PacketState) -> list[RowItem]:
        parts = [PacketPart.APPOINTMENTS, PacketPart.RESOURCES]
        if state.draft.has_plan:
            parts.append(PacketPart.SAFETY_PLAN)
        parts += [plan.part for plan in state.draft.further_plans]
        return [self._part(part, state) for part in (*parts, PacketPart.WALLET_CARD)]

    def _part(self, part: PacketPart, state: PacketState) -> RowItem:
        second, tone = self._words.second(part, state)
        is_in = part in state.choices.parts
        return RowItem(
            key=part,
            title=self._words.part_title(part, state),
            second=second,
            second_tone=tone,
            right=self._words.page(part, state) if is_in else "",
            is_checked=is_in,
        )

    def _letter(self, number: int, letter: LetterChoice, state: PacketState) -> RowItem:
        title = self.tr("Letter to {recipient}").format(recipient=letter.recipient)
        key = f"{LETTER}{number}"
        if not letter.gate.allowed:
            reason = sentence(letter.gate.reason_id, self._language)
            return RowItem(key=key, title=title, second=reason, icon=Icon.LOCK, is_closed=True)
        choices = state.choices
        is_in = PacketPart.LETTER in choices.parts
        is_in = is_in and choices.letter_recipient == letter.recipient
        return RowItem(
            key=key,
            title=title,
            second=self.tr("One page, only what the consent covers"),
            right=self._words.page(PacketPart.LETTER, state) if is_in else "",
            is_checked=is_in,
        )

    def _add_sides(self, state: PacketState) -> None:
        """Buttons at the ends of rows; the rows are the same ones as long as the screen lives."""
        if self._sides:
            return
        for part in EDITORS:
            words = self.tr("Change: {part}").format(part=self._words.title(part))
            icon = Icon.MAP_PIN if part is PacketPart.RESOURCES else Icon.PEN
            button = Button(words, self, name=f"packet-change-{part}", icon=icon, is_icon_only=True)
            self._attach(part, button)
        for number, letter in enumerate(state.draft.letters, 1):
            if not letter.gate.allowed:
                button = Button(self.tr("Ask"), self, name=f"packet-ask-{number}")
                words = self.tr("Ask for the consent of {recipient}")
                button.setAccessibleName(words.format(recipient=letter.recipient))
                self._attach(f"{LETTER}{number}", button)

    def _attach(self, key: str, button: Button) -> None:
        button.setProperty("row", str(key))
        button.clicked.connect(self._side_pressed)
        self.rows.row(key).set_side_widget(button)
        self._sides[key] = button
        stops: list[QWidget] = []
        for row in self.rows.rows():
            side = self._sides.get(row.item.key)
            stops += [row] if side is None else [row, side]
        keep_tab_order(self.rows, stops)

    def _show_head(self, state: PacketState) -> None:
        pages = state.pages
        count = pages.preview.rendered.pages if pages else 0
        self.pages_label.setText(self._words.pages(count))
        grade = pages.preview.grade if pages else 0.0
        self.grade_chip.setVisible(grade > 0)
        is_plain = grade <= MOST_GRADE
        tone, icon = (Tone.SUCCESS, Icon.CHECK) if is_plain else (Tone.WARNING, Icon.TRIANGLE_ALERT)
        words = self.tr("Reads at grade {grade}").format(grade=grade_number(grade))
        self.grade_chip.show_fact(words, tone, icon)

    @Slot(str)
    def _pointed_at(self, key: str) -> None:
        self.part_pointed_at.emit(PacketPart.LETTER.value if key.startswith(LETTER) else key)

    @Slot(str, bool)
    def _checked(self, key: str, is_in: bool) -> None:
        if key.startswith(LETTER):
            self.letter_toggled.emit(self._recipient(key), is_in)
        else:
            self.part_toggled.emit(key, is_in)

    @Slot(str)
    def _opened(self, key: str) -> None:
        self._open(key)

    @Slot()
    def _side_pressed(self) -> None:
        self._open(str(self.sender().property("row")))

    def _open(self, key: str) -> None:
        if key in EDITORS:
            self.editor_requested.emit(EDITORS[PacketPart(key)].value)
        elif key.startswith(LETTER) and key in self._sides:
            self.consent_requested.emit(self._recipient(key))

    def _recipient(self, key: str) -> str:
        return self._letters[int(key.removeprefix(LETTER)) - 1].recipient
