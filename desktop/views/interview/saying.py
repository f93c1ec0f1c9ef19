"""Words a label only when they differ, so that nothing is laid out again for nothing."""

from PySide6.QtWidgets import QAbstractButton, QLabel


def say(label: QLabel | QAbstractButton, words: str) -> None:
    """Show ``words`` unless the label already does."""
    if label.text() != words:
        label.setText(words)
