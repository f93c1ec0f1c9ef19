"""The desk of forms: which are loaded, which are offered, and a panel for one."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.services.list_forms import FormCard
from desktop.services.ports import FormStanding
from desktop.views.forms.choose_files import ChooseFiles
from desktop.views.forms.decide_panel import DecidePanel
from desktop.views.forms.fact_words import language_names, version_label
from desktop.views.forms.form_panel import FormPanel
from desktop.views.forms.guide_panel import GuidePanel
from desktop.views.forms.import_panel import ImportPanel
from desktop.views.person.desk_frame import DeskFrame
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.tokens import Tone
from desktop.views.widgets.action_bar import ActionBar
from desktop.views.widgets.busy import Busy
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.row_item import RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.top_bar import TopBar
from desktop.views.widgets.wrap_label import WrapLabel


class FormsView(DeskFrame):
    """Keys of rows are content hashes. Files dropped here are as good as chosen ones.

    Signals: ``form_opened(key)``; ``paths_given(tuple[Path, ...])``; ``cancel_requested()`` the
    reading is to stop; ``guide_requested()`` which instrument is for whom.
    The panels tell what was typed into them.
    """

    form_opened = Signal(str)
    paths_given = Signal(object)
    cancel_requested = Signal()
    guide_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="forms")
        self.setAcceptDrops(True)
        self._language = language
        self.top = TopBar(self.tr("Forms"), self, name="forms-top")
        self.set_top(self.top)
        main = self.body.main_column
        self.reading = Busy(main, name="forms-reading")
        self.reading.cancel_requested.connect(self.cancel_requested)
        self.body.main.addWidget(self.reading)
        self._panel = Panel("", main, name="forms-panel", is_flush=True)
        self.rows = RowList(self.tr("Forms"), self._panel, name="forms-list", opens_on_press=True)
        self.rows.set_rounds_top(True)
        self._panel.body.addWidget(self.rows)
        self.empty = EmptyState(
            self.tr("No forms loaded yet"),
            self.tr(
                "Load the questionnaires that your hospital may use, as FHIR R4 JSON. Firstlight's"
                " own forms are always here."
            ),
            main,
            name="forms-empty",
        )
        self.body.main.addWidget(self._panel)
        self.body.main.addWidget(self.empty)
        self._build_side(language)
        self._build_actions()
        self.rows.opened.connect(self.form_opened)

    def show_forms(self, cards: tuple[FormCard, ...]) -> None:
        """Show the list."""
        self.rows.show_rows([self._row(card) for card in cards])
        self._panel.setVisible(bool(cards))
        self.empty.setVisible(not cards)
        current = sum(card.standing is FormStanding.CURRENT for card in cards)
        words = self.tr("{current} of {total} current").format(current=current, total=len(cards))
        self.top.set_title(self.tr("Forms"), words if cards else "")

    def focus_first(self) -> None:
        """The first form, or the one next step of an empty list."""
        rows = self.rows.rows()
        target: QWidget = rows[0] if rows else self.load_button
        target.setFocus()

    def standing_words(self, card: FormCard) -> str:
        """Whether it is offered, in words."""
        if not card.is_whole:
            return self.tr("Its file is damaged: load the same file again")
        if card.replaces_own:
            return self._own_standing_words(card)
        return {
            FormStanding.CURRENT: self.tr("Current: it can be begun for any case"),
            FormStanding.LOADED: self.tr("Loaded, not current: it is not offered"),
            FormStanding.RETIRED: self.tr("Retired: nothing new is begun with it"),
        }[card.standing]

    def _own_standing_words(self, card: FormCard) -> str:
        """The same of a version of one of our own forms, which is never gone without another."""
        return {
            FormStanding.CURRENT: self.tr(
                "Current: it takes the place of the form that came with the app. If you retire it,"
                " that one is used again."
            ),
            FormStanding.LOADED: self.tr(
                "A version of one of our own forms. Loaded, not current: another version is used"
            ),
            FormStanding.RETIRED: self.tr(
                "A version of one of our own forms. Retired: another version is used"
            ),
        }[card.standing]

    def start_reading(self) -> None:
        """Files are being read and checked; shown only when it takes long."""
        self.reading.start(self.tr("Reading and checking"))
        self._close_loading(self.tr("Reading and checking"))

    def show_step(self, done: int, total: int) -> None:
        """How far the reading is."""
        self.reading.show_step(self.tr("Reading and checking"), done, total)

    def stop_reading(self) -> None:
        """It was read, or stopped."""
        self.reading.stop()
        self._close_loading("")

    def _close_loading(self, reason: str) -> None:
        for button in (self.load_button, self.folder_button):
            button.set_closed(reason)

    def _build_side(self, language: str) -> None:
        side = self.body.side_column
        note = Panel("", side, name="forms-note")
        note.set_title(self.tr("What happens to a form"))
        words = self.tr(
            "It is checked, and what is wrong is listed in plain words. Then it is kept exactly as"
            " it is, signed with your key. Staff see it once you make it current."
        )
        note.body.addWidget(WrapLabel(words, note, tone=Tone.MUTED))
        self.guide_button = Button(
            sentence("known-guide.open", language), note, name="forms-guide", icon=Icon.BOOK
        )
        self.guide_button.clicked.connect(self._ask_for_guide)
        note.body.addWidget(self.guide_button)
        self.add_side(note)
        self.guide = self.on_demand(lambda: GuidePanel(language, side))
        self.guide.when_made(lambda made: made.guide.instrument.picked.connect(self._rest))
        self.decide = self.on_demand(lambda: DecidePanel(language, side))
        self.form = FormPanel(language, side)
        self.importing = ImportPanel(language, side)
        self.add_task(self.form)
        self.add_task(self.importing)

    def _build_actions(self) -> None:
        bar = ActionBar(self, name="forms-actions")
        self.folder_button = Button(
            self.tr("Load a folder"), bar, name="forms-load-folder", icon=Icon.DOWNLOAD
        )
        self.load_button = Button(
            self.tr("Load a form"),
            bar,
            name="forms-load",
            role=ButtonRole.PRIMARY,
            icon=Icon.PLUS,
        )
        self.folder_button.clicked.connect(self._choose_folder)
        self.load_button.clicked.connect(self._choose_files)
        bar.add_left(self.folder_button)
        bar.add_right(self.load_button)
        self.set_actions(bar)

    def _row(self, card: FormCard) -> RowItem:
        form = card.form
        second = self.tr("{version}. Languages: {languages}").format(
            version=version_label(form.version, self._language),
            languages=language_names(form.languages, self._language),
        )
        if form.copyright:
            second = self.tr("{facts}. Licence confirmed").format(facts=second)
        icon, tone, right = {
            FormStanding.CURRENT: (State.DONE, Tone.SUCCESS, self.tr("Current")),
            FormStanding.LOADED: (State.NOT_STARTED, Tone.MUTED, self.tr("Not offered")),
            FormStanding.RETIRED: (State.SAID_NO, Tone.MUTED, self.tr("Retired")),
        }[card.standing]
        if not card.is_whole:
            icon, tone, right = State.LOOK_HERE, Tone.WARNING, self.tr("Damaged")
        return RowItem(
            form.content_hash,
            form.title.in_language(self._language),
            second,
            icon,
            right=right,
            right_tone=tone,
            is_right_strong=tone is not Tone.MUTED,
            has_chevron=True,
            is_large=True,
        )

    @Slot()
    def _ask_for_guide(self) -> None:
        self.guide_requested.emit()

    @Slot(str)
    def _rest(self, _key: str) -> None:
        """What is only looked at waits for nothing."""
        self.rest_task()

    @Slot()
    def _choose_files(self) -> None:
        self._choose(is_folder=False)

    @Slot()
    def _choose_folder(self) -> None:
        self._choose(is_folder=True)

    def _choose(self, *, is_folder: bool) -> None:
        dialog = ChooseFiles(self, is_folder=is_folder)
        dialog.paths_chosen.connect(self.paths_given)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this computer may be dropped."""
        if event.mimeData().hasUrls() and not self.load_button.closed_reason:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """As if they had been chosen."""
        urls = event.mimeData().urls()
        paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
        if paths:
            event.acceptProposedAction()
            self.paths_given.emit(paths)
