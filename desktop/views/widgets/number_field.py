"""A number that may be empty; no spin box, because those start at 0."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.views.widgets.parsed_field import NotReadable, ParsedField


class NumberField(ParsedField):
    """A whole or decimal number between ``least`` and ``most``; values are Decimal.

    A comma counts as the decimal point. Signals as in ParsedField.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        is_whole: bool = True,
        least: Decimal | None = None,
        most: Decimal | None = None,
        unit: str = "",
        placeholder: str = "",
    ) -> None:
        self._is_whole = is_whole
        self._least = least
        self._most = most
        super().__init__(
            self._to_number, str, parent, name=name, placeholder=placeholder, unit=unit
        )
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def _to_number(self, text: str) -> Decimal:
        try:
            number = Decimal(text.replace(",", ".").replace("\u2212", "-"))
        except InvalidOperation:
            raise NotReadable(self.tr("Type a number, or leave it empty.")) from None
        if not number.is_finite():
            raise NotReadable(self.tr("Type a number, or leave it empty."))
        if self._is_whole and number != number.to_integral_value():
            raise NotReadable(self.tr("Type a whole number."))
        if self._least is not None and number < self._least:
            raise NotReadable(self.tr("Type {least} or more.").format(least=self._least))
        if self._most is not None and number > self._most:
            raise NotReadable(self.tr("Type {most} or less.").format(most=self._most))
        return number
