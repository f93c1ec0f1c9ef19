"""The parts of a rhythm of follow-ups: every so many days, until which day after arrival."""

from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.messages import sentence
from desktop.records.rhythm import LONGEST_DAYS, MOST_PARTS, Rhythm, read_rhythm, rhythm_text
from desktop.views.theme.tokens import Space, TextStyle
from desktop.views.widgets.number_field import NumberField
from desktop.views.widgets.wrap_label import WrapLabel


class RhythmField(QWidget):
    """Two numbers in each of ``MOST_PARTS`` lines; an empty line counts for nothing."""

    def __init__(self, language: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._language = language
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.S)
        heads = [sentence(f"rule.rhythm-{one}", language) for one in ("every", "until")]
        for column, words in enumerate(heads):
            grid.addWidget(WrapLabel(words, self, style=TextStyle.BODY_STRONG), 0, column)
            grid.setColumnStretch(column, 1)
        self.lines: list[tuple[NumberField, NumberField]] = []
        for at in range(MOST_PARTS):
            part = sentence("rule.rhythm-part", language, number=at + 1)
            every, until = (self._number(f"{name}-{at}-{one}") for one in ("every", "until"))
            for column, field in enumerate((every, until)):
                field.setAccessibleName(f"{part}, {heads[column]}")
                grid.addWidget(field, at + 1, column)
            self.lines.append((every, until))

    def fields(self) -> list[NumberField]:
        """In reading order."""
        return [field for line in self.lines for field in line]

    def show_value(self, text: str) -> None:
        """Show a rhythm as it is kept."""
        rhythm: Rhythm = read_rhythm(text) or ()
        empty = [(None, None)] * (MOST_PARTS - len(rhythm))
        for (every, until), pair in zip(self.lines, [*rhythm, *empty], strict=True):
            for field, number in zip((every, until), pair, strict=True):
                field.show_value(None if number is None else Decimal(number))

    def value(self) -> str:
        """What is typed, as it would be kept; half a line stands for itself, and is refused.

        Raises NotReadable where something is no number.
        """
        pairs = [(_typed(every), _typed(until)) for every, until in self.lines]
        return rhythm_text(tuple(pair for pair in pairs if pair != (0, 0)))

    def _number(self, name: str) -> NumberField:
        return NumberField(self, name=name, least=Decimal(1), most=Decimal(LONGEST_DAYS))


def _typed(field: NumberField) -> int:
    """0 for nothing."""
    value = field.typed_value()
    return int(value) if isinstance(value, Decimal) else 0
