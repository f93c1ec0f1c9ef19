"""Painting what was asked for before work that may take a while begins."""

from PySide6.QtCore import QCoreApplication, QEvent


def paint_first() -> None:
    """Paint now what waits for it, for instance the answer that was pressed.

    For the slot of a timer of 0 ms, which is to run after the repaint. On Windows Qt lets it run
    before: there a zero timer is a posted event, ahead of QEvent.UpdateRequest, which has
    Qt.LowEventPriority. Elsewhere nothing waits then, and this does nothing.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
