"""A real window on a real screen in which something is copied and marked; then it is covered.

Says ``ready``; after a line on its input it covers and says what is left in the clipboard and in
the primary selection, as JSON.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QLineEdit

from desktop.app import Composition
from desktop.app_paths import app_paths
from desktop.start_window import make_application, make_parts
from desktop.views.shell.main_window import MainWindow


def main(folder: str, copied: str) -> None:
    """Copy ``copied`` (nothing when it is empty), wait, cover, tell."""
    app = make_application()
    window = MainWindow(make_parts(Composition(), app, app_paths(Path(folder)), prefer_demo=True))
    window.show()
    if copied:
        line = QLineEdit(copied, window)
        line.selectAll()
        line.copy()
        app.clipboard().setText(copied, QClipboard.Mode.Selection)
    told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, app)
    told.activated.connect(app.quit)
    say("ready")
    app.exec()
    window.show_cover()
    modes = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
    say(json.dumps([app.clipboard().text(mode) for mode in modes]))
    window.end()


def say(words: str) -> None:
    """One line on the output."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
