"""Paints the component gallery to PNG files: ``python -m tests.widgets.gallery OUT_DIR``."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.views.theme.apply import apply_theme
from desktop.views.theme.icons import Icon
from desktop.views.theme.state_icons import State
from desktop.views.theme.theme import Theme
from desktop.views.theme.tokens import DARK, LIGHT, Space, TextStyle, Tokens, Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.busy import Busy
from desktop.views.widgets.button import Button, ButtonRole
from desktop.views.widgets.chip import Chip
from desktop.views.widgets.date_field import DateField
from desktop.views.widgets.field_row import FieldRow
from desktop.views.widgets.focus_ring import install_focus_ring
from desktop.views.widgets.icon_label import IconLabel
from desktop.views.widgets.line_field import LineField
from desktop.views.widgets.message_bar import MessageBar
from desktop.views.widgets.meter import Meter, MeterPart
from desktop.views.widgets.option_group import OptionGroup
from desktop.views.widgets.option_row import BoxRow, OptionItem, RadioRow
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.password_field import PasswordField
from desktop.views.widgets.picker import Picker
from desktop.views.widgets.question_head import QuestionHead
from desktop.views.widgets.reason_row import ReasonRow
from desktop.views.widgets.row_item import Bar, Cell, ChipFact, Column, RowItem
from desktop.views.widgets.row_list import RowList
from desktop.views.widgets.segment import Choice, Segment
from desktop.views.widgets.signature_pad import SignaturePad
from desktop.views.widgets.surface import Ground, Surface
from desktop.views.widgets.text_field import TextField
from desktop.views.widgets.ticks import Tick, Ticks
from desktop.views.widgets.wrap_label import WrapLabel


def _row(*widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.M)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return row


def _heading(text: str) -> WrapLabel:
    return WrapLabel(text, style=TextStyle.BODY_STRONG, tone=Tone.MUTED)


def _hover(widget: QWidget) -> QWidget:
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    return widget


def _down(button: Button) -> Button:
    button.setDown(True)
    return button


def _closed(button: Button) -> Button:
    button.set_closed("Not yet")
    return button


def _buttons(column: QVBoxLayout) -> None:
    primary = ButtonRole.PRIMARY
    column.addWidget(_heading("Buttons"))
    column.addLayout(
        _row(
            Button("&Sign", name="g-sign", role=primary, icon=Icon.PEN),
            Button("Sign", name="g-focus", role=primary),
            _down(Button("Pressed", name="g-pressed", role=primary)),
        )
    )
    column.addLayout(
        _row(
            Button("Undo", name="g-undo", icon=Icon.UNDO),
            _hover(Button("Pointer over", name="g-hover")),
            _down(Button("Pressed", name="g-down")),
            _closed(Button("Closed", name="g-closed")),
            Button("Close", name="g-x", icon=Icon.X, is_icon_only=True),
        )
    )
    languages = [Choice("en", "English"), Choice("both", "Both"), Choice("es", "Español")]
    segment = Segment("Language", languages, name="g-language")
    segment.set_chosen("both")
    private = Segment(
        "Private now",
        [Choice("yes", "Yes", Icon.DOOR_CLOSED, Tone.PRIVATE), Choice("no", "No")],
        name="g-private",
    )
    private.set_chosen("yes")
    column.addLayout(
        _row(
            Button("Delete draft", name="g-delete", role=ButtonRole.DANGER, icon=Icon.TRASH),
            segment,
            private,
            Button("Text link", name="g-link", role=ButtonRole.LINK),
            Button("Close case", name="g-quiet", role=ButtonRole.QUIET, icon=Icon.DOOR_CLOSED),
        )
    )


def _options(column: QVBoxLayout) -> None:
    column.addWidget(_heading("Option rows"))
    rest = RadioRow(OptionItem("a", "At rest"), name="g-rest")
    over = RadioRow(OptionItem("b", "Pointer over"), name="g-over")
    chosen = RadioRow(OptionItem("d", "Chosen"), name="g-chosen")
    box = BoxRow(OptionItem("e", "Chosen box", note="555-0148"), name="g-box")
    focus = RadioRow(OptionItem("c", "Focus"), name="g-ring")
    shut = RadioRow(OptionItem("f", "Closed"), name="g-shut")
    grid = QGridLayout()
    grid.setSpacing(Space.M)
    for at, row in enumerate((rest, _hover(over), focus, chosen, box, shut)):
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(row)
        grid.addWidget(holder, at // 2, at % 2)
    chosen.setChecked(True)
    box.setChecked(True)
    shut.set_closed("not private")
    column.addLayout(grid)
    panel = Panel(name="g-question")
    head = QuestionHead(name="g-head")
    head.show_question(
        "7",
        "Will someone you trust stay with you the first night?",
        "¿Se quedará con usted alguien de confianza la primera noche?",
    )
    group = OptionGroup(
        "Will someone you trust stay with you the first night?",
        [
            OptionItem("all", "Yes, all night", "Sí, toda la noche"),
            OptionItem("part", "Part of the night", "Una parte de la noche"),
        ],
        name="g-group",
    )
    group.set_chosen({"part"})
    panel.body.addWidget(head)
    panel.body.addWidget(group)
    panel.body.addWidget(ReasonRow(name="g-reasons"))
    column.addWidget(panel)


def _facts(column: QVBoxLayout) -> None:
    column.addWidget(_heading("Chips, counts, states"))
    column.addLayout(
        _row(
            Chip("Spanish", icon=Icon.LANGUAGES),
            Chip("Private now", tone=Tone.PRIVATE, icon=Icon.DOOR_CLOSED),
            Chip("Past 4 h", tone=Tone.WARNING, icon=Icon.CLOCK),
            Chip("Done", tone=Tone.SUCCESS, icon=Icon.CHECK),
            Chip("1 flag", tone=Tone.DANGER, icon=Icon.TRIANGLE_ALERT),
            Badge(5),
        )
    )
    grid = QGridLayout()
    for at, state in enumerate(State):
        words = WrapLabel(state.value.replace("_", " ").capitalize())
        grid.addLayout(_row(IconLabel(state), words), at // 5, at % 5)
    column.addLayout(grid)


def _bars(column: QVBoxLayout) -> None:
    column.addWidget(_heading("Message bars"))
    texts = {
        Tone.DANGER: "Not saved: the disk is full. Your answers are kept in memory.",
        Tone.WARNING: "2 listings are past 90 days and print “call first”.",
        Tone.SUCCESS: "Signed 14:21. The copy is in the packet.",
        Tone.ACCENT: "Trauma Zulu, resumed at question 7.",
    }
    for tone, text in texts.items():
        bar = MessageBar(name=f"g-bar-{tone.value}", is_closable=tone == Tone.DANGER)
        actions = (("copy", "Copy details"),) if tone == Tone.DANGER else ()
        title = "fast-check.json was not imported" if tone == Tone.DANGER else ""
        bar.show_message(tone, text, title=title, actions=actions, is_spoken=False)
        column.addWidget(bar)


def _fields(column: QVBoxLayout) -> None:
    column.addWidget(_heading("Fields"))
    grid = QGridLayout()
    grid.setSpacing(Space.M)
    plain = LineField(name="g-phone")
    plain.set_value("555-0136")
    wrong = LineField(name="g-wrong")
    wrong.set_value("555-01")
    wrong_row = FieldRow("&Phone", wrong)
    wrong_row.set_error("Needs 7 digits")
    shut = LineField(name="g-shut-field")
    shut.set_value("From the trauma page")
    shut.setReadOnly(True)
    picker = Picker(name="g-picker", choices=[("a", "Coming now")], placeholder="Pick one")
    grid.addWidget(FieldRow("Number", plain, help_text="Seven digits"), 0, 0)
    grid.addWidget(FieldRow("What they said", picker), 0, 1)
    grid.addWidget(wrong_row, 1, 0)
    grid.addWidget(FieldRow("Arrived", shut), 1, 1)
    column.addLayout(grid)
    note = TextField(name="g-note", lines=2, is_patient_text=True)
    note.set_value("Mi tía Fern. A ella sí la escucho.")
    date_row = FieldRow("Go over it again", DateField(name="g-date"))
    secret = FieldRow("Password", PasswordField(name="g-secret", placeholder="Type it"))
    column.addWidget(FieldRow("In your own words", note))
    column.addLayout(_row(date_row, secret, stretch=False))
    busy = Busy(name="g-busy")
    busy.show_step("Making page 2", 1, 4)
    busy.show()
    column.addWidget(busy)


def _lists(column: QVBoxLayout) -> None:
    column.addWidget(_heading("Rows, ticks, meter, signature"))
    panel = Panel("Eligible, not yet seen", name="g-panel", is_flush=True)
    panel.set_count(2)
    panel.set_note("Leaving soonest, then longest wait")
    heads = [Column("Person"), Column("Since arrival"), Column("Next attempt")]
    rows = RowList("Eligible", name="g-rows", columns=heads)
    late = Cell("5 h 05 min", note="past 4 h", bar=Bar(0.65, 0.45, Tone.WARNING))
    early = Cell("1 h 10 min", bar=Bar(0.15, 0.45))
    rows.show_rows(
        [
            RowItem("a", "Maple 12", "ED 7", State.WAITING, cells=(late, Cell("14:30"))),
            RowItem("b", "Aspen 19", "ED 4", State.NOT_STARTED, cells=(early, Cell("Now"))),
        ]
    )
    rows.set_chosen("a")
    panel.body.addWidget(rows)
    column.addWidget(panel)
    steps = Panel(name="g-steps", is_flush=True)
    due = ChipFact("Due 14:00", Tone.WARNING, Icon.CLOCK)
    step_rows = RowList("Steps", name="g-step-rows")
    step_rows.show_rows(
        [
            RowItem("c", "Contact", "Reached at 13:30", State.DONE, right="Done",
                    right_tone=Tone.SUCCESS, is_right_strong=True, has_chevron=True, is_large=True),
            RowItem("j", "Juniper 04", "First call after discharge", Icon.PHONE, chip=due),
            RowItem("k", "Care leaflet", "From the hospital", is_checked=True, right="Page 2"),
        ]
    )  # fmt: skip
    steps.body.addWidget(step_rows)
    column.addWidget(steps)


def _pictures(column: QVBoxLayout) -> None:
    ticks = Ticks(name="g-ticks")
    ticks.show_ticks([Tick.ANSWERED, Tick.ANSWERED, Tick.REASON, Tick.HERE, Tick.OPEN, Tick.ALERT])
    meter = Meter(name="g-meter")
    meter.show_parts([MeterPart("Who", True), MeterPart("How to reach", False),
                      MeterPart("When", False), MeterPart("They know", False)])  # fmt: skip
    column.addWidget(ticks)
    column.addWidget(meter)
    pad = SignaturePad(name="g-sign-pad")
    pad.set_caption("Signer: the person")
    column.addWidget(pad)


def build_gallery() -> Surface:
    """Every part once, in its states."""
    page = Surface(Ground.CANVAS)
    page.setObjectName("gallery")
    sides = QHBoxLayout(page)
    sides.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
    sides.setSpacing(2 * Space.XL)
    for builders in ((_buttons, _options, _facts), (_bars, _fields, _lists, _pictures)):
        column = QVBoxLayout()
        column.setSpacing(Space.M)
        for build in builders:
            build(column)
        column.addStretch(1)
        sides.addLayout(column, 1)
    return page


def paint_gallery(app: QApplication, tokens: Tokens, scale: float, path: Path) -> None:
    """Render the gallery once to ``path``."""
    apply_theme(app, Theme(tokens, scale))
    page = build_gallery()
    page.resize(round(1366 * max(1.0, scale * 0.8)), 1000)
    page.show()
    found = page.findChild(QWidget, "g-ring")
    if found is not None:
        page.activateWindow()
        QTest.qWaitForWindowActive(page)
        found.setFocus()
    page.resize(page.width(), max(page.sizeHint().height(), page.minimumSizeHint().height()))
    page.grab().save(str(path))
    page.close()
    page.deleteLater()


def main() -> int:
    """Paint light, dark and 200 %."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    install_focus_ring(app)
    paint_gallery(app, LIGHT, 1.0, out / "light.png")
    paint_gallery(app, DARK, 1.0, out / "dark.png")
    paint_gallery(app, LIGHT, 2.0, out / "200.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
