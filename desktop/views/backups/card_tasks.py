"""Saves this workstation's card and takes in those of others, from the desk of backups."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from desktop.messages import sentence
from desktop.records.hand_over import Workstation
from desktop.services.work import Work
from desktop.services.workstation_cards import read_card, save_card_in
from desktop.views.backups.cards_panel import CardsPanel
from desktop.views.person.choose_place import ChoosePlace
from desktop.views.screen import Message, ScreenContext
from desktop.views.theme.tokens import Tone


class CardTasks(QObject):
    """Lives as long as its panel."""

    def __init__(self, context: ScreenContext, panel: CardsPanel) -> None:
        super().__init__(panel)
        self._context = context
        self._panel = panel
        panel.save_requested.connect(self._choose_folder)
        panel.take_requested.connect(self._choose_card)

    def read(self) -> None:
        """Show which workstations are known."""
        self._context.runner.run(
            self._panel,
            partial(_known, self._context.work),
            done=self._show,
            failed=self._context.navigator.fail,
        )

    def _show(self, found: tuple[Workstation, tuple[Workstation, ...]]) -> None:
        self._panel.show_known(*found)

    @Slot()
    def _choose_folder(self) -> None:
        dialog = ChoosePlace(self._say("workstations.folder"), self._panel)
        dialog.place_chosen.connect(self._save)
        dialog.open()

    @Slot(object)
    def _save(self, folder: Path) -> None:
        self._context.runner.run(
            self._panel,
            partial(save_card_in, self._context.work, folder),
            done=self._saved,
            failed=self._context.navigator.fail,
        )

    def _saved(self, file: Path) -> None:
        words = self._say("workstations.saved", file=file.name)
        self._context.navigator.say(Message(Tone.SUCCESS, words))

    @Slot()
    def _choose_card(self) -> None:
        title, kinds = self._say("workstations.take"), self._say("workstations.kinds")
        dialog = ChoosePlace(title, self._panel, kinds=kinds)
        dialog.place_chosen.connect(self._take)
        dialog.open()

    @Slot(object)
    def _take(self, file: Path) -> None:
        self._context.runner.run(
            self._panel,
            partial(read_card, self._context.work, file),
            done=self._taken,
            failed=self._context.navigator.fail,
        )

    def _taken(self, known: Workstation) -> None:
        words = self._say("workstations.taken", name=known.name)
        self._context.navigator.say(Message(Tone.SUCCESS, words))
        self.read()

    def _say(self, message_id: str, **params: str) -> str:
        return sentence(message_id, self._context.language, **params)


def _known(work: Work) -> tuple[Workstation, tuple[Workstation, ...]]:
    desk = work.session.hand_over_desk
    return desk.here(), tuple(desk.workstations())
