"""Which matched places go on paper; each with its need, number, and "call first" when stale."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.messages import sentence
from desktop.packets.build import MOST_RESOURCES
from desktop.services.plan_packet import ServiceChoice
from desktop.views.packet.editor_panel import EditorPanel
from desktop.views.packet.packet_states import PacketState
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.row_item import ChipFact, RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.wrap_label import WrapLabel


class PlacesEditor(EditorPanel):
    """Signals: ``place_toggled(service_id, is_in)``."""

    place_toggled = Signal(str, bool)

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent, name="packet-places", is_flush=True)
        self.set_title(self.tr("Help near you"))
        self._language = language
        self.note = WrapLabel("", self, tone=Tone.MUTED)
        self.note.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self.rows = RowList(
            self.tr("Places that can help"), self, name="packet-place", is_chosen_kept=False
        )
        self.body.addWidget(self.note)
        self.body.addWidget(self.rows)
        self.rows.checked.connect(self.place_toggled)

    def show_state(self, state: PacketState) -> None:
        """Show all matched places and which are chosen."""
        chosen = state.choices.service_ids
        is_full = len(chosen) >= MOST_RESOURCES
        self.note.setText(self._note(state, len(chosen)))
        self.rows.show_rows(
            [
                self._row(one, is_in=one.service_id in chosen, is_full=is_full)
                for one in state.draft.services
            ]
        )
        self.rows.setVisible(bool(state.draft.services))

    def focus_first(self) -> None:
        """Begin at the first place."""
        if self.rows.rows():
            self.rows.focus_chosen()
        else:
            super().focus_first()

    def _note(self, state: PacketState, chosen: int) -> str:
        if not state.draft.assessment_complete:
            return self.tr("Places are found from the needs in the completed assessment.")
        if not state.draft.services:
            return self.tr("The directory has no place for these needs.")
        return self.tr("{chosen} of {most} that fit on paper").format(
            chosen=chosen, most=MOST_RESOURCES
        )

    def _row(self, place: ServiceChoice, *, is_in: bool, is_full: bool) -> RowItem:
        need = sentence(place.reason_id, self._language)
        second = " · ".join(part for part in (place.phone, need[:1].upper() + need[1:]) if part)
        chip = None
        if place.call_first:
            chip = ChipFact(self.tr("Call first"), Tone.WARNING, Icon.PHONE)
        return RowItem(
            key=place.service_id,
            title=place.name,
            second=second,
            chip=chip,
            is_checked=is_in,
            is_closed=is_full and not is_in,
        )
