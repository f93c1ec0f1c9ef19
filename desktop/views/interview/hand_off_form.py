"""Who was told about an alert, how, when and what they said; nothing is filled in beforehand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.records.alert import ToldBy
from desktop.records.site_contact import SiteContact
from desktop.views.theme.holder import current_theme, theme_holder
from desktop.views.theme.tokens import Space, Width
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.date_field import DateField
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import OptionItem
from desktop.views.widgets.parsed_field import NotReadable
from desktop.views.widgets.picker import Picker
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.time_field import TimeField

ANOTHER = "another"
NO_LIMIT = 16_777_215
"""Qt's own QWIDGETSIZE_MAX, which PySide6 does not export."""
MOST_AHEAD = timedelta(minutes=2)
"""A clock may run a little ahead; any later time of day was yesterday's."""


@dataclass(frozen=True, slots=True)
class HandOffEntry:
    """What was typed. ``told_at`` is aware, local; ``said`` is free of the person's words."""

    told: str = field(repr=False)
    how: ToldBy
    told_at: datetime
    said: str = field(default="", repr=False)


class HandOffForm(QWidget):
    """Signals: ``recorded(entry)`` and ``not_reached(entry)``, a HandOffEntry each; ``begun()``
    when ``is_begun`` may have changed."""

    recorded = Signal(object)
    not_reached = Signal(object)
    begun = Signal()

    def __init__(
        self,
        contacts: tuple[SiteContact, ...],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        name: str,
        asks_day: bool = False,
    ) -> None:
        super().__init__(parent)
        self._asks_day = asks_day
        self._contacts = contacts
        self._now = now
        self.setObjectName(f"{name}-form")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        self._add_who(column, name)
        self._add_details(column, name)
        self._add_buttons(column, name)
        for changed in (
            self.name_field.edited,
            self.when.line.textChanged,
            self.day.line.textChanged,
            self.how.chosen,
            self.said.picked,
        ):
            changed.connect(self._begun)

    def _add_who(self, column: QVBoxLayout, name: str) -> None:
        title = self.tr("Who was told")
        items = [
            OptionItem(f"contact-{at}", contact.words, note=contact.reach)
            for at, contact in enumerate(self._contacts)
        ]
        items.append(OptionItem(ANOTHER, self.tr("Another clinician"), note=self.tr("Type a name")))
        self.who = OptionGroup(title, items, self, name=f"{name}-who")
        self.who_row = FieldRow(title, self.who, self)
        self.name_field = LineField(self, name=f"{name}-name")
        self.name_row = FieldRow(
            self.tr("Name and role"), self.name_field, self, help_text=self._who_can_set()
        )
        self.name_row.setVisible(not self._contacts)
        self.who_row.setVisible(bool(self._contacts))
        self.who.answered.connect(self._who_chosen)
        column.addWidget(self.who_row)
        column.addWidget(self.name_row)

    def _who_can_set(self) -> str:
        if self._contacts:
            return ""
        return self.tr(
            "No contacts are set for this alert here. An administrator can add them under Contacts."
        )

    def _add_details(self, column: QVBoxLayout, name: str) -> None:
        how = self.tr("How")
        choices = (
            Choice(ToldBy.IN_PERSON.value, self.tr("In person")),
            Choice(ToldBy.PHONE.value, self.tr("Phone")),
            Choice(ToldBy.PAGE.value, self.tr("Page")),
        )
        self.how = Segment(how, choices, self, name=f"{name}-how")
        self.how_row = FieldRow(how, self.how, self)
        self.when = TimeField(self._now, self, name=f"{name}-when")
        self.when_row = FieldRow(self.tr("When"), self.when, self)
        self.day = DateField(self, name=f"{name}-day")
        self.day_row = FieldRow(self.tr("Day"), self.day, self)
        self.day_row.setVisible(self._asks_day)
        said = [
            ("coming", self.tr("Coming now")),
            ("call-back", self.tr("Will call back")),
            ("advice", self.tr("Gave advice")),
            ("other", self.tr("Took note")),
        ]
        self.said = Picker(self, name=f"{name}-said", choices=said, placeholder=self.tr("Choose"))
        self.said_row = FieldRow(self.tr("What they said"), self.said, self)
        self._details = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._details.setSpacing(Space.L)
        for row, stretch in (
            (self.how_row, 0),
            (self.day_row, 0),
            (self.when_row, 0),
            (self.said_row, 1),
        ):
            self._details.addWidget(row, stretch)
        column.addLayout(self._details)
        theme_holder().changed.connect(self._restyle)
        self._restyle()

    def _add_buttons(self, column: QVBoxLayout, name: str) -> None:
        self.not_reached_button = Button(self.tr("No one reached"), self, name=f"{name}-no-one")
        self.record_button = Button(
            self.tr("Record hand-off"), self, name=f"{name}-record", role=ButtonRole.PRIMARY
        )
        self.not_reached_button.clicked.connect(self._not_reached)
        self.record_button.clicked.connect(self._record)
        row = QHBoxLayout()
        row.addWidget(self.not_reached_button)
        row.addStretch(1)
        row.addWidget(self.record_button)
        column.addLayout(row)
        for button in (self.not_reached_button, self.record_button):
            button.setVisible(not self._asks_day)

    @property
    def is_begun(self) -> bool:
        """Whether more than a contact was given; it is kept only when it is recorded."""
        typed = self.name_field.value() or self.when.line.value()
        return bool(typed or self.how.chosen_key() or self.said.picked_key())

    def focus_first(self) -> None:
        """Put the focus on the first contact, or into the name."""
        if self._contacts:
            self.who.focus_first()
        else:
            self.name_field.setFocus()

    def set_stacked(self, is_stacked: bool) -> None:
        """Put the fields below each other when narrow."""
        direction = QBoxLayout.Direction
        self._details.setDirection(direction.TopToBottom if is_stacked else direction.LeftToRight)
        self._hold_widths()

    @Slot()
    def _restyle(self) -> None:
        width = current_theme().metrics.scaled(Width.FIELD_LEAST)
        self.when.line.setMaximumWidth(width)
        self.said.setMinimumWidth(width + Space.XL)
        self._hold_widths()

    def _hold_widths(self) -> None:
        """What is missing wraps under its field; as wide as it is long it would cut the next."""
        is_beside = self._details.direction() is QBoxLayout.Direction.LeftToRight
        for row in (self.how_row, self.when_row):
            most = max(row.control.sizeHint().width(), row.label.sizeHint().width())
            row.setMaximumWidth(most if is_beside else NO_LIMIT)

    def _told(self) -> str:
        keys = self.who.chosen_keys()
        if not self._contacts or keys == (ANOTHER,):
            return self.name_field.value()
        return self._contacts[int(keys[0].removeprefix("contact-"))].words if keys else ""

    def _told_at(self) -> datetime | None:
        try:
            clock, day = self.when.typed_value(), self.day.typed_value()
        except NotReadable:
            return None
        if clock is None:
            return None
        now = self._now()
        if day is not None:
            return datetime.combine(day, clock).astimezone()
        moment = datetime.combine(now.date(), clock, now.tzinfo)
        return moment if moment <= now + MOST_AHEAD else moment - timedelta(days=1)

    def _entry(self) -> HandOffEntry | None:
        """What was typed, or None after saying what is still needed."""
        told, how, told_at = self._told(), self.how.chosen_key(), self._told_at()
        needs_name = self.tr("Say who it was: name and role.")
        is_typed = self.name_row.isVisibleTo(self)
        self.name_row.set_error("" if told or not is_typed else needs_name)
        self.who_row.set_error("" if told or is_typed else self.tr("Choose who it was."))
        self.how_row.set_error("" if how else self.tr("Choose how."))
        self.when_row.set_error("" if told_at else self.tr("Say when: press Now or type a time."))
        if not told or not how or told_at is None:
            return None
        said = self.said.currentText() if self.said.picked_key() else ""
        return HandOffEntry(told, ToldBy(how), told_at, said)

    @Slot(object)
    def _who_chosen(self, keys: tuple[str, ...]) -> None:
        self.name_row.setVisible(keys == (ANOTHER,))
        if keys == (ANOTHER,):
            self.name_field.setFocus()

    @Slot()
    def _begun(self) -> None:
        self.begun.emit()

    def record(self) -> None:
        """As its own button, for a panel that has one."""
        self._record()

    def record_try(self) -> None:
        """The same of a try that reached no one."""
        self._not_reached()

    @Slot()
    def _record(self) -> None:
        entry = self._entry()
        if entry is not None:
            self.recorded.emit(entry)

    @Slot()
    def _not_reached(self) -> None:
        entry = self._entry()
        if entry is not None:
            self.not_reached.emit(entry)
            self._offer_next()

    def _offer_next(self) -> None:
        """The next contact, with how and when to be said again."""
        self.how.set_chosen("")
        self.when.show_value(None)
        keys = [row.item.key for row in self.who.rows()]
        chosen = self.who.chosen_keys()
        if self._contacts and chosen:
            following = keys[min(keys.index(chosen[0]) + 1, len(keys) - 1)]
            self.who.set_chosen((following,))
            self._who_chosen((following,))
        self.name_field.set_value("")
        self.begun.emit()
        self.focus_first()
