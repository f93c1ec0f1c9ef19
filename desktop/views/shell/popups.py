"""Windows of their own that would stand above any cover."""

from PySide6.QtWidgets import QApplication, QToolTip


def close_popups() -> None:
    """Menus, lists of choices and tooltips are windows of their own, above any cover."""
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None:
        if not popup.close():
            break
