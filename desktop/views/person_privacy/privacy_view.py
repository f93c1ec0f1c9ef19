"""The privacy screen of a person: reference, restricted notes, and what can be asked for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.read_privacy import PersonPrivacy
from desktop.views.person.ask_panel import Ask, AskPanel
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.theme.icons import Icon
from desktop.views.theme.metrics import Layout
from desktop.views.theme.tokens import TextStyle, Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.top_bar import TopBar
from desktop.views.widgets.wrap_label import WrapLabel
from desktop.views.worklist.worklist_lists import ListPanel


class PrivacyView(DeskFrame):
    """Keys of notes are their ids. Signals: ``back_requested()``; ``note_opened(key)``;
    ``acted(name)`` with "note", "release", "lend" or "erase"."""

    back_requested = Signal()
    note_opened = Signal(str)
    acted = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="privacy")
        self._language = language
        self.top = TopBar("", self, name="privacy-top", has_back=True)
        self.top.back_requested.connect(self.back_requested)
        self.set_top(self.top)
        main = self.body.main_column
        about = Panel(self._words("privacy.about"), main, name="privacy-about")
        self.reference = WrapLabel("", about, style=TextStyle.TITLE)
        self.reference.setObjectName("privacy-reference")
        words = self._words("privacy.reference-help")
        about.body.addWidget(self.reference)
        about.body.addWidget(WrapLabel(words, about, tone=Tone.MUTED))
        self.standing = WrapLabel("", about, tone=Tone.WARNING)
        about.body.addWidget(self.standing)
        self.notes = ListPanel(
            self._words("privacy.notes"), main, name="privacy-notes", opens_on_press=True
        )
        self.restricted = Panel(self._words("privacy.notes-restricted"), main, name="privacy-line")
        line = WrapLabel(self._words("privacy.notes-exist"), self.restricted, tone=Tone.MUTED)
        self.restricted.body.addWidget(line)
        for panel in (about, self.notes, self.restricted):
            self.body.main.addWidget(panel)
        self.notes.rows.opened.connect(self.note_opened)
        self._build_side()
        self._build_actions()
        self.layout_changed.connect(self._follow_layout)

    def show_page(
        self, page: PersonPrivacy, notes: Sequence[RowItem], title: str, standing: str
    ) -> None:
        """Show what was read."""
        self.top.set_title(page.alias, title)
        self.reference.setText(page.reference)
        self.standing.setText(standing)
        self.standing.setVisible(bool(standing))
        self.notes.show_rows(notes)
        shelf = page.shelf
        self.restricted.setVisible(not shelf.is_named and shelf.something_exists)
        shown = {
            "note": shelf.is_named and not page.is_closed,
            "release": bool(shelf.notes),
            "lend": bool(page.officers),
            "erase": page.may_ask_erasure and page.hold is None and page.wish is None,
        }
        for name, button in self.buttons.items():
            button.setVisible(shown[name])

    def ask(self, ask: Ask, text: str = "") -> None:
        """Open the panel with this question; ``text`` stands in its field already."""
        self.asking.begin(ask)
        self.asking.fill(text)
        self.open_task(self.asking)

    def focus_first(self) -> None:
        """The first note, or the first act, or the way back."""
        rows = self.notes.rows.rows()
        if rows:
            rows[0].setFocus()
            return
        shown = [button for button in self.buttons.values() if button.isVisibleTo(self)]
        (shown[0] if shown else self.top.back_button).setFocus()

    def _build_side(self) -> None:
        side = self.body.side_column
        note = Panel(self._words("privacy.side"), side, name="privacy-side")
        note.body.addWidget(WrapLabel(self._words("privacy.side-words"), note, tone=Tone.MUTED))
        self.add_side(note)
        self.asking = AskPanel(self._language, side, name="privacy-ask")
        self.add_task(self.asking)

    def _build_actions(self) -> None:
        bar = ActionBar(self, name="privacy-actions")
        looks = (
            ("erase", Icon.ERASER, ButtonRole.PLAIN, self._erase),
            ("lend", Icon.KEY, ButtonRole.PLAIN, self._lend),
            ("release", Icon.PRINTER, ButtonRole.PLAIN, self._release),
            ("note", Icon.PLUS, ButtonRole.PRIMARY, self._note),
        )
        self.buttons: dict[str, Button] = {}
        for name, icon, role, act in looks:
            words = self._words(f"privacy.act-{name}")
            button = Button(words, bar, name=f"privacy-{name}", role=role, icon=icon)
            button.clicked.connect(act)
            button.hide()
            self.buttons[name] = button
            (bar.add_left if name in ("erase", "lend") else bar.add_right)(button)
        self.set_actions(bar)

    def _words(self, message_id: str) -> str:
        return sentence(message_id, self._language)

    @Slot(object)
    def _follow_layout(self, layout: Layout) -> None:
        for name, button in self.buttons.items():
            button.set_icon_only(layout is Layout.STACKED and name != "note")

    @Slot()
    def _erase(self) -> None:
        self.acted.emit("erase")

    @Slot()
    def _lend(self) -> None:
        self.acted.emit("lend")

    @Slot()
    def _release(self) -> None:
        self.acted.emit("release")

    @Slot()
    def _note(self) -> None:
        self.acted.emit("note")
