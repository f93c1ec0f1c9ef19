"""Every shortcut with what it does."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.views.shell.shortcuts import SHORTCUTS
from desktop.views.theme.tokens import Space, TextStyle
from desktop.views.widgets.panel import Panel
from desktop.views.widgets.wrap_label import WrapLabel


class ShortcutsPanel(Panel):
    """A table of two columns, made from the shortcuts that the window listens to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="help-shortcuts")
        self.set_title(self.tr("Shortcuts"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        for row, shortcut in enumerate(SHORTCUTS):
            words = QCoreApplication.translate("Shortcuts", shortcut.words)
            keys = WrapLabel(shortcut.keys, self, style=TextStyle.BODY_STRONG)
            grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(WrapLabel(words, self), row, 1)
        self.body.addLayout(grid)
