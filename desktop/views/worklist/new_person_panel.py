"""New person: alias, place and arrival of somebody the team just heard of; no real name."""

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.messages import LANGUAGES, sentence
from desktop.records.episode import CaseSource
from desktop.records.same_case import HeardCase
from desktop.services.add_case import AGE_LIMIT_YEARS, NewCase
from desktop.services.like_cases import LikeCase
from desktop.views.person.key_buttons import KeyButtons
from desktop.views.person.moment_field import MomentField
from desktop.views.person.task_panel import TaskPanel
from desktop.views.theme.icons import Icon
from desktop.views.theme.tokens import Space, Tone
from desktop.views.widgets.button import Button
from desktop.views.widgets.compound import Compound, focus_target
from desktop.views.widgets.evidence_hint import hint_below
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.number_field import NumberField
from desktop.views.widgets.parsed_field import NotReadable
from desktop.views.widgets.picker import Picker
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.wrap_label import WrapLabel
from desktop.views.worklist.again_choice import AgainChoice
from desktop.views.worklist.pathway_field import PathwayField


class NewPersonPanel(TaskPanel):
    """Signals: ``person_given(NewCase, begins)``, ``begins`` when the talk begins at once;
    ``another_alias_requested()``; ``action_changed()`` the button does something else now;
    ``heard_changed(HeardCase)`` what may be known already; ``case_wanted(key)`` the case of it."""

    person_given = Signal(object, bool)
    another_alias_requested = Signal()
    action_changed = Signal()
    heard_changed = Signal(object)
    case_wanted = Signal(str)

    def __init__(
        self, language: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        name = "new-person"
        super().__init__("", "", parent, name=name)
        self.set_title(self.tr("New person"))
        self._language = language
        self._add_text = self.tr("Add person")
        self._begin_text = sentence("new-person.begin", language)
        self.other_tip = sentence("new-person.begin-is", language)
        self._word_buttons(is_here=True)
        self._now = now
        self.body.addWidget(
            WrapLabel(
                self.tr("An alias stands for the person. No real name is needed here."),
                self,
                tone=Tone.MUTED,
            )
        )
        self._build_alias()
        self._build_place()
        self._build_source()
        self.pathway = PathwayField(language, self, name="new-person-pathway")
        self.pathway.route_changed.connect(self._word_action)
        self.arrived = MomentField(self.tr("Arrived"), now, self, name="new-person-arrived")
        self.told = MomentField(
            sentence("new-person.told", language), now, self, name="new-person-told"
        )
        self._build_reading()
        self.age = NumberField(
            self,
            name="new-person-age",
            least=Decimal(0),
            most=Decimal(AGE_LIMIT_YEARS),
            unit=self.tr("years"),
        )
        self.age_row = FieldRow(
            self.tr("Age"), self.age, self, help_text=self.tr("Leave it empty if it is not known.")
        )
        for row in self._rows():
            self.body.addWidget(row)
        self._begins = False
        self._hear()

    def _rows(self) -> tuple[QWidget, ...]:
        when = (self.arrived, self.told)
        who = (self.reading_row, self.age_row)
        like = (self.like_bar, self.like_links, self.again)
        return (self.place_row, *like, self.source_row, self.pathway, *when, *who)

    def _hear(self) -> None:
        # Not committed: that comes with the focus, which leaves with the panel too.
        for part in (self.alias, self.place, self.age, self.arrived):
            part.edited.connect(self._heard)

    def _build_alias(self) -> None:
        pair = Compound(self)
        self.alias = LineField(pair, name="new-person-alias")
        self.another = Button(
            self.tr("Another"), pair, name="new-person-another", icon=Icon.REFRESH
        )
        across = QHBoxLayout(pair)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.S)
        across.addWidget(self.alias, 1)
        across.addWidget(self.another)
        pair.lead_to(self.alias)
        self.alias_row = FieldRow(self.tr("Alias"), pair, self)
        self.body.addWidget(self.alias_row)
        self.another.clicked.connect(self._ask_another)

    def _build_place(self) -> None:
        self.place = LineField(self, name="new-person-place", placeholder=self.tr("Room or bed"))
        self.place_row = FieldRow(self.tr("Place"), self.place, self)
        hint_below(self.place_row, self.place)
        self.like_bar = MessageBar(self, name="new-person-like")
        # Not inside of the bar, which is narrow here.
        self.like_links = KeyButtons(self, name="new-person-like-open", icon=Icon.USERS)
        self.like_links.pressed.connect(self.case_wanted)
        self.like_bar.closed.connect(self._drop_links)
        self.again = AgainChoice(self._language, self)

    def _build_source(self) -> None:
        sources = [
            (one.value, sentence(f"case-source.{one.value}", self._language)) for one in CaseSource
        ]
        self.source = Picker(
            self, name="new-person-source", choices=sources, placeholder=self.tr("Choose")
        )
        self.source_row = FieldRow(self.tr("How the team heard"), self.source, self)

    def _build_reading(self) -> None:
        names = {"en": self.tr("English"), "es": self.tr("Spanish")}
        question = self.tr("Language the person reads")
        choices = [Choice(code, names[code]) for code in LANGUAGES]
        self.reading = Segment(question, choices, self, name="new-person-language")
        self.reading_row = FieldRow(question, self.reading, self)

    def begin(self) -> None:
        """Empty the panel; both times are now until somebody says otherwise."""
        self.alias.set_value("")
        self.place.set_value("")
        self.source.show_picked("")
        self.pathway.clear()
        self._word_buttons(is_here=True)
        self.reading.set_chosen("")
        self.age.show_value(None)
        self.arrived.show_moment(self._now())
        self.told.show_moment(self._now())
        for row in (self.alias_row, self.place_row, self.source_row, self.reading_row):
            row.set_error("")
        self.age_row.set_error("")
        self.again.clear()
        self.show_like({})

    def show_like(self, cases: Mapping[str, LikeCase]) -> None:
        """Say that somebody may be in one of these already; nothing keeps from adding."""
        said = [
            sentence(f"like-case.{one.why.value}", self._language, alias=one.alias)
            for one in cases.values()
        ]
        opens = {
            key: sentence("like-case.open", self._language, alias=one.alias)
            for key, one in cases.items()
        }
        self.like_links.show_buttons(opens)
        self.again.offer(cases)
        if not said:
            self.like_bar.clear()
            return
        words = " ".join((*said, sentence("like-case.look", self._language)))
        self.like_bar.show_message(Tone.ACCENT, words)

    def show_alias(self, alias: str) -> None:
        """Offer an alias."""
        self.alias.set_value(alias)
        self.alias_row.set_error("")

    def focus_first(self) -> None:
        """The place: the alias is made up already."""
        self.place.setFocus()

    def show_problem(self, message_id: str, words: str) -> bool:
        """Put a refusal below the field that it is about; False when it is about none."""
        rows = {
            "episode.alias-taken": self.alias_row,
            "episode.no-alias": self.alias_row,
            "episode.no-place": self.place_row,
            "episode.arrived-in-future": self.arrived.row,
            "episode.again-before": self.arrived.row,
            "episode.notified-in-future": self.told.row,
            "episode.age-out-of-range": self.age_row,
        }
        row = rows.get(message_id)
        if row is None:
            return False
        row.set_error(words)
        focus_target(row.control).setFocus()
        return True

    def submit(self) -> None:
        """Tell the new case when everything that is needed is there."""
        choose = self.tr("Choose one.")
        self.place_row.set_error("" if self.place.value() else self.tr("Type the room or the bed."))
        self.source_row.set_error("" if self.source.picked_key() else choose)
        self.pathway.row.set_error("" if self.pathway.pathway() else choose)
        self.reading_row.set_error("" if self.reading.chosen_key() else choose)
        can_read, arrived = self.arrived.read()
        if can_read and arrived is None:
            self.arrived.row.set_error(self.tr("Say when the person arrived."))
        told_ok, told = self.told.read()
        age_ok, age = self._read_age()
        if self._focus_problem() or not (told_ok and age_ok) or arrived is None:
            return
        self.person_given.emit(
            NewCase(
                place=self.place.value(),
                source=CaseSource(self.source.picked_key()),
                arrived_at=arrived,
                language=self.reading.chosen_key(),
                age_years=age,
                alias=self.alias.value() or None,
                notified_at=told,
                pathway=self.pathway.pathway(),
                again=self.again.ref,
            ),
            self._begins,
        )

    def submit_other(self) -> None:
        """Add, and begin with the talk."""
        self._begins = True
        self.submit()
        self._begins = False

    def _read_age(self) -> tuple[bool, int | None]:
        try:
            value = self.age.typed_value()
        except NotReadable as problem:
            self.age_row.set_error(str(problem))
            return False, None
        return True, int(value) if isinstance(value, Decimal) else None

    def _focus_problem(self) -> bool:
        controls: tuple[tuple[FieldRow, QWidget], ...] = (
            (self.place_row, self.place),
            (self.source_row, self.source),
            (self.pathway.row, self.pathway.picker),
            (self.arrived.row, self.arrived.day.line),
            (self.told.row, self.told.day.line),
            (self.reading_row, self.reading.button(LANGUAGES[0])),
            (self.age_row, self.age),
        )
        for row, control in controls:
            if row.error:
                control.setFocus()
                return True
        return False

    @Slot()
    def _drop_links(self) -> None:
        self.like_links.show_buttons({})

    @Slot()
    def _heard(self) -> None:
        try:
            arrived = self.arrived.moment()
            age = self.age.typed_value()
        except NotReadable:
            return  # said below the field; there is nothing to compare yet
        years = int(age) if isinstance(age, Decimal) else None
        heard = HeardCase(self.alias.value(), self.place.value(), arrived, years)
        self.heard_changed.emit(heard)

    @Slot()
    def _word_action(self) -> None:
        self._word_buttons(is_here=self.pathway.route is None)
        self.action_changed.emit()

    def _word_buttons(self, *, is_here: bool) -> None:
        self.action_text = self._add_text if is_here else sentence("route.act", self._language)
        self.other_text = self._begin_text if is_here else ""

    @Slot()
    def _ask_another(self) -> None:
        self.another_alias_requested.emit()
