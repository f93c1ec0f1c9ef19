"""Says a sentence through the screen reader without moving the focus."""

from PySide6.QtWidgets import QWidget


def announce(source: QWidget, sentence: str, *, is_urgent: bool = False) -> None:
    """Have ``sentence`` spoken: after what is being said, or at once when ``is_urgent``."""
    if not sentence:
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(source, sentence)
    event.setPoliteness(
        QAccessible.AnnouncementPoliteness.Assertive
        if is_urgent
        else QAccessible.AnnouncementPoliteness.Polite
    )
    QAccessible.updateAccessibility(event)
