"""The four reasons for no answer, and what each does, in the interface language."""

from PySide6.QtCore import QCoreApplication

from desktop.forms.answers import NoAnswerReason
from desktop.views.theme.icons import Icon
from desktop.views.widgets.reason_row import ReasonItem


def reason_items() -> tuple[ReasonItem, ...]:
    """Declined, unable, not safe to ask, later: each with its effect on the form and the score."""
    tr = QCoreApplication.translate
    return (
        ReasonItem(
            NoAnswerReason.DECLINED,
            tr("ReasonWords", "Declined"),
            tr("ReasonWords", "kept as the answer. A score that needs it is withheld."),
            Icon.BAN,
        ),
        ReasonItem(
            NoAnswerReason.UNABLE,
            tr("ReasonWords", "Unable"),
            tr("ReasonWords", "kept as the answer. A score that needs it is withheld."),
            Icon.CIRCLE_SLASH,
        ),
        ReasonItem(
            NoAnswerReason.NOT_SAFE,
            tr("ReasonWords", "Not safe to ask"),
            tr("ReasonWords", "never printed. A score that needs it is withheld."),
            Icon.EAR_OFF,
        ),
        ReasonItem(
            NoAnswerReason.LATER,
            tr("ReasonWords", "Later"),
            tr("ReasonWords", "stays open. Complete waits for it."),
            Icon.CLOCK,
        ),
    )
